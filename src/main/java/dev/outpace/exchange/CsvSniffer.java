package dev.outpace.exchange;

import dev.outpace.model.Problem;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DELIMITER_LINE = Pattern.compile("(?i)\"?sep=([,;\t|])\"?");
    private static final int MAX_HEADER = 100;

    private final Path file;

    CsvSniffer(Path file) {
        this.file = file;
    }

    CsvFacts facts() throws FileRefused, IOException {
        long bytes = checkedSize();
        var charset = byteOrderMark();
        long lines;
        if (charset != null) {
            lines = countLines(charset);
        } else {
            try {
                charset = StandardCharsets.UTF_8;
                lines = countLines(charset);
            } catch (CharacterCodingException otherCharset) {
                charset = WINDOWS;
                lines = countLines(charset);
            }
        }
        return facts(bytes, lines, form(charset));
    }

    /** The facts with a form that a person has corrected. */
    CsvFacts facts(CsvFacts sniffed, CsvForm form) throws FileRefused, IOException {
        return facts(sniffed.bytes(), sniffed.lines(), form);
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

    /** @throws CharacterCodingException if the bytes are no text of this character set, where that can be told */
    private long countLines(Charset charset) throws FileRefused, IOException {
        var onMalformed = charset.equals(StandardCharsets.UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        var decoder = charset.newDecoder().onMalformedInput(onMalformed).onUnmappableCharacter(onMalformed);
        var buffer = new char[1 << 15];
        long ended = 0;
        char last = '\n';
        try (var reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
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
        return (double) even / counts.size() + (double) counts.getFirst() / (100 * CsvRecords.MAX_COLUMNS);
    }

    private CsvForm withHeader(CsvForm form) throws FileRefused, IOException {
        return form.withHeader(ColumnGuess.namesColumns(first(head(form)).fields()));
    }

    private CsvFacts facts(long bytes, long lines, CsvForm form) throws FileRefused, IOException {
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
        return new CsvFacts(file, bytes, lines, form, names, samples);
    }

    private CsvRecords.Row first(List<CsvRecords.Row> head) throws FileRefused {
        if (head.isEmpty()) {
            throw refused("csv.empty");
        }
        var first = head.getFirst();
        if (first.fault() != null) {
            throw new FileRefused(Problem.error(first.fault(), file + ":" + first.line()));
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
