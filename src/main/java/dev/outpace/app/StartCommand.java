package dev.outpace.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Override
    public Integer call() {
        return order("start", campaign, orders -> orders.start(campaign, real));
    }
}
