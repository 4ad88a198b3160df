package dev.outpace.workspace;

import dev.outpace.engine.EngineThread;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.ResourceBook;
import dev.outpace.speech.SoundTrial;
import dev.outpace.speech.SpeechSettings;
import dev.outpace.telephony.asterisk.AsteriskSettings;
import dev.outpace.telephony.asterisk.CheckResult;
import dev.outpace.telephony.asterisk.CheckTime;
import dev.outpace.telephony.asterisk.ConnectionCheck;
import dev.outpace.telephony.asterisk.DoorCheck;
import dev.outpace.telephony.asterisk.TrialSound;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import dev.outpace.workspace.secrets.SecretKeeper;
import dev.outpace.workspace.secrets.SecretRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks a connection to an Asterisk, saved or not. It rings nobody. */
public final class AsteriskCheck {
    /** Its calls are no calls of a workspace. */
    private static final String NO_MARK = "check";

    private final ProblemWords words = new ProblemWords();
    private final SecretKeeper secrets;
    private final Set<String> queues;
    private final FlowMedia media;
    private final Path sounds;
    private final Consumer<CheckLine> found;
    private final List<CheckLine> lines = new ArrayList<>();
    private final CheckTime time = CheckTime.begin();

    private AsteriskCheck(
            SecretKeeper secrets, Set<String> queues, FlowMedia media, Path folder, Consumer<CheckLine> found) {
        this.secrets = secrets;
        this.queues = queues;
        this.media = media;
        sounds = TelephonyFactory.sounds(folder);
        this.found = found;
    }

    /**
     * Blocks until all is checked, for some seconds.
     *
     * @param book of the workspace, whose queues may be Asterisk's own
     * @param media how flows are to be heard there
     * @param folder of the workspace
     * @param found hears each line when it is there, on any thread
     * @return all lines
     */
    public static List<CheckLine> run(
            AsteriskConnection connection,
            SecretKeeper secrets,
            ResourceBook book,
            FlowMedia media,
            Path folder,
            Consumer<CheckLine> found) {
        var check = new AsteriskCheck(secrets, queues(book), media, folder, found);
        check.run(connection);
        return List.copyOf(check.lines);
    }

    private static Set<String> queues(ResourceBook book) {
        return book.queues().stream()
                .flatMap(queue -> Stream.ofNullable(queue.exchangeQueue()))
                .map(ExchangeQueue::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void found(CheckResult result) {
        found(CheckLine.of(result));
    }

    private void found(CheckLine line) {
        lines.add(line);
        found.accept(line);
    }

    private void run(AsteriskConnection connection) {
        var problems = connection.problems();
        if (!problems.isEmpty()) {
            problems.forEach(problem -> found(CheckLine.failed("settings", words.line(problem))));
            return;
        }
        if (!DoorCheck.run(connection.place(), connection.isLocal(), time, this::found)) {
            return;
        }
        try {
            var settings = connection.settings(NO_MARK, secrets);
            var speech = media.speech(connection);
            run(connection, settings, speech);
            found(spoken(new SpeechCheck(speech)));
        } catch (SecretRefused refused) {
            found(CheckLine.failed("secret", words.line(refused.problem())));
        }
    }

    /** A voice may take longer than the whole check. */
    private CheckLine spoken(SpeechCheck check) {
        var speaking = new FutureTask<>(check::run);
        var thread = Thread.ofVirtual().start(speaking);
        try {
            return speaking.get(time.left().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
            return CheckLine.of(CheckTime.notTried("speech"));
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return CheckLine.of(CheckTime.notTried("speech"));
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private void run(AsteriskConnection connection, AsteriskSettings settings, SpeechSettings speech) {
        try (var trial = SoundTrial.open(sounds, speech)) {
            run(connection, settings, new TrialSound(trial.place(), trial.address(), trial::isFetched));
        } catch (IOException notServed) {
            run(connection, settings, (TrialSound) null);
            found(CheckLine.of(
                    "sound",
                    CheckLine.State.WARN,
                    "sound.not_served",
                    speech.host() + ':' + speech.port(),
                    notServed.getMessage() == null ? notServed.toString() : notServed.getMessage()));
        }
    }

    private void run(AsteriskConnection connection, AsteriskSettings settings, @Nullable TrialSound sound) {
        try (var clock = new EngineThread(1)) {
            var done = new CompletableFuture<Boolean>();
            clock.startClock();
            clock.handIn(() -> new ConnectionCheck(
                    clock,
                    AmiSocket.to(connection.place(), clock::monotonicNanos, clock::handIn),
                    settings,
                    queues,
                    sound,
                    time.left(),
                    this::found,
                    () -> done.complete(true)));
            done.join();
        }
    }
}
