package dev.outpace.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes targets as CSV, one by one, in UTF-8: numbers in +country form, moments in UTC by ISO 8601, and no cell that a
 * spreadsheet would run.
 */
public final class TargetCsv implements AutoCloseable {
    private final CsvWriter csv;

    /** Begins with the names of the columns. {@code out} is closed with this. */
    public TargetCsv(OutputStream out) {
        csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        var names = new ArrayList<>(List.of("name", "detail", "data", "status"));
        names.addAll(five(slot -> "tries_" + slot));
        names.add("next_try_at");
        names.addAll(five(slot -> "destination_" + slot));
        names.add("last_result");
        csv.writeRecord(names);
    }

    private static List<String> five(IntFunction<String> cell) {
        return IntStream.range(0, Outplan.DESTINATIONS).mapToObj(cell).toList();
    }

    public void write(OutdialTarget target) {
        var cells = new ArrayList<String>();
        cells.add(FormulaGuard.on(target.name()));
        cells.add(FormulaGuard.on(target.detail()));
        cells.add(FormulaGuard.on(target.data()));
        cells.add(Fields.word(target.status()));
        cells.addAll(five(slot -> target.tryCounts().get(slot).toString()));
        var nextTryAt = target.nextTryAt();
        cells.add(nextTryAt == null ? "" : nextTryAt.toString());
        cells.addAll(five(slot -> dialed(target.destinations().get(slot))));
        var last = target.lastResult();
        cells.add(last == null ? "" : Fields.word(last));
        csv.writeRecord(cells);
    }

    private static String dialed(@Nullable Address address) {
        return address == null ? "" : FormulaGuard.on(address.target());
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
