package dev.outpace.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.outpace.model.OutdialTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes targets as CSV in UTF-8. */
final class TargetCsv implements TargetWriter {
    private final CsvWriter csv;

    /** Begins with the names of the columns. {@code out} is closed with this. */
    TargetCsv(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord(TargetCells.columns());
    }

    @Override
    public void write(OutdialTarget target) {
        csv.writeRecord(TargetCells.of(target));
    }

    @Override
    public void close() throws IOException {
        try {
            csv.close();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
