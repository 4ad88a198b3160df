package dev.outpace.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.outpace.formats.CsvLines.Line;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text. Each is parsed by itself, from one line or, while a quote is open, from several: so a quote
 * that is never closed costs its own line, and of those behind it only what may be a note.
 */
final class CsvRecords implements TableRecords {
    /** Of one record over several lines, in characters. */
    private static final int MAX_SPAN = 1 << 20;

    private static final int SHOWN = 1_000;

    private final CsvLines lines;
    private final char delimiter;
    private final char quote;
    private final CsvReader.CsvReaderBuilder parser;
    private final Deque<Line> ahead = new ArrayDeque<>();
    /** Fields of the first record. */
    private int width;

    CsvRecords(CsvLines lines, char delimiter, char quote) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.quote = quote;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true);
    }

    @Override
    public @Nullable Row next() throws IOException {
        var line = line();
        while (line != null && line.text().isBlank()) {
            line = line();
        }
        return line == null ? null : row(line);
    }

    private Row row(Line line) throws IOException {
        if (line.cut()) {
            return faulty(line, Problem.error("row.line_too_long", ""));
        }
        var scan = new QuoteScan(delimiter, quote);
        var row = switch (scan.line(line.text())) {
            case COMPLETE -> record(line, line.text());
            case OPEN -> spanning(line, scan);
            case BROKEN -> faulty(line, Problem.error("row.broken_quote", "", 0));
        };
        if (width == 0) {
            width = row.fields().size();
        }
        return row;
    }

    private Row record(Line line, String text) {
        var fields = fields(text);
        return fields == null
                ? faulty(line, Problem.error("row.too_many_columns", ""))
                : new Row(line.number(), fields, null);
    }

    /**
     * A record that goes on over several lines. Where its quote is never closed well, the lines behind its first count as
     * rows only if each of them is one by itself: a line of a note is not. It is told how many were left out with it.
     */
    private Row spanning(Line first, QuoteScan scan) throws IOException {
        var text = new StringBuilder(first.text());
        var taken = new ArrayDeque<Line>();
        boolean rows = true;
        int lines = 0;
        var state = QuoteScan.State.OPEN;
        while (state == QuoteScan.State.OPEN && (!rows || text.length() <= MAX_SPAN)) {
            var line = line();
            if (line == null) {
                break;
            }
            lines++;
            if (text.length() <= MAX_SPAN) {
                text.append('\n').append(line.text());
                taken.addLast(line);
            }
            state = line.cut() ? QuoteScan.State.BROKEN : scan.line(line.text());
            rows &= state != QuoteScan.State.OPEN || isRow(line);
        }
        if (state == QuoteScan.State.COMPLETE) {
            return text.length() <= MAX_SPAN
                    ? record(first, text.toString())
                    : faulty(first, Problem.error("row.line_too_long", ""));
        }
        if (rows) {
            while (!taken.isEmpty()) {
                ahead.addFirst(taken.removeLast());
            }
            lines = 0;
        }
        return faulty(first, Problem.error("row.broken_quote", "", lines));
    }

    private boolean isRow(Line line) {
        if (line.cut() || new QuoteScan(delimiter, quote).line(line.text()) != QuoteScan.State.COMPLETE) {
            return false;
        }
        var fields = fields(line.text());
        return fields != null && (width == 0 || fields.size() == width);
    }

    private @Nullable Line line() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    private @Nullable List<String> fields(String text) {
        if (text.indexOf(quote) < 0) {
            return unquoted(text);
        }
        try {
            var handler = CsvRecordHandler.builder().maxFields(MAX_COLUMNS).build();
            return parser.ofSingleCsvRecord(handler, text).getFields();
        } catch (CsvParseException broken) {
            return null;
        }
    }

    private @Nullable List<String> unquoted(String text) {
        var fields = new ArrayList<String>(width);
        int from = 0;
        for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
            fields.add(text.substring(from, to));
            from = to + 1;
        }
        fields.add(text.substring(from));
        return fields.size() <= MAX_COLUMNS ? fields : null;
    }

    private static Row faulty(Line line, Problem fault) {
        var text = line.text();
        return new Row(line.number(), List.of(text.length() <= SHOWN ? text : text.substring(0, SHOWN)), fault);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
