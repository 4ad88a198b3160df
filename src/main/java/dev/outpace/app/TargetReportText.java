package dev.outpace.app;

import dev.outpace.model.ColumnUse;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TargetFile.Written;
import dev.outpace.workspace.TargetReport;
import java.nio.file.Path;

/** What an import of targets did, for people: how the file was read, rows taken, rows rejected. */
final class TargetReportText {
    private static final int SHOWN = 20;

    private final Path file;
    private final Printed texts = new Printed();

    TargetReportText(Path file) {
        this.file = file;
    }

    void print(TargetReport report) {
        switch (report.written()) {
            case Written.Text(var charset, var delimiter) ->
                line("import.read", file, charset.displayName(), delimiter(delimiter), report.region());
            case Written.Sheet(var sheet, var _) ->
                line("import.read_sheet", file, Printed.plain(sheet), report.region());
        }
        for (var column : report.columns()) {
            line("import.column", Printed.plain(column.name()), use(column.use()));
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
        line("import.rows", report.taken(), report.rejected());
        if (report.rejectedFile() != null) {
            line("import.rejected_file", report.rejectedFile());
        }
    }

    private void line(String key, Object... args) {
        System.out.println(texts.text(key, args));
    }

    private String delimiter(char delimiter) {
        return delimiter == '\t' ? texts.text("import.tab") : String.valueOf(delimiter);
    }

    private String use(ColumnUse use) {
        return switch (use) {
            case ColumnUse.Name() -> "name";
            case ColumnUse.Detail() -> "detail";
            case ColumnUse.Destination(var index) -> "destination_" + index;
            case ColumnUse.NextDestination() -> "destination";
            case ColumnUse.Country() -> "country";
            case ColumnUse.PhoneCode() -> "phone_code";
            case ColumnUse.AreaCode() -> "area_code";
            case ColumnUse.DoNotCall() -> "do_not_call";
            case ColumnUse.Data _ -> "data";
            case ColumnUse.Skip() -> "skip";
        };
    }
}
