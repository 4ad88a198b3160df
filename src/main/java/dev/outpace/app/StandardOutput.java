package dev.outpace.app;

import dev.outpace.workspace.FileBeside;
import dev.outpace.workspace.OfflineOrders.Content;
import dev.outpace.workspace.OfflineOrders.Output;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The standard output, for an export: it stays open. */
final class StandardOutput implements Output {
    /** @param file where an export goes; null for the standard output */
    static Output or(@Nullable Path file) {
        return file == null ? new StandardOutput() : new FileBeside(file);
    }

    @Override
    public void write(Content content) throws IOException {
        var out = new Unclosed(new BufferedOutputStream(System.out));
        content.to(out);
        out.flush();
        if (System.out.checkError()) {
            throw new IOException("The standard output can't be written.");
        }
    }

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
