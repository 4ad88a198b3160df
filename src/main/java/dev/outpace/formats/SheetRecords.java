package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of a workbook that {@link WorkbookGuard} has passed. One of them is in memory, and the shared strings. */
final class SheetRecords implements TableRecords {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final SheetCells cells;

    private SheetRecords(ReadableWorkbook workbook, Stream<org.dhatim.fastexcel.reader.Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        rows = stream.iterator();
        cells = new SheetCells(workbook.isDate1904());
    }

    /** The names of all sheets, in their order. */
    static List<String> sheets(Path file) throws IOException {
        try (var workbook = workbook(file)) {
            return workbook.getSheets().map(Sheet::getName).toList();
        }
    }

    static SheetRecords open(Path file, String sheet) throws IOException {
        var workbook = workbook(file);
        try {
            var found = workbook.getSheets()
                    .filter(each -> each.getName().equals(sheet))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no sheet " + sheet));
            return new SheetRecords(workbook, found.openStream());
        } catch (IOException | RuntimeException failure) {
            workbook.close();
            throw damaged(failure);
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), OPTIONS);
        } catch (RuntimeException failure) {
            throw damaged(failure);
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                var row = record(rows.next());
                if (row.fault() != null || !row.fields().isEmpty()) {
                    return row;
                }
            }
            return null;
        } catch (RuntimeException failure) {
            throw damaged(failure);
        }
    }

    private Row record(org.dhatim.fastexcel.reader.Row row) {
        int last = row.getCellCount() - 1;
        while (last >= 0 && cells.text(row.getCell(last)).isBlank()) {
            last--;
        }
        if (last >= MAX_COLUMNS) {
            var first = cells.text(row.getCell(0));
            return new Row(row.getRowNum(), List.of(first), Problem.error("row.too_many_columns", ""));
        }
        var fields = new ArrayList<String>(last + 1);
        for (int i = 0; i <= last; i++) {
            fields.add(cells.text(row.getCell(i)));
        }
        return new Row(row.getRowNum(), fields, null);
    }

    /** The reader throws whatever a file that is not as it should be makes of it. */
    private static IOException damaged(Exception failure) {
        return failure instanceof IOException plain ? plain : new DamagedWorkbook(failure);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
