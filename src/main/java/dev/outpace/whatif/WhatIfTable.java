package dev.outpace.whatif;

import dev.outpace.formats.CsvTable;
import dev.outpace.whatif.WhatIfAnswer.Point;
import dev.outpace.whatif.WhatIfSetting.Adaptive;
import dev.outpace.whatif.WhatIfSetting.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer as a table for a spreadsheet: shares in percent, moments in UTC. */
public final class WhatIfTable {
    private static final List<String> COLUMNS = List.of(
            "pacing",
            "setting_percent",
            "utilisation_percent",
            "utilisation_se",
            "abandon_percent",
            "abandon_se",
            "calls_per_hour",
            "calls_per_hour_se",
            "hours_of_calling",
            "finish");

    private final WhatIfAnswer answer;

    public WhatIfTable(WhatIfAnswer answer) {
        this.answer = answer;
    }

    public void write(Path file) throws IOException {
        CsvTable.write(file, columns(), answer.points().map(WhatIfTable::row).toList());
    }

    /** Behind the others, three for each other campaign of the queue. */
    private List<String> columns() {
        var columns = new ArrayList<>(COLUMNS);
        for (int other = 1; other < answer.question().campaigns(); other++) {
            columns.add("other_" + other);
            columns.add("other_" + other + "_abandon_percent");
            columns.add("other_" + other + "_abandon_se");
        }
        return columns;
    }

    private static List<String> row(Point point) {
        var cells = new ArrayList<>(own(point));
        for (var other : point.others()) {
            cells.add(other.name());
            cells.add(number(100 * other.abandon().mean()));
            cells.add(number(100 * other.abandon().standardError()));
        }
        return cells;
    }

    private static List<String> own(Point point) {
        var finish = point.finish();
        return List.of(
                point.setting() instanceof Adaptive ? "adaptive" : "service_level",
                switch (point.setting()) {
                    case Level(var level) -> Integer.toString(level);
                    case Adaptive(var target) -> number(100 * target);
                },
                number(100 * point.utilisation().mean()),
                number(100 * point.utilisation().standardError()),
                number(100 * point.abandon().mean()),
                number(100 * point.abandon().standardError()),
                number(point.callsPerHour().mean()),
                number(point.callsPerHour().standardError()),
                finish.map(end -> number(end.calling().toMillis() / 3_600_000.0))
                        .orElse(""),
                finish.map(end -> end.at().toString()).orElse(""));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
