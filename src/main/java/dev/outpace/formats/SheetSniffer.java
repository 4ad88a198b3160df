package dev.outpace.formats;

import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a workbook holds: its sheets, and of one of them the columns and how many rows there are. */
final class SheetSniffer {
    private final CheckedFile file;

    SheetSniffer(CheckedFile file) {
        this.file = file;
    }

    /** @param sheet null for the first that has rows */
    TableFacts facts(@Nullable String sheet) throws FileRefused, IOException {
        new WorkbookGuard(file.path()).check();
        var sheets = SheetRecords.sheets(file.path());
        if (sheet != null) {
            var named = sheets.stream()
                    .filter(name -> name.equalsIgnoreCase(sheet.strip()))
                    .findFirst()
                    .orElseThrow(() -> refused("workbook.no_sheet", Shown.of(sheet), String.join(", ", sheets)));
            return facts(named, sheets);
        }
        for (var name : sheets) {
            if (!head(name).rows().isEmpty()) {
                return facts(name, sheets);
            }
        }
        throw refused("csv.empty");
    }

    /** The facts with a form that a person has corrected. */
    TableFacts facts(TableFacts sniffed, SheetForm form) throws FileRefused, IOException {
        return head(form.sheet()).facts(file.bytes(), sniffed.lines(), form, List.of());
    }

    private TableFacts facts(String sheet, List<String> sheets) throws FileRefused, IOException {
        var head = head(sheet);
        var form = new SheetForm(sheet, sheets, head.namesColumns());
        return head.facts(file.bytes(), count(sheet), form, List.of());
    }

    private TableHead head(String sheet) throws IOException {
        try (var records = SheetRecords.open(file.path(), sheet)) {
            return TableHead.of(file.path(), records);
        }
    }

    private long count(String sheet) throws IOException {
        long rows = 0;
        try (var records = SheetRecords.open(file.path(), sheet)) {
            while (records.next() != null) {
                rows++;
            }
        }
        return rows;
    }

    private FileRefused refused(String code, Object... args) {
        return new FileRefused(Problem.error(code, file.path().toString(), args));
    }
}
