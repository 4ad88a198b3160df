package dev.outpace.telephony.asterisk.real;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.model.Address;
import dev.outpace.speech.SpeechSettings;
import dev.outpace.speech.SpokenFiles;
import dev.outpace.telephony.TestedExchange;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import dev.outpace.telephony.asterisk.AsteriskTelephony;
import dev.outpace.telephony.asterisk.MediaSettings;
import dev.outpace.telephony.asterisk.Trunk;
import dev.outpace.telephony.asterisk.ami.AmiAction;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import dev.outpace.telephony.asterisk.ami.AmiTls;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Asterisk on this machine whose carrier does what the first three digits of a number say. Inputs are handed to the sink on
 * the thread of the test.
 */
final class RealAsterisk implements TestedExchange, AutoCloseable {
    static final String PLACE = "OUTPACE_ASTERISK";
    /** The fingerprint of its certificate, where the place speaks TLS. */
    private static final String CERTIFICATE = "OUTPACE_ASTERISK_CERTIFICATE";
    /** A command that starts this Asterisk anew. */
    private static final String RESTART = "OUTPACE_ASTERISK_RESTART";

    private static final int LONGEST_SECONDS = 45;
    /** Longer than a phone rings, and shorter than Asterisk keeps a caller whom nobody looks after. */
    private static final int UNHEARD_SECONDS = 33;

    private static final int SETTLED_MILLIS = 700;
    private static final int LINK_SECONDS = 30;

    final ThreadClock clock = new ThreadClock();
    private final BlockingQueue<EngineInput> told = new LinkedBlockingQueue<>();
    private final Consumer<EngineInput> sink;
    private final AsteriskTelephony telephony;
    private final AmiWire.Connector network;
    private final Path folder;
    private final SpokenFiles speech;
    private volatile boolean cut;
    private boolean justCut;
    private boolean linkComes = true;
    private Optional<Runnable> cutter = Optional.empty();

    RealAsterisk(Consumer<EngineInput> sink, AsteriskSettings settings) {
        this.sink = sink;
        var place = given(PLACE).split(":", -1);
        var certificate = System.getenv(CERTIFICATE);
        var tls = certificate == null ? null : new AmiTls(certificate);
        network = AmiSocket.to(new AmiPlace(place[0], Integer.parseInt(place[1]), tls), clock::monotonicNanos, clock);
        try {
            folder = Files.createTempDirectory("sounds");
            speech = SpokenFiles.open(folder, SpeechSettings.STANDARD);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        telephony =
                new AsteriskTelephony(clock, told::add, this::connect, settings, MediaSettings.STANDARD, speech, clock);
    }

    static String given(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set: run these tests by src/test/asterisk/exchange with mvn ...");
        }
        return value;
    }

    static int port() {
        return Integer.parseInt(given(PLACE).split(":", -1)[1]);
    }

    static AsteriskSettings settings(String trunk) {
        return new AsteriskSettings(
                new AmiLogin("console", new Secret("console-secret"), true),
                Trunk.read(trunk, false).orElseThrow(),
                "+12125550199",
                AsteriskSettings.CONTEXT,
                AsteriskSettings.EXTENSION,
                // Calls that a test leaves behind are not those of the next.
                "test" + System.nanoTime());
    }

    private AmiWire connect(AmiWire.Listener listener) {
        if (cut) {
            clock.execute(() -> listener.closed("cable cut"));
            return NOTHING;
        }
        var wire = network.connect(listener);
        cutter = Optional.of(() -> {
            wire.close();
            listener.closed("cable cut");
        });
        return wire;
    }

    private static final AmiWire NOTHING = new AmiWire() {
        @Override
        public void send(AmiAction action) {}

        @Override
        public long heardAt() {
            return System.nanoTime();
        }

        @Override
        public void close() {}
    };

    @Override
    public AsteriskTelephony telephony() {
        return telephony;
    }

    @Override
    public Address number(Party party) {
        Assumptions.assumeTrue(party != Party.ANSWERS_AS_WE_HANG_UP, "no moment can be chosen on a real exchange");
        return switch (party) {
            case ANSWERS, ANSWERS_IMPATIENTLY, ANSWERS_AS_WE_HANG_UP -> number("200");
            case HANGS_UP -> number("201");
            case NEVER_ANSWERS -> number("480");
            case BUSY -> number("486");
            case REJECTS -> number("603");
            case WRONG_NUMBER -> number("404");
            case REFUSED_BY_THE_EXCHANGE -> Address.tel("nobody");
        };
    }

    static Address number(String outcome) {
        return Address.tel('+' + outcome + "5550100");
    }

    @Override
    public String sound() {
        return "hello-world";
    }

    @Override
    public void phonesMiss(@Nullable Missed how) {
        throw new UnsupportedOperationException("no agents yet");
    }

    @Override
    public void agentHangsUp(UUID agentId) {
        throw new UnsupportedOperationException("no agents yet");
    }

    @Override
    public void agentPassesOn(UUID agentId) {
        throw new UnsupportedOperationException("no agents yet");
    }

    @Override
    public boolean next() {
        boolean unheard = justCut;
        justCut = false;
        return hear((unheard ? UNHEARD_SECONDS : LONGEST_SECONDS) * 1_000L) || unheard;
    }

    @Override
    public void settle() {
        while (linkComes && hear(LINK_SECONDS * 1_000L)) {
            // Until the link is there.
        }
        while (hear(SETTLED_MILLIS)) {
            // Until nothing comes any more.
        }
    }

    private boolean hear(long millis) {
        return take(millis) != null;
    }

    /** Waits for the next input; null when none comes. */
    @Nullable
    EngineInput hear() {
        return take(LONGEST_SECONDS * 1_000L);
    }

    private @Nullable EngineInput take(long millis) {
        try {
            var input = told.poll(millis, TimeUnit.MILLISECONDS);
            if (input != null) {
                linkComes &= !(input instanceof LinkUp);
                sink.accept(input);
            }
            return input;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void dropLink() {
        cut = true;
        justCut = true;
        clock.execute(() -> cutter.ifPresent(Runnable::run));
    }

    @Override
    public void restoreLink() {
        cut = false;
        linkComes = true;
    }

    @Override
    public void restart() {
        startAnew();
        linkComes = true;
    }

    /** Restarts Asterisk at once: its calls are cut. */
    static void startAnew() {
        var command = given(RESTART);
        try {
            new ProcessBuilder("bash", "-c", command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clock.execute(telephony::close);
        clock.close();
        speech.close();
    }
}
