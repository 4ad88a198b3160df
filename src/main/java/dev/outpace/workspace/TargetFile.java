package dev.outpace.workspace;

import dev.outpace.formats.CsvForm;
import dev.outpace.formats.SheetForm;
import dev.outpace.formats.TableFacts;
import dev.outpace.formats.TableForm;
import dev.outpace.model.Problem;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** A file of targets, a CSV file or a workbook, as it is shown before its import. */
public final class TargetFile {
    private final TableFacts facts;

    /** What looking at a file gives. */
    public sealed interface Look {
        record Usable(TargetFile file) implements Look {}

        /** It can't be used at all. */
        record Refused(Problem problem) implements Look {}
    }

    /** How it is written. */
    public sealed interface Written {
        record Text(Charset charset, char delimiter) implements Written {}

        /** @param sheets the names of all sheets of the workbook */
        record Sheet(String sheet, List<String> sheets) implements Written {
            public Sheet {
                sheets = List.copyOf(sheets);
            }
        }
    }

    TargetFile(TableFacts facts) {
        this.facts = facts;
    }

    TableFacts facts() {
        return facts;
    }

    public Path path() {
        return facts.file();
    }

    public long bytes() {
        return facts.bytes();
    }

    /** About how many there are: a row over several lines counts for each. */
    public long rows() {
        return facts.rows();
    }

    public Written written() {
        return written(facts.form());
    }

    static Written written(TableForm form) {
        return switch (form) {
            case CsvForm csv -> new Written.Text(csv.charset(), csv.delimiter());
            case SheetForm sheet -> new Written.Sheet(sheet.sheet(), sheet.sheets());
        };
    }

    /** Warnings of what was guessed. */
    public List<Problem> doubts() {
        return facts.doubts();
    }

    public List<String> columns() {
        return facts.columns();
    }

    /** The first rows, each with as many cells as there are columns. */
    public List<List<String>> samples() {
        return facts.samples();
    }
}
