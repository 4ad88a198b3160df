package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.model.Address;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.telephony.TelephonyContract;
import dev.outpace.telephony.TestedExchange;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The adapter with an Asterisk that replays recorded calls, set up for the contract. */
final class AsteriskExchange implements TestedExchange {
    static final AsteriskSettings SETTINGS = new AsteriskSettings(
            new AmiLogin("console", new Secret("console-secret"), false),
            new Trunk("PJSIP", "carrier", false),
            "+12125550199",
            AsteriskSettings.CONTEXT,
            AsteriskSettings.EXTENSION,
            "test");

    /** So long after the exchange has come to rest the adapter may still tell something. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(12);

    /** As often may only the adapter have something to tell. */
    private static final int MOST_RESTS = 2;

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-02T09:00:00Z"));
    final FakeAsterisk asterisk;
    private final AsteriskTelephony telephony;
    private int rests;

    private final Duration settling;

    AsteriskExchange(Consumer<EngineInput> sink, long seed) {
        this(sink, seed, Duration.ofMillis(1));
    }

    /** @param settling after which all that is on its way has arrived; phones begin to ring within a fifth of a second */
    AsteriskExchange(Consumer<EngineInput> sink, long seed, Duration settling) {
        this.settling = settling;
        asterisk = new FakeAsterisk(clock, seed);
        telephony = telephony(sink, SETTINGS);
    }

    /** Another adapter to the same Asterisk. */
    AsteriskTelephony telephony(Consumer<EngineInput> sink, AsteriskSettings settings) {
        return new AsteriskTelephony(
                clock, sink, asterisk, settings, MediaSettings.STANDARD, new FakeSpeech(), Runnable::run);
    }

    @Override
    public String sound() {
        return "hello-world";
    }

    @Override
    public AsteriskTelephony telephony() {
        return telephony;
    }

    @Override
    public Address number(Party party) {
        return Address.tel("+121255501"
                + switch (party) {
                    case ANSWERS -> "00";
                    case ANSWERS_IMPATIENTLY -> "01";
                    case ANSWERS_AS_WE_HANG_UP -> FakeAsterisk.CROSSING;
                    case HANGS_UP -> "01";
                    case NEVER_ANSWERS -> "03";
                    case BUSY -> "04";
                    case REJECTS -> "05";
                    case WRONG_NUMBER -> "06";
                    case REFUSED_BY_THE_EXCHANGE -> "07";
                });
    }

    @Override
    public void phonesMiss(@Nullable Missed how) {
        asterisk.phonesMiss(how);
    }

    @Override
    public void agentHangsUp(UUID agentId) {
        ifDialed(agentId, FakeDial::agentHangsUp);
    }

    @Override
    public void agentPassesOn(UUID agentId) {
        ifDialed(agentId, FakeDial::agentPassesOn);
    }

    private void ifDialed(UUID agentId, Consumer<FakeDial> act) {
        var dial = asterisk.dialAt(TelephonyContract.phone(agentId).dialString());
        if (dial != null) {
            act.accept(dial);
        }
    }

    /** Hangs the phone up that is on the line, with a caller or without. */
    void agentLeavesLine(UUID agentId) {
        var phone = TelephonyContract.phone(agentId).dialString();
        var line = asterisk.lineTo(phone);
        if (asterisk.dialAt(phone) != null) {
            agentHangsUp(agentId);
        } else if (line != null) {
            line.agentHangsUp();
        }
    }

    /** Pings and the like go on for ever; they are no reason to wait. */
    @Override
    public boolean next() {
        if (asterisk.isBusy()) {
            rests = 0;
            long before = asterisk.happened();
            while (asterisk.happened() == before && clock.runNext()) {
                // The adapter's own timers are no news.
            }
            return true;
        }
        if (++rests > MOST_RESTS) {
            return false;
        }
        clock.run(LAST_WORDS);
        return true;
    }

    @Override
    public void settle() {
        rests = 0;
        clock.run(Duration.ZERO);
        clock.run(settling);
        if (restoring) {
            restoring = false;
            clock.run(Duration.ofSeconds(2));
        }
    }

    private boolean restoring;

    @Override
    public void dropLink() {
        clock.schedule(Duration.ZERO, asterisk::cut);
    }

    @Override
    public void restoreLink() {
        asterisk.restore();
        restoring = true;
    }

    @Override
    public void restart() {
        clock.schedule(Duration.ZERO, asterisk::restart);
        restoring = true;
    }
}
