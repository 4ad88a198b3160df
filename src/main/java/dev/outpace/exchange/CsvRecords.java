package dev.outpace.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.outpace.exchange.CsvLines.Line;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text. Each is parsed by itself, from one line or, while a quote is open, from several: so a quote
 * that is never closed costs its own line and not the rest of the file.
 */
final class CsvRecords implements Closeable {
    static final int MAX_COLUMNS = 1_000;
    static final int MAX_LINES = 50;

    private static final int SHOWN = 1_000;

    /**
     * @param line where the record begins
     * @param fields its fields; with a fault, the beginning of its line as the only one
     * @param fault code of what is wrong with it, or null
     */
    record Row(long line, List<String> fields, @Nullable String fault) {}

    private final CsvLines lines;
    private final char delimiter;
    private final CsvReader.CsvReaderBuilder parser;
    private final Deque<Line> ahead = new ArrayDeque<>();

    CsvRecords(CsvLines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(QuoteScan.QUOTE)
                .allowUnclosedQuote(false);
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException {
        var line = line();
        while (line != null && line.text().isBlank()) {
            line = line();
        }
        return line == null ? null : row(line);
    }

    private Row row(Line line) throws IOException {
        if (line.cut()) {
            return faulty(line, "row.line_too_long");
        }
        var scan = new QuoteScan(delimiter);
        var text = switch (scan.line(line.text())) {
            case COMPLETE -> line.text();
            case OPEN -> spanning(line, scan);
            case BROKEN -> null;
        };
        if (text == null) {
            return faulty(line, "row.broken_quote");
        }
        var fields = fields(text);
        return fields == null ? faulty(line, "row.too_many_columns") : new Row(line.number(), fields, null);
    }

    /** A record that goes on over several lines; null when it doesn't end, and then only its first line is used up. */
    private @Nullable String spanning(Line first, QuoteScan scan) throws IOException {
        var taken = new ArrayDeque<Line>();
        var text = new StringBuilder(first.text());
        var state = QuoteScan.State.OPEN;
        while (state == QuoteScan.State.OPEN && taken.size() < MAX_LINES && text.length() <= CsvLines.MAX_LENGTH) {
            var line = line();
            if (line == null) {
                break;
            }
            taken.addLast(line);
            text.append('\n').append(line.text());
            state = line.cut() ? QuoteScan.State.BROKEN : scan.line(line.text());
        }
        if (state == QuoteScan.State.COMPLETE) {
            return text.toString();
        }
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        return null;
    }

    private @Nullable Line line() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    private @Nullable List<String> fields(String text) {
        try {
            var handler = CsvRecordHandler.builder().maxFields(MAX_COLUMNS).build();
            return parser.ofSingleCsvRecord(handler, text).getFields();
        } catch (CsvParseException broken) {
            return null;
        }
    }

    private static Row faulty(Line line, String fault) {
        var text = line.text();
        return new Row(line.number(), List.of(text.length() <= SHOWN ? text : text.substring(0, SHOWN)), fault);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
