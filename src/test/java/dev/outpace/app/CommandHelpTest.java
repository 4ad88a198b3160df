package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class CommandHelpTest {
    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandHelpTest::all));
    }

    static Stream<CommandLine> commands() {
        return all(Main.commandLine(new LastWords(_ -> {})));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAndEachOfItsArgumentsIsDescribed(CommandLine command) {
        var spec = command.getCommandSpec();
        assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
        for (ArgSpec argument : spec.args()) {
            // Of a positional argument picocli prints, but does not hand out, what the bundle says.
            var label = argument.paramLabel().replace("...", "");
            assertThat(String.join(" ", argument.description())
                            + line(command.getUsageMessage(), argument.isPositional() ? label : "\0"))
                    .as(spec.qualifiedName() + " " + argument)
                    .isNotBlank();
        }
        assertThat(command.getUsageMessage()).doesNotContain("null");
    }

    /** What stands behind a name in its own line of the list of arguments. */
    private static String line(String usage, String name) {
        return usage.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name) || line.startsWith('[' + name))
                .map(line -> line.replaceFirst("^\\S+", ""))
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aListOfCommandsSaysWhatEachDoes(CommandLine command) {
        for (var name : command.getSubcommands().keySet()) {
            assertThat(command.getUsageMessage()).containsPattern("(?m)^ +" + name + " +\\S+ \\S+");
        }
    }
}
