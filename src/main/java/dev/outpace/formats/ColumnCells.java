package dev.outpace.formats;

import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the cells of one column are, counted over the first rows of a file. */
public final class ColumnCells {
    /** Rows that are looked at. */
    public static final int MOST = 10_000;

    private static final Pattern TWO_WORDS = Pattern.compile("[^\\d\\s@]+(?:\\s+[^\\d\\s@]+)+");
    private static final MomentCell MOMENTS = new MomentCell("");

    private final Destinations numbers;
    private int rows;
    private int filled;
    private int words;
    private int severalWords;
    private int phones;
    private int states;
    private int zones;
    private int moments;
    private String dialed = "";

    private ColumnCells(Destinations numbers) {
        this.numbers = numbers;
    }

    /**
     * One for each column.
     *
     * @param region of numbers without a country
     */
    static List<ColumnCells> read(TableFacts facts, String region) throws FileRefused, IOException {
        var numbers = new Destinations(new NumberReader(region));
        var columns = IntStream.range(0, facts.columns().size())
                .mapToObj(_ -> new ColumnCells(numbers))
                .toList();
        try (var records = TargetReader.records(facts, new AtomicLong())) {
            if (facts.form().header()) {
                records.next();
            }
            var row = records.next();
            for (int i = 0; row != null && i < MOST; i++) {
                if (row.fault() == null) {
                    for (int column = 0; column < columns.size(); column++) {
                        columns.get(column)
                                .add(column < row.fields().size() ? row.fields().get(column) : "");
                    }
                }
                row = records.next();
            }
        }
        return columns;
    }

    private void add(String written) {
        rows++;
        var cell = FormulaGuard.off(written).strip();
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        boolean digits = cell.chars().anyMatch(Character::isDigit);
        words += digits ? 0 : 1;
        severalWords += TWO_WORDS.matcher(cell).matches() ? 1 : 0;
        states += RegionCell.isState(cell) ? 1 : 0;
        zones += RoutingDraft.isZone(cell) ? 1 : 0;
        moments += digits && MOMENTS.read(cell, ZoneOffset.UTC) != null ? 1 : 0;
        if (digits || cell.startsWith("sip:")) {
            var read = numbers.read(cell).dialed();
            phones += read.isPresent() ? 1 : 0;
            if (dialed.isEmpty() && read.isPresent()) {
                dialed = read.get().target();
            }
        }
    }

    /** Rows that were looked at, the first of the file. */
    public int rows() {
        return rows;
    }

    public int filled() {
        return filled;
    }

    /** Those without a digit. */
    public int words() {
        return words;
    }

    /** Those of two words or more, without a digit. */
    public int severalWords() {
        return severalWords;
    }

    /** Those that can be dialed. */
    public int phones() {
        return phones;
    }

    /** Codes of states of the US and provinces of Canada. */
    public int states() {
        return states;
    }

    public int zones() {
        return zones;
    }

    /** Those with date and time. */
    public int moments() {
        return moments;
    }

    /** The first number, as it is dialed; empty for none. */
    public String dialed() {
        return dialed;
    }
}
