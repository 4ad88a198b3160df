package dev.outpace.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings campaigns and set-ups from files into a workspace that is not running. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class ImportCommand extends OfflineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*")
    private List<Path> files = List.of();

    @Option(names = "--replace")
    private boolean replace;

    @ArgGroup(exclusive = false)
    private @Nullable Targets targets;

    @Spec
    private CommandSpec command;

    /** What goes together for a CSV file. */
    static final class Targets {
        @Option(names = "--targets", paramLabel = "FILE.csv", required = true, descriptionKey = "targets")
        private Path file;

        @Option(names = "--list", paramLabel = "NAME", required = true, descriptionKey = "list")
        private String list;

        @Option(names = "--region", paramLabel = "XX", defaultValue = "US", descriptionKey = "region")
        private String region;
    }

    @Override
    boolean makesWorkspace() {
        return true;
    }

    @Override
    public Integer call() {
        var csv = targets;
        if (csv != null) {
            return order("import", orders -> orders.importFiles(files, replace, csv.file, csv.list, csv.region));
        }
        if (files.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "There is nothing to import: name a FILE, or --targets");
        }
        return order("import", orders -> orders.importFiles(files, replace));
    }
}
