package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a table, one after the other: those of a CSV text, or the rows of a sheet. */
sealed interface TableRecords extends Closeable permits CsvRecords, SheetRecords {
    /** More would be no table of targets. */
    int MAX_COLUMNS = 1_000;

    /**
     * @param line where the record begins
     * @param fields its fields; with a fault, the beginning of its line as the only one
     * @param fault what is wrong with it, at no place; null for nothing
     */
    record Row(long line, List<String> fields, @Nullable Problem fault) {}

    /** The next record that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException;
}
