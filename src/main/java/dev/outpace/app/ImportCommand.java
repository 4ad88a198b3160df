package dev.outpace.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings campaigns and set-ups from files into a workspace that is not running. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class ImportCommand extends OfflineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files;

    @Option(names = "--replace")
    private boolean replace;

    @Override
    public Integer call() {
        return order("import", orders -> orders.importFiles(files, replace));
    }
}
