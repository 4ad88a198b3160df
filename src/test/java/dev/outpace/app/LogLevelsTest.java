package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class LogLevelsTest {
    private static final Path HOUSE = Path.of("src/main/java/dev/outpace");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        for (var name : List.of(
                "dev.outpace",
                "dev.outpace.engine",
                "dev.outpace.engine.numbers",
                "dev.outpace.store",
                "dev.outpace.telephony.asterisk")) {
            context.getLogger(name).setLevel(null);
        }
    }

    private Level level(String logger) {
        return context.getLogger("dev.outpace." + logger).getEffectiveLevel();
    }

    @Test
    void aSubjectHasItsOwnLevelAndTheRestTheCommonOne() {
        var levels = new LogLevels();
        assertThat(levels.take("warn, engine=TRACE,store=debug,asterisk=trace")).isNull();
        levels.apply();
        assertThat(level("engine.CampaignEngine")).isEqualTo(Level.TRACE);
        assertThat(level("store.Writer")).isEqualTo(Level.DEBUG);
        assertThat(level("telephony.asterisk.ami.AmiTrace")).isEqualTo(Level.TRACE);
        assertThat(level("telephony.simulated.World")).isEqualTo(Level.WARN);
        assertThat(level("workspace.Workspace")).isEqualTo(Level.WARN);
        assertThat(level("engine.numbers")).as("numbers are asked for apart").isEqualTo(Level.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loud", "engine", "engine=", "=trace", "kitchen=debug", "engine=trace=debug", "info,,"})
    void whatIsNoLevelOrNoSubjectIsWrongUsageThatNamesBoth(String levels) {
        var ended = CommandOutput.of("campaigns", "--log", levels, "--workspace", folder.resolve("none"));
        assertThat(ended.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ended.err()).contains("--log can't be read at", LogLevels.LEVELS, LogLevels.SUBJECTS);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--log,loud", "--log,kitchen=debug"})
    void aPlainStartLeavesWhatIsWrongToTheCommandLine(String option, String value) {
        assertThat(WorkspaceOptions.ofPlain(option, value)).isEmpty();
        assertThat(WorkspaceOptions.ofPlain("--demo", "--log", "engine=trace", "--log-numbers"))
                .hasValueSatisfying(
                        options -> assertThat(options.log().isEmpty()).isFalse());
    }

    @Test
    void subjectsAreTheRoomsThatLog() throws IOException {
        var logging = new TreeSet<String>();
        try (var files = Files.walk(HOUSE)) {
            for (var file :
                    files.filter(found -> found.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("LoggerFactory")) {
                    logging.add(HOUSE.relativize(file).getName(0).toString());
                }
            }
        }
        assertThat(LogLevels.SUBJECTS.split(", "))
                .containsAll(logging)
                .allSatisfy(subject -> assertThat(List.of(HOUSE, HOUSE.resolve("telephony")))
                        .anySatisfy(room -> assertThat(room.resolve(subject)).isDirectory()));
    }

    @Test
    void aRunWritesItsInputsAndOrdersIntoTheLogOfTheWorkspaceAndNoNumberInFull() throws IOException {
        var ended = CommandOutput.of(
                "run",
                "--demo",
                "--speed",
                "20",
                "--for",
                "3s",
                "--log",
                "engine=trace",
                "--workspace",
                folder.resolve("demo"));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        var log = Files.readString(Logging.file(folder.resolve("demo")));
        assertThat(log)
                .contains("TRACE", "EngineTrace order originate CallRequest[", "EngineTrace input CallAccepted[");
        assertThat(log).doesNotContainPattern("\\+\\d{5,}").doesNotContain("order capabilities");
        assertThat(log).as("by the engine's thread").doesNotContain("[main] EngineTrace");
        var again = CommandOutput.of("replay", "last", "--log", "engine=trace", "--workspace", folder.resolve("demo"));
        assertThat(again.exitCode()).as(again.out()).isZero();
        assertThat(Files.readString(Logging.file(folder.resolve("demo"))))
                .contains("[main] EngineTrace input CallAnswered[");
    }
}
