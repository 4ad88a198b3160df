package dev.outpace.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops a campaign of a workspace that is not running: the next run acts on it. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class StopCommand extends OfflineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaign")
    private String campaign;

    @Override
    public Integer call() {
        return order("stop", campaign, orders -> orders.stop(campaign));
    }
}
