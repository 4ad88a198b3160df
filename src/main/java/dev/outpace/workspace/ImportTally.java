package dev.outpace.workspace;

import dev.outpace.formats.ReadRow;
import dev.outpace.model.OutdialTarget;
import dev.outpace.workspace.ImportForecast.Row;
import dev.outpace.workspace.ImportForecast.RowFate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a file that is checked. One thread. */
final class ImportTally {
    private final ProblemWords words = new ProblemWords();
    private final Map<RowFate, Long> fates = new EnumMap<>(RowFate.class);
    private final Map<RowFate, List<Row>> firstRows = new EnumMap<>(RowFate.class);
    private final Map<String, Long> doNotCall = new TreeMap<>();
    private final ImportPlaces places;
    private long rows;
    private long withZone;
    private long costly;

    ImportTally(ImportPlaces places) {
        this.places = places;
    }

    long rows() {
        return rows;
    }

    void add(ReadRow row) {
        rows++;
        switch (row) {
            case ReadRow.Accepted(var line, var target, var dear) -> {
                withZone += target.routing().zone().isEmpty() ? 0 : 1;
                costly += dear ? 1 : 0;
                places.add(target);
                count(target.seq() == 0 ? RowFate.FRESH : RowFate.UPDATED, line, "", target, List.of());
            }
            case ReadRow.Rejected(var line, var reason, var cells) -> {
                var fate = fate(reason.code());
                if (fate == RowFate.DO_NOT_CALL) {
                    var list = reason.args().size() > 1
                            ? String.valueOf(reason.args().get(1))
                            : "";
                    doNotCall.merge(list, 1L, Long::sum);
                }
                count(fate, line, words.line(reason), null, cells);
            }
        }
    }

    private static RowFate fate(String code) {
        return switch (code) {
            case "row.in_list" -> RowFate.IN_LIST;
            case "row.in_file" -> RowFate.TWICE;
            case "row.do_not_call", "row.listed" -> RowFate.DO_NOT_CALL;
            default -> RowFate.REJECTED;
        };
    }

    private void count(RowFate fate, long line, String reason, @Nullable OutdialTarget target, List<String> cells) {
        fates.merge(fate, 1L, Long::sum);
        var first = firstRows.computeIfAbsent(fate, _ -> new ArrayList<>());
        if (first.size() < ImportForecast.MOST_ROWS) {
            first.add(new Row(line, reason, target == null ? String.join(", ", cells) : written(target)));
        }
    }

    private static String written(OutdialTarget target) {
        var text = new StringJoiner(", ");
        if (!target.name().isEmpty()) {
            text.add(target.name());
        }
        for (var address : target.destinations()) {
            if (address != null) {
                text.add(address.target());
            }
        }
        return text.toString();
    }

    ImportForecast forecast() {
        return new ImportForecast(
                new ImportCounts(
                        rows,
                        count(RowFate.FRESH),
                        count(RowFate.UPDATED),
                        count(RowFate.IN_LIST),
                        count(RowFate.TWICE),
                        count(RowFate.DO_NOT_CALL),
                        count(RowFate.REJECTED),
                        withZone,
                        costly),
                doNotCall,
                places.zones(),
                places.callable(),
                firstRows);
    }

    private long count(RowFate fate) {
        return fates.getOrDefault(fate, 0L);
    }
}
