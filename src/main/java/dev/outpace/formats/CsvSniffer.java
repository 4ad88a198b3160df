package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file is written: character set, delimiter, quote, header. Reads it through, holding little of it. */
final class CsvSniffer {
    /** Of two that cut a file alike, the earlier one is meant. */
    private static final char[] DELIMITERS = {',', ';', '\t', '|', '^', '~', '\u00A6', '\u001F', '\u0001', '!', ':'};

    /** Behind these, delimiters stand in words, times and addresses more often than between cells. */
    private static final int COMMON_DELIMITERS = 4;

    private static final Pattern DELIMITER_LINE = Pattern.compile("(?i)\"?sep=([^\\p{L}\\p{N}\"])\"?");
    /** Characters, enough for the first rows. */
    private static final int BEGINNING = 1 << 20;
    /** As much as the most columns. */
    private static final double TAB_BONUS = 0.01;

    private static final double RARE_MALUS = 0.3;

    private final CheckedFile checked;
    private final Path file;

    CsvSniffer(CheckedFile checked) {
        this.checked = checked;
        file = checked.path();
    }

    TableFacts facts() throws FileRefused, IOException {
        var marked = byteOrderMark();
        var guess = marked == null ? new CharsetGuess(file).guess() : new CharsetGuess.Guess(marked, true, 0);
        long lines = countLines(guess.charset());
        return facts(lines, form(guess.charset()), doubts(guess));
    }

    /** The facts with a form that a person has corrected; with another character set it is no longer doubted. */
    TableFacts facts(TableFacts sniffed, CsvForm form) throws FileRefused, IOException {
        boolean same = sniffed.form() instanceof CsvForm csv && form.charset().equals(csv.charset());
        var doubts = same ? sniffed.doubts() : List.<Problem>of();
        return facts(same ? sniffed.lines() : countLines(form.charset()), form, doubts);
    }

    /** The facts in a character set that a person has chosen. */
    TableFacts facts(Charset charset) throws FileRefused, IOException {
        return facts(countLines(charset), form(charset), List.of());
    }

    private TableFacts facts(long lines, CsvForm form, List<Problem> doubts) throws FileRefused, IOException {
        return head(form).facts(checked.bytes(), lines, form, doubts);
    }

    private List<Problem> doubts(CharsetGuess.Guess guess) {
        if (guess.broken() > 0) {
            return List.of(Problem.warning("csv.broken_bytes", file.toString(), guess.broken()));
        }
        return guess.sure()
                ? List.of()
                : List.of(Problem.warning(
                        "csv.charset_guessed", file.toString(), guess.charset().displayName()));
    }

    private @Nullable Charset byteOrderMark() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(2);
            int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
            return switch (mark) {
                case 0xFEFF -> StandardCharsets.UTF_16BE;
                case 0xFFFE -> StandardCharsets.UTF_16LE;
                default -> null;
            };
        }
    }

    private long countLines(Charset charset) throws FileRefused, IOException {
        var buffer = new char[1 << 15];
        long ended = 0;
        char last = '\n';
        try (var reader = new InputStreamReader(Files.newInputStream(file), charset)) {
            for (int read = reader.read(buffer); read > 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw refused("csv.binary");
                    }
                    boolean restOfEnd = buffer[i] == '\n' && last == '\r';
                    ended += !restOfEnd && (buffer[i] == '\n' || buffer[i] == '\r') ? 1 : 0;
                    last = buffer[i];
                }
            }
        }
        return last == '\n' || last == '\r' ? ended : ended + 1;
    }

    private CsvForm form(Charset charset) throws FileRefused, IOException {
        var beginning = beginning(charset);
        try (var lines = new CsvLines(new StringReader(beginning))) {
            var first = lines.next();
            var named = DELIMITER_LINE.matcher(first == null ? "" : first.text());
            if (named.matches()) {
                return withHeader(beginning, new CsvForm(charset, named.group(1).charAt(0), false, true));
            }
        }
        var best = new CsvForm(charset, DELIMITERS[0], false, false);
        double bestScore = -1;
        for (int i = 0; i < DELIMITERS.length; i++) {
            var form = withQuote(beginning, best.withDelimiter(DELIMITERS[i]));
            double score = score(beginning, form) - (i < COMMON_DELIMITERS ? 0 : RARE_MALUS);
            if (score > bestScore) {
                best = form;
                bestScore = score;
            }
        }
        return withHeader(beginning, best);
    }

    /** With single quotes where most cells of most rows stand in them. */
    private CsvForm withQuote(String beginning, CsvForm form) throws IOException {
        var plain = form.withQuote('"');
        var rows = head(beginning, plain).rows().stream()
                .filter(row -> row.fault() == null)
                .map(row ->
                        row.fields().stream().filter(cell -> !cell.isBlank()).toList())
                .filter(cells -> !cells.isEmpty())
                .toList();
        long quoted = rows.stream()
                .filter(cells -> 2
                                * cells.stream()
                                        .filter(cell -> cell.length() > 1 && cell.startsWith("'") && cell.endsWith("'"))
                                        .count()
                        > cells.size())
                .count();
        return 2 * quoted > rows.size() ? plain.withQuote('\'') : plain;
    }

    /** How evenly a delimiter cuts the first records: their share that has as many fields as the first, then the number. */
    private double score(String beginning, CsvForm form) throws IOException {
        var counts = head(beginning, form).rows().stream()
                .map(row -> row.fault() == null ? row.fields().size() : 0)
                .toList();
        if (counts.isEmpty() || counts.getFirst() < 2) {
            return 0;
        }
        long even = counts.stream().filter(counts.getFirst()::equals).count();
        // Tabs hardly stand in cells; other delimiters do.
        double likelier = form.delimiter() == '\t' ? TAB_BONUS : 0;
        return (double) even / counts.size() + (double) counts.getFirst() / (100 * TableRecords.MAX_COLUMNS) + likelier;
    }

    private CsvForm withHeader(String beginning, CsvForm form) throws FileRefused, IOException {
        return form.withHeader(head(beginning, form).namesColumns());
    }

    /** Read once, since every delimiter is tried on it: a file may be one long line. */
    private String beginning(Charset charset) throws IOException {
        var text = new char[BEGINNING];
        int length = 0;
        try (var reader = new InputStreamReader(Files.newInputStream(file), charset)) {
            for (int read = 0; read >= 0 && length < BEGINNING; length += Math.max(0, read)) {
                read = reader.read(text, length, BEGINNING - length);
            }
        }
        return new String(text, 0, length);
    }

    private TableHead head(String beginning, CsvForm form) throws IOException {
        try (var records = form.records(new StringReader(beginning))) {
            return TableHead.of(file, records);
        }
    }

    private TableHead head(CsvForm form) throws IOException {
        try (var records = form.records(Files.newInputStream(file))) {
            return TableHead.of(file, records);
        }
    }

    private FileRefused refused(String code) {
        return new FileRefused(Problem.error(code, file.toString()));
    }
}
