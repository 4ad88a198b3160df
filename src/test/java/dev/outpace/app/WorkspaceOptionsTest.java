package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class WorkspaceOptionsTest {
    @Command
    private static final class Read {
        @Mixin
        private final WorkspaceOptions options = new WorkspaceOptions();
    }

    private static WorkspaceOptions readByPicocli(String... arguments) {
        var read = new Read();
        new CommandLine(read).parseArgs(arguments);
        return read.options;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--demo",
                "--workspace some/folder",
                "--speed 10",
                "--demo --speed 999 --workspace folder",
                "--workspace folder --demo"
            })
    void plainArgumentsAreReadAsPicocliReadsThem(String line) {
        var arguments = line.isEmpty() ? new String[0] : line.split(" ");
        var read = readByPicocli(arguments);
        assertThat(WorkspaceOptions.ofPlain(arguments))
                .hasValueSatisfying(plain -> assertThat(List.of(plain.folder(), plain.demo(), plain.speed()))
                        .isEqualTo(List.of(read.folder(), read.demo(), read.speed())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "campaigns",
                "--demo --demo",
                "--workspace",
                "--workspace --demo",
                "--workspace=folder",
                "--speed",
                "--speed 0",
                "--speed 1001",
                "--speed fast",
                "--demo run"
            })
    void everythingElseIsLeftToPicocli(String line) {
        assertThat(WorkspaceOptions.ofPlain(line.split(" "))).isEmpty();
    }

    @Test
    void aFolderWithoutANameIsLeftToPicocli() {
        assertThat(WorkspaceOptions.ofPlain("--workspace", "")).isEmpty();
    }
}
