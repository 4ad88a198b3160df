package dev.outpace.app;

import java.util.List;
import picocli.CommandLine;

/** The commands of the command line, in the order in which the help tells them. A new one is added here, and nowhere else. */
final class Commands {
    private Commands() {}

    private static List<Object> all() {
        return List.of(
                new RunCommand(),
                new AuditCommand(),
                new DoctorCommand(),
                new ReplayCommand(),
                new ExplainCommand(),
                new ImportCommand(),
                new ExportCommand(),
                new TargetsCommand(),
                new CampaignsCommand(),
                new CheckCommand(),
                new RulesCommand(),
                new TestCallCommand(),
                new SimulateCommand(),
                new GoalsCommand(),
                new TelephonyCommand(),
                new StartCommand(),
                new StopCommand());
    }

    /** @param console what is done without a command */
    static CommandLine over(Object console) {
        var commandLine = new CommandLine(console);
        all().forEach(commandLine::addSubcommand);
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, failed, _) -> Failures.failed(failure, failed.getErr()::println));
    }
}
