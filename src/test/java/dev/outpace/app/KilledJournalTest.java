package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run that is killed, and its journal; many of them are in {@link KillTest}. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KilledJournalTest {
    private static final Path SET_UP = Path.of("src/test/resources/dev/outpace/formats/setup-small.json");
    private static final int BYTES_OF_SOME_CALLS = 4_000;

    @TempDir
    Path folder;

    @Test
    void aKilledRunIsDecidedAgainAsItWas() throws Exception {
        var workspace = folder.resolve("workspace");
        var where = List.of("--workspace", workspace.toString());
        outpace(where, "import", SET_UP.toString());
        outpace(where, "start", "test campaign");
        var carrier = folder.resolve("carrier.jsonl");
        var process = run(workspace, carrier);
        while (!Files.exists(carrier) || Files.size(carrier) < BYTES_OF_SOME_CALLS) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        process.destroyForcibly().waitFor();

        var journals = JournalFolder.of(workspace);
        var session = journals.sessions(journals.days().getLast()).getFirst();
        var result = Replay.run(session, new JacksonJson(), Replay.Watcher.NONE);
        assertThat(result.difference()).isNull();
        assertThat(result.closed()).isFalse();
        assertThat(result.launches()).isPositive();
        assertThat(Duration.between(result.from(), result.to())).isPositive();
    }

    private static void outpace(List<String> where, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(where);
        assertThat(Main.commandLine(new LastWords(_ -> {})).execute(all.toArray(String[]::new)))
                .isZero();
    }

    private Process run(Path workspace, Path carrier) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", classPath()));
        command.addAll(List.of(Main.class.getName(), "run", "--headless", "--for", "10m", "--speed", "100"));
        command.addAll(List.of("--workspace", workspace.toString(), "--carrier-log", carrier.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
