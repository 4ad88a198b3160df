package dev.outpace.app;

import dev.outpace.formats.ColumnUseWord;
import dev.outpace.workspace.ImportForecast;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TargetFile.Written;
import dev.outpace.workspace.TargetReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What an import of targets did, for people: how the file was read, rows taken, rows rejected. */
final class TargetReportText {
    private static final int SHOWN = 20;

    private final Path file;
    private final Printed texts = new Printed();

    TargetReportText(Path file) {
        this.file = file;
    }

    /** @param forecast of a check; null where the targets were taken */
    void print(TargetReport report, @Nullable ImportForecast forecast) {
        switch (report.written()) {
            case Written.Text(var charset, var delimiter) ->
                line("import.read", file, charset.displayName(), delimiter(delimiter), report.region());
            case Written.Sheet(var sheet, var _) ->
                line("import.read_sheet", file, Printed.plain(sheet), report.region());
        }
        for (var column : report.columns()) {
            line("import.column", Printed.plain(column.name()), ColumnUseWord.of(column.use()));
        }
        var words = new ProblemWords();
        report.doubts().forEach(doubt -> System.err.println("warning: " + words.line(doubt)));
        report.firstRejected().stream()
                .limit(SHOWN)
                .forEach(row ->
                        System.err.println(texts.text("import.rejected_row", row.line(), Printed.plain(row.reason()))));
        if (report.rejected() > SHOWN) {
            System.err.println(texts.text("import.rejected_more", report.rejected() - SHOWN));
        }
        if (report.costly() > 0) {
            System.err.println(texts.text("import.costly", report.costly()));
        }
        if (forecast == null) {
            line("import.rows", report.taken(), report.rejected());
            if (report.updated() + report.left() > 0) {
                line("import.updated", report.updated(), report.left());
            }
        } else {
            print(forecast);
        }
        if (report.rejectedFile() != null) {
            line("import.rejected_file", report.rejectedFile());
        }
    }

    private void print(ImportForecast forecast) {
        var counts = forecast.counts();
        line(
                "import.counts",
                counts.rows(),
                counts.fresh(),
                counts.updated(),
                counts.inList(),
                counts.twice(),
                counts.doNotCall(),
                counts.rejected());
        forecast.doNotCall().forEach((list, rows) -> {
            if (!list.isEmpty()) {
                line("import.listed", Printed.plain(list), rows);
            }
        });
        var zones = forecast.zones();
        zones.targets().forEach((zone, targets) -> line("import.zone", zone.replace(" ", ", "), targets));
        if (zones.unknown() > 0) {
            line("import.no_zone", zones.unknown());
        }
        var callable = forecast.callable();
        if (callable != null) {
            line(
                    "import.callable",
                    Printed.plain(callable.rules()),
                    callable.now(),
                    callable.laterToday(),
                    callable.notToday());
        }
    }

    private void line(String key, Object... args) {
        System.out.println(texts.text(key, args));
    }

    private String delimiter(char delimiter) {
        return delimiter == '\t' ? texts.text("import.tab") : String.valueOf(delimiter);
    }
}
