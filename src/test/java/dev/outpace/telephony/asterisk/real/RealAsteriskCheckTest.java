package dev.outpace.telephony.asterisk.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineThread;
import dev.outpace.speech.SoundTrial;
import dev.outpace.speech.SpeechSettings;
import dev.outpace.telephony.asterisk.CheckResult;
import dev.outpace.telephony.asterisk.ConnectionCheck;
import dev.outpace.telephony.asterisk.TrialSound;
import dev.outpace.telephony.asterisk.ami.AmiPlace;
import dev.outpace.telephony.asterisk.ami.AmiSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Asterisk that is set up as the documentation says is found so, with what it can fetch. */
@Tag("asterisk")
class RealAsteriskCheckTest {
    private static final int LONGEST_SECONDS = 30;

    @TempDir
    private Path folder;

    private static List<CheckResult> check(TrialSound sound)
            throws InterruptedException, ExecutionException, TimeoutException {
        var results = new ArrayList<CheckResult>();
        var done = new CompletableFuture<Boolean>();
        try (var clock = new EngineThread(1)) {
            clock.startClock();
            clock.handIn(() -> new ConnectionCheck(
                    clock,
                    AmiSocket.to(
                            new AmiPlace("127.0.0.1", RealAsterisk.port(), null), clock::monotonicNanos, clock::handIn),
                    RealAsterisk.settings("PJSIP/carrier"),
                    Set.of(),
                    sound,
                    Duration.ofSeconds(10),
                    results::add,
                    () -> done.complete(true)));
            done.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        return results;
    }

    @Test
    void itIsSetUpAsDescribedAndPlaysWhatThisComputerServes() throws Exception {
        try (var trial = SoundTrial.open(folder, SpeechSettings.STANDARD)) {
            assertThat(check(new TrialSound(trial.place(), trial.address(), trial::isFetched)))
                    .allSatisfy(result ->
                            assertThat(result.state()).as(result.toString()).isEqualTo(CheckResult.State.OK))
                    .last()
                    .returns("sound.ok", CheckResult::code);
            assertThat(trial.isFetched()).isTrue();
        }
    }

    @Test
    void aSoundThatNobodyServesIsNotFetched() throws Exception {
        assertNotFetched(closedPort());
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedFor() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertNotFetched(silent.getLocalPort());
        }
    }

    private static void assertNotFetched(int port) throws Exception {
        var place = "127.0.0.1:" + port;
        assertThat(check(new TrialSound(place, "http://" + place + "/speech/none.wav", () -> false)))
                .filteredOn(result -> result.state() != CheckResult.State.OK)
                .extracting(CheckResult::code)
                .containsExactly("sound.not_fetched");
    }

    private static int closedPort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
