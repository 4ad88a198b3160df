package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outpace.formats.JacksonJson;
import dev.outpace.workspace.Audit;
import dev.outpace.workspace.ProblemWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fast demo on a disk that becomes full in the middle of it: it holds, says so, and knows every call that the carrier saw,
 * also when it is killed there. Where no disk can be mounted, it is left out. {@code -Dseed=N} repeats the moments.
 */
@Tag("kill")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class FullDiskTest {
    private static final int KILLS = Integer.getInteger("kills.fullDisk", 6);
    private static final int MEGABYTE = 1 << 20;

    /** Kept where it fails, to be looked into. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Path> carrierLogs = new ArrayList<>();
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && ran("mount", "-t", "tmpfs", "-o", "size=120m", "tmpfs", disk.toString()),
                "a disk can be mounted");
        System.out.println("full disk: -Dseed=" + seed);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        ran("umount", disk.toString());
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aDiskThatBecomesFullHoldsTheCampaignsAndLosesNoCall() throws Exception {
        var process = run("30s", 10);
        waitForTheFirstCall(process);
        fill();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends by itself").isTrue();
        assertThat(process.exitValue()).as(output()).isEqualTo(1);
        assertThat(Files.readString(outputFile().toPath()))
                .contains("is full. No call is placed", "the workspace cannot be written: held until it can");
        makeRoom();
        assertThat(audited()).isPositive();
    }

    @Test
    void aRunThatIsKilledOnAFullDiskLosesNoCall() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            var process = run("10m", 20);
            waitForTheFirstCall(process);
            process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
            fill();
            process.waitFor(random.nextInt(3_000), TimeUnit.MILLISECONDS);
            assertThat(process.isAlive()).as("killed, not ended: " + output()).isTrue();
            process.destroyForcibly().waitFor();
            makeRoom();
            var again = run("2s", 20);
            assertThat(again.waitFor(2, TimeUnit.MINUTES)).as("ends by itself").isTrue();
            assertThat(again.exitValue())
                    .as("the run after kill " + kill + output())
                    .isZero();
            System.out.printf("kill %d on a full disk: %d calls compared, none differs%n", kill, audited());
        }
    }

    /** Not a byte is left: the run takes space in its file again, and goes on for long with little more. */
    private void fill() {
        try (var out = Files.newOutputStream(disk.resolve("filler"))) {
            var block = new byte[MEGABYTE];
            while (disk.toFile().exists()) {
                out.write(block);
            }
        } catch (IOException full) {
            System.out.println("filled: " + full.getMessage());
        }
    }

    private void makeRoom() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    private void waitForTheFirstCall(Process process) throws IOException, InterruptedException {
        var log = carrierLogs.getLast();
        while (!Files.exists(log) || Files.size(log) == 0) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended by itself" + output())
                    .isFalse();
        }
    }

    private Process run(String time, int speed) throws IOException {
        var carrierLog = folder.resolve("carrier-" + carrierLogs.size() + ".jsonl");
        carrierLogs.add(carrierLog);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of("run", "--headless", "--demo", "--for", time));
        command.addAll(List.of("--workspace", disk.resolve("workspace").toString()));
        command.addAll(List.of("--speed", Integer.toString(speed), "--carrier-log", carrierLog.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile()))
                .start();
    }

    private File outputFile() {
        return folder.resolve("output.txt").toFile();
    }

    private String output() throws IOException {
        var output = Files.readString(outputFile().toPath());
        return ":\n" + output.substring(Math.max(0, output.length() - 4_000));
    }

    /** How many calls were compared; none differs. */
    private int audited() throws IOException {
        var report = Audit.of(disk.resolve("workspace"), "full disk test", carrierLogs, new JacksonJson());
        assertThat(new ProblemWords().lines(report.problems())).isEmpty();
        return Math.toIntExact(report.calls());
    }
}
