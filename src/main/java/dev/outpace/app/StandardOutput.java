package dev.outpace.app;

import dev.outpace.files.PrivateFiles;
import dev.outpace.files.UnclosedStream;
import dev.outpace.workspace.OfflineOrders.Output;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The standard output, for an export: it stays open. */
final class StandardOutput implements Output {
    /** @param file where an export goes, which is as it was until all is written; null for the standard output */
    static Output or(@Nullable Path file) {
        return file == null ? new StandardOutput() : content -> PrivateFiles.replace(file, content);
    }

    @Override
    public void write(PrivateFiles.Content content) throws IOException {
        var out = new UnclosedStream(new BufferedOutputStream(System.out));
        content.writeTo(out);
        out.flush();
        if (System.out.checkError()) {
            throw new IOException(new Printed().text("text.output"));
        }
    }
}
