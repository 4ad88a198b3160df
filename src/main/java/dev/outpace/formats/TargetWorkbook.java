package dev.outpace.formats;

import dev.outpace.model.OutdialTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes targets as a workbook whose cells are all texts; more rows than a sheet can have go on in a next sheet. */
final class TargetWorkbook implements TargetWriter {
    /** As many as programs for workbooks read, with the names of the columns. */
    static final int ROWS_OF_A_SHEET = 1_048_576;

    /** A cell can't hold more. */
    private static final int MOST_CHARACTERS = 32_767;

    /** Rows that are kept in memory. */
    private static final int ROWS_AT_ONCE = 500;

    private final Workbook workbook;
    private final int rowsOfASheet;
    private Worksheet sheet;
    private int sheets;
    private int row;

    TargetWorkbook(OutputStream out) {
        this(out, ROWS_OF_A_SHEET);
    }

    /** @param rowsOfASheet with the names of the columns */
    TargetWorkbook(OutputStream out, int rowsOfASheet) {
        workbook = new Workbook(out, "Outpace", null);
        this.rowsOfASheet = rowsOfASheet;
        sheet = next();
    }

    private Worksheet next() {
        sheets++;
        var made = workbook.newWorksheet(sheets == 1 ? "targets" : "targets " + sheets);
        row = 0;
        put(made, TargetCells.columns());
        return made;
    }

    private void put(Worksheet into, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!cell.isEmpty()) {
                into.inlineString(row, i, cell.length() > MOST_CHARACTERS ? cell.substring(0, MOST_CHARACTERS) : cell);
            }
        }
        row++;
    }

    @Override
    public void write(OutdialTarget target) {
        try {
            if (row == rowsOfASheet) {
                sheet.finish();
                sheet = next();
            }
            put(sheet, TargetCells.of(target));
            if (row % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.close();
    }
}
