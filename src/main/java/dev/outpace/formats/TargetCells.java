package dev.outpace.formats;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A target as a row of texts: numbers in +country form, moments in UTC by ISO 8601, and no cell that a spreadsheet would run.
 */
final class TargetCells {
    private TargetCells() {}

    static List<String> columns() {
        var names = new ArrayList<>(List.of("name", "detail", "data", "status"));
        names.addAll(five(slot -> "tries_" + slot));
        names.add("next_try_at");
        names.addAll(five(slot -> "destination_" + slot));
        names.add("last_result");
        return names;
    }

    private static List<String> five(IntFunction<String> cell) {
        return IntStream.range(0, Outplan.DESTINATIONS).mapToObj(cell).toList();
    }

    static List<String> of(OutdialTarget target) {
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
        return cells;
    }

    private static String dialed(@Nullable Address address) {
        return address == null ? "" : FormulaGuard.on(address.target());
    }
}
