package dev.outpace.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a campaign of a workspace that is not running in the published format. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class ExportCommand extends OfflineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAMPAIGN", descriptionKey = "campaign")
    private String campaign;

    @Option(names = "-o", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--with-references")
    private boolean withReferences;

    @Override
    public Integer call() {
        try (var orders = open("export")) {
            int exitCode = tell(orders.export(campaign, withReferences, StandardOutput.or(file)));
            return file == null ? exitCode : told(exitCode, "text.export.done", campaign, file);
        } catch (IOException failure) {
            return Failures.refused(failure);
        }
    }
}
