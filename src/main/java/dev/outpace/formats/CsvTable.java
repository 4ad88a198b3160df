package dev.outpace.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes a small table as CSV: UTF-8 with a byte order mark, and no cell that a spreadsheet would run. */
public final class CsvTable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CsvTable() {}

    /** @param rows each with a cell for every column */
    public static void write(Path file, List<String> columns, List<List<String>> rows) throws IOException {
        try {
            PrivateFiles.replace(file, out -> {
                out.write(BYTE_ORDER_MARK);
                var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
                csv.writeRecord(columns);
                for (var row : rows) {
                    csv.writeRecord(row.stream().map(FormulaGuard::on).toList());
                }
                csv.flush();
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
