package dev.outpace.formats;

import dev.outpace.model.Problem;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file is written: character set, delimiter, header. Reads it through, holding little of it. */
final class CsvSniffer {
    static final long MAX_BYTES = 1L << 30;
    static final int SAMPLES = 20;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Pattern DELIMITER_LINE = Pattern.compile("(?i)\"?sep=([^\\p{L}\\p{N}\"])\"?");
    private static final int MAX_HEADER = 100;
    /** As much as the most columns. */
    private static final double TAB_BONUS = 0.01;

    private final Path file;

    CsvSniffer(Path file) {
        this.file = file;
    }

    CsvFacts facts() throws FileRefused, IOException {
        long bytes = checkedSize();
        checkFormat();
        var marked = byteOrderMark();
        var guess = marked == null ? new CharsetGuess(file).guess() : new CharsetGuess.Guess(marked, true, 0);
        long lines = countLines(guess.charset());
        return facts(bytes, lines, form(guess.charset()), doubts(guess));
    }

    /** The facts with a form that a person has corrected; with another character set it is no longer doubted. */
    CsvFacts facts(CsvFacts sniffed, CsvForm form) throws FileRefused, IOException {
        boolean same = form.charset().equals(sniffed.form().charset());
        var doubts = same ? sniffed.doubts() : List.<Problem>of();
        return facts(sniffed.bytes(), same ? sniffed.lines() : countLines(form.charset()), form, doubts);
    }

    /** The facts in a character set that a person has chosen. */
    CsvFacts facts(Charset charset) throws FileRefused, IOException {
        long bytes = checkedSize();
        return facts(bytes, countLines(charset), form(charset), List.of());
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

    /** A workbook has letters of its own at its beginning, whatever the file is called. */
    private void checkFormat() throws FileRefused, IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (Arrays.equals(head, ZIP) || Arrays.equals(head, COMPOUND_FILE)) {
            throw refused("csv.workbook");
        }
    }

    private long checkedSize() throws FileRefused, IOException {
        if (Files.isDirectory(file)) {
            throw refused("file.folder");
        }
        long bytes = Files.size(file);
        if (bytes > MAX_BYTES) {
            throw refused("file.too_big", MAX_BYTES >> 20);
        }
        if (bytes == 0) {
            throw refused("csv.empty");
        }
        return bytes;
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
        try (var lines = new CsvLines(new InputStreamReader(Files.newInputStream(file), charset))) {
            var first = lines.next();
            var named = DELIMITER_LINE.matcher(first == null ? "" : first.text());
            if (named.matches()) {
                return withHeader(new CsvForm(charset, named.group(1).charAt(0), false, true));
            }
        }
        var best = new CsvForm(charset, DELIMITERS[0], false, false);
        double bestScore = -1;
        for (char delimiter : DELIMITERS) {
            var form = best.withDelimiter(delimiter);
            double score = score(form);
            if (score > bestScore) {
                best = form;
                bestScore = score;
            }
        }
        return withHeader(best);
    }

    /** How evenly a delimiter cuts the first records: their share that has as many fields as the first, then the number. */
    private double score(CsvForm form) throws IOException {
        var counts = head(form).stream()
                .map(row -> row.fault() == null ? row.fields().size() : 0)
                .toList();
        if (counts.isEmpty() || counts.getFirst() < 2) {
            return 0;
        }
        long even = counts.stream().filter(counts.getFirst()::equals).count();
        // Tabs hardly stand in cells; other delimiters do.
        double likelier = form.delimiter() == '\t' ? TAB_BONUS : 0;
        return (double) even / counts.size() + (double) counts.getFirst() / (100 * CsvRecords.MAX_COLUMNS) + likelier;
    }

    private CsvForm withHeader(CsvForm form) throws FileRefused, IOException {
        return form.withHeader(ColumnGuess.namesColumns(first(head(form)).fields()));
    }

    private CsvFacts facts(long bytes, long lines, CsvForm form, List<Problem> doubts) throws FileRefused, IOException {
        var head = head(form);
        var first = first(head);
        int columns = first.fields().size();
        var names = form.header() ? names(first.fields()) : names(Collections.nCopies(columns, ""));
        var samples = head.stream()
                .skip(form.header() ? 1 : 0)
                .filter(row -> row.fault() == null)
                .limit(SAMPLES)
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(i -> i < row.fields().size() ? row.fields().get(i) : "")
                        .toList())
                .toList();
        return new CsvFacts(file, bytes, lines, form, names, samples, doubts);
    }

    private CsvRecords.Row first(List<CsvRecords.Row> head) throws FileRefused {
        if (head.isEmpty()) {
            throw refused("csv.empty");
        }
        var first = head.getFirst();
        var fault = first.fault();
        if (fault != null) {
            throw new FileRefused(fault.at(file + ":" + first.line()));
        }
        return first;
    }

    /** Each name once, and none empty: they become keys of a target's data. */
    private static List<String> names(List<String> headers) {
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < headers.size(); i++) {
            var plain = NumberReader.plain(headers.get(i));
            var name = plain.isEmpty() ? "column_" + (i + 1) : cut(plain);
            var unique = name;
            for (int again = 2; !names.add(unique); again++) {
                unique = name + '_' + again;
            }
        }
        return List.copyOf(names);
    }

    private static String cut(String header) {
        if (header.length() <= MAX_HEADER) {
            return header;
        }
        return header.substring(0, MAX_HEADER - (Character.isHighSurrogate(header.charAt(MAX_HEADER - 1)) ? 1 : 0));
    }

    private List<CsvRecords.Row> head(CsvForm form) throws IOException {
        var head = new ArrayList<CsvRecords.Row>();
        try (var records = form.records(Files.newInputStream(file))) {
            for (var row = records.next(); row != null && head.size() <= SAMPLES; row = records.next()) {
                head.add(row);
            }
        }
        return head;
    }

    private FileRefused refused(String code, Object... args) {
        return new FileRefused(Problem.error(code, file.toString(), args));
    }
}
