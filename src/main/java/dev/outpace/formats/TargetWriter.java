package dev.outpace.formats;

import dev.outpace.model.OutdialTarget;
import java.io.IOException;
import java.io.OutputStream;

/** Writes targets one by one, in bounded memory. Not closed by whoever failed: what is written then is no whole file. */
public interface TargetWriter extends AutoCloseable {
    /** The forms of a file. */
    enum Form {
        CSV,
        XLSX
    }

    /** @throws java.io.UncheckedIOException if it can't be written */
    void write(OutdialTarget target);

    /** Writes the end, and closes the stream. */
    @Override
    void close() throws IOException;

    /** Begins a file. {@code out} is closed with the writer. */
    static TargetWriter to(OutputStream out, Form form) {
        return switch (form) {
            case CSV -> new TargetCsv(out);
            case XLSX -> new TargetWorkbook(out);
        };
    }
}
