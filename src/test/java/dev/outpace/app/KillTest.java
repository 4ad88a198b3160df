package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.Replay;
import dev.outpace.telephony.simulated.CarrierLogReader;
import dev.outpace.workspace.Audit;
import dev.outpace.workspace.ProblemWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a fast demo as the operating system does, at any moment of its life, opens it again, and holds its calls against what
 * the carrier saw, all of it from the first moment on, and runs its journal again. {@code -Dseed=N} repeats the moments; the machine's own pace does not.
 */
@Tag("kill")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 30);
    private static final int[] SPEEDS = {5, 20, 60};

    /** Kept where it fails, to be looked into. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Path> carrierLogs = new ArrayList<>();
    private final Set<String> replayed = new HashSet<>();
    private int unclosed;
    private int runs;

    @Test
    void everyKilledRunLeavesAWorkspaceThatAgreesWithTheCarrier() throws Exception {
        System.out.println("kill test: -Dseed=" + seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            long millis = killed();
            if (random.nextInt(4) == 0) {
                // Killed again while it opens, or soon after.
                millis += killed();
            }
            assertThat(ended(run("2s")))
                    .as("the run after kill " + kill + output())
                    .isZero();
            var report = audited();
            replayed();
            System.out.printf(
                    "kill %d after %d ms: %d calls compared, %d differ%n",
                    kill, millis, report.calls(), report.problems().size());
        }
        long before = audited().calls();
        assertThat(ended(run("5s"))).as("the last run" + output()).isZero();
        assertThat(audited().calls()).as("calls after a run that nobody killed").isGreaterThan(before);
        replayed();
        assertThat(unclosed).as("journals of killed runs").isPositive();
        long cut = CarrierLogReader.read(carrierLogs, new JacksonJson()).calls().values().stream()
                .filter(call -> call.endedAt() == null)
                .count();
        System.out.println(cut + " calls were cut by a kill");
        assertThat(cut).as("kills that hit calls").isPositive();
    }

    /** @return after how many milliseconds */
    private long killed() throws IOException, InterruptedException {
        var process = run("10m");
        long began = System.nanoTime();
        boolean whileItOpens = random.nextInt(4) == 0;
        if (!whileItOpens) {
            waitForTheFirstCall(process);
        }
        stillRuns(process, random.nextInt(whileItOpens ? 1_500 : 2_500));
        process.destroyForcibly().waitFor();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private void waitForTheFirstCall(Process process) throws IOException, InterruptedException {
        var log = carrierLogs.getLast();
        while (!Files.exists(log) || Files.size(log) == 0) {
            stillRuns(process, 20);
        }
    }

    private void stillRuns(Process process, long millis) throws IOException, InterruptedException {
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                .as("ended by itself" + output())
                .isFalse();
    }

    private static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends by itself").isTrue();
        return process.exitValue();
    }

    private Process run(String time) throws IOException {
        var carrierLog = folder.resolve("carrier-" + ++runs + ".jsonl");
        carrierLogs.add(carrierLog);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", classPath()));
        command.add(Main.class.getName());
        command.addAll(List.of("run", "--headless", "--demo", "--for", time));
        command.addAll(List.of("--workspace", workspace().toString()));
        command.addAll(List.of("--speed", Integer.toString(SPEEDS[random.nextInt(SPEEDS.length)])));
        command.addAll(List.of("--carrier-log", carrierLog.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile()))
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private File outputFile() {
        return folder.resolve("output.txt").toFile();
    }

    private String output() throws IOException {
        var output = Files.readString(outputFile().toPath());
        return ":\n" + output.substring(Math.max(0, output.length() - 2_000));
    }

    /** Every opening, of a killed run too, is decided again as it was; each is run again once. */
    private void replayed() throws IOException {
        var journals = JournalFolder.of(workspace());
        for (var day : journals.days()) {
            for (var session : journals.sessions(day)) {
                if (replayed.add(day + " " + session.name())) {
                    var result = Replay.run(session, new JacksonJson(), Replay.Watcher.NONE);
                    assertThat(result.difference()).as(session.name()).isNull();
                    unclosed += result.closed() ? 0 : 1;
                }
            }
        }
    }

    /** Without a record of a run that was killed before it made one. */
    private Audit.Report audited() throws IOException {
        carrierLogs.removeIf(log -> !Files.exists(log));
        var report = Audit.of(workspace(), "kill test", carrierLogs, new JacksonJson());
        assertThat(new ProblemWords().lines(report.problems())).isEmpty();
        return report;
    }
}
