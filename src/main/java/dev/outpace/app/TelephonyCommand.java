package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets the telephony of a workspace that is not running. */
@Command(
        name = "telephony",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        subcommands = {
            TelephonyCommand.Simulated.class,
            TelephonyAsteriskCommand.class,
            TelephonyMediaCommand.class,
            TelephonyCheckCommand.class
        },
        sortOptions = false)
final class TelephonyCommand {
    /** Sets the simulated telephony and prints how it behaves, or takes that from a file. */
    @Command(
            name = "simulated",
            mixinStandardHelpOptions = true,
            resourceBundle = "dev.outpace.app.commands",
            sortOptions = false)
    static final class Simulated extends OfflineCommand implements Callable<Integer> {
        @Option(names = "--world", paramLabel = "FILE")
        private @Nullable Path world;

        @Override
        boolean makesWorkspace() {
            return world != null;
        }

        @Override
        public Integer call() {
            try (var orders = open("telephony")) {
                int exitCode = world == null ? 0 : tell(orders.simulatedTelephony(world));
                if (exitCode == 0) {
                    tell(orders.useSimulated());
                    System.out.println(new JacksonJson().write(orders.simulatedTelephony()));
                }
                return exitCode;
            }
        }
    }
}
