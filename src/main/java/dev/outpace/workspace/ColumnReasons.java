package dev.outpace.workspace;

import dev.outpace.formats.ColumnCells;
import dev.outpace.formats.ColumnMapping.Column;
import dev.outpace.model.ColumnUse;
import dev.outpace.workspace.ColumnSuggestion.Certainty;
import dev.outpace.workspace.RememberedMappings.Remembered;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What speaks for the place of one column: its cells, else the last import with these headers, else its header. */
final class ColumnReasons {
    private static final int SURE = 90;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.columns", Locale.ROOT);
    private final ColumnCells cells;
    private final boolean firstOnly;
    private final @Nullable Remembered before;

    /**
     * @param firstOnly whether the file has more rows than were looked at
     * @param before null where these headers are new
     */
    ColumnReasons(ColumnCells cells, boolean firstOnly, @Nullable Remembered before) {
        this.cells = cells;
        this.firstOnly = firstOnly;
        this.before = before;
    }

    ColumnSuggestion suggestion(Column column) {
        return switch (column.use()) {
            case ColumnUse.Skip _ -> new ColumnSuggestion(column.use(), Certainty.SKIPPED, "");
            case ColumnUse.Destination _, ColumnUse.NextDestination _ -> phone(column);
            case ColumnUse.Name _ -> name(column);
            case ColumnUse.Region _ -> mostly(column, cells.states(), "column.state", "column.few_states");
            case ColumnUse.Zone _ -> mostly(column, cells.zones(), "column.zone", "column.few_zones");
            case ColumnUse.CallAt _ -> everywhere(column, cells.moments());
            case ColumnUse.Data _ -> data(column);
            case ColumnUse.Detail _,
                    ColumnUse.Country _,
                    ColumnUse.PhoneCode _,
                    ColumnUse.AreaCode _,
                    ColumnUse.Priority _,
                    ColumnUse.DoNotCall _ -> byHeader(column);
        };
    }

    private ColumnSuggestion phone(Column column) {
        int found = percent(cells.phones(), cells.filled());
        if (found < SURE) {
            return look(column, "column.few_phones", found);
        }
        var key = cells.filled() == cells.rows() ? "column.phone" : "column.phone_or_empty";
        return sure(column, key, percent(cells.filled(), cells.rows()), cells.dialed());
    }

    private ColumnSuggestion name(Column column) {
        int words = percent(cells.words(), cells.filled());
        int several = percent(cells.severalWords(), cells.filled());
        if (words < SURE) {
            return look(column, "column.few_names", words);
        }
        return several > 100 - SURE ? sure(column, "column.two_words", several) : sure(column, "column.word", words);
    }

    private ColumnSuggestion mostly(Column column, int count, String enough, String few) {
        int found = percent(count, cells.filled());
        return found < SURE ? look(column, few, found) : sure(column, enough, found);
    }

    /** An empty cell is no moment either. */
    private ColumnSuggestion everywhere(Column column, int count) {
        int found = percent(count, cells.rows());
        return found < SURE ? look(column, "column.few_moments", found) : sure(column, "column.moment", found);
    }

    /** Numbers that nobody dials may be a mistake. */
    private ColumnSuggestion data(Column column) {
        int found = percent(cells.phones(), cells.filled());
        return before == null && found >= SURE ? look(column, "column.phone_in_data", found) : byHeader(column);
    }

    private ColumnSuggestion byHeader(Column column) {
        var last = before;
        if (last == null) {
            var key = column.use() instanceof ColumnUse.Data ? "column.data" : "column.header";
            return new ColumnSuggestion(column.use(), Certainty.SURE, fill(key));
        }
        var on = last.on();
        return new ColumnSuggestion(
                column.use(),
                Certainty.AS_LAST_TIME,
                on == null ? fill("column.as_before") : fill("column.as_on", on.format(DAY)));
    }

    private ColumnSuggestion sure(Column column, String key, int percent, Object... more) {
        return new ColumnSuggestion(column.use(), Certainty.SURE, told(key, percent, more));
    }

    private ColumnSuggestion look(Column column, String key, int percent) {
        return cells.filled() == 0
                ? new ColumnSuggestion(column.use(), Certainty.LOOK, told("column.empty", 0))
                : new ColumnSuggestion(column.use(), Certainty.LOOK, told(key, percent));
    }

    private String told(String key, int percent, Object... more) {
        var rows = firstOnly ? fill("column.first_rows", cells.rows()) : texts.getString("column.all_rows");
        return more.length == 0 ? fill(key, percent, rows) : fill(key, percent, rows, more[0]);
    }

    private String fill(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }

    /** Rounded down: 100 only where all are. */
    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) (100L * part / whole);
    }
}
