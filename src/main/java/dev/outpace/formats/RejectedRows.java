package dev.outpace.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rejected rows of an import, of a workbook, too, as CSV, to be corrected and imported again: the columns of the file, then line and
 * reason. UTF-8 with a byte order mark, and no cell that a spreadsheet would run.
 */
public final class RejectedRows implements AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final OutputStream out;
    private final CsvWriter csv;
    private final List<String> columns;
    private boolean begun;

    RejectedRows(TableFacts facts, OutputStream out) {
        this.out = out;
        this.columns = facts.columns();
        this.csv = CsvWriter.builder()
                .fieldSeparator(facts.form() instanceof CsvForm form ? form.delimiter() : ',')
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(out, StandardCharsets.UTF_8);
    }

    /** @param reason the row's problem in words */
    public void write(ReadRow.Rejected row, String reason) throws IOException {
        begin();
        record(row.cells(), Long.toString(row.line()), reason);
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.write(BYTE_ORDER_MARK);
            record(columns, ColumnGuess.REJECTED_LINE, ColumnGuess.REJECTED_REASON);
        }
    }

    private void record(List<String> cells, String line, String reason) throws IOException {
        var record = new ArrayList<String>(columns.size() + 2);
        for (int i = 0; i < columns.size(); i++) {
            record.add(FormulaGuard.on(i < cells.size() ? cells.get(i) : ""));
        }
        record.add(line);
        record.add(FormulaGuard.on(reason));
        cells.stream().skip(columns.size()).map(FormulaGuard::on).forEach(record::add);
        try {
            csv.writeRecord(record);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        begin();
        csv.close();
    }
}
