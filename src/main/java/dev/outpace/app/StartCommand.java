package dev.outpace.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a campaign of a workspace that is not running: the next run acts on it. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class StartCommand extends OfflineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaign")
    private String campaign;

    @Option(names = "--real")
    private boolean real;

    @Option(names = "--try", paramLabel = "N")
    private int tries;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (tries != 0 && tries != 1) {
            throw new ParameterException(spec.commandLine(), new Printed().text("text.start.try"));
        }
        boolean once = tries == 1;
        return told(
                order("start", orders -> orders.start(campaign, real, once)),
                once ? "text.start.tried" : "text.start.done",
                campaign);
    }
}
