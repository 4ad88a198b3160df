package dev.outpace.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
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
            int exitCode = tell(orders.export(campaign, withReferences, this::output));
            return file == null ? exitCode : told(exitCode, "text.export.done", campaign, file);
        } catch (IOException failure) {
            return Main.refused(failure);
        }
    }

    private OutputStream output() throws IOException {
        return file != null ? Files.newOutputStream(file) : new Unclosed(System.out);
    }

    /** The standard output stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
