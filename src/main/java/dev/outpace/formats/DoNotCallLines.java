package dev.outpace.formats;

import dev.outpace.formats.CsvLines.Line;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one or several texts into entries. Where the numbers stand is decided by the first lines of each text: a column with a
 * known header, else the one with the most numbers; three and seven digits side by side are the US registry's.
 */
final class DoNotCallLines {
    static final int MAX_NUMBERS = 10_000_000;
    /** Kept in memory, also while campaigns run. */
    static final int MAX_PREFIXES = 10_000;
    /** Of a change list: which of two changes of one number is the later one has to be known. */
    static final int MAX_CHANGES = 1_000_000;

    private static final int LOOKED_AT = 20;
    private static final char[] DELIMITERS = {'\t', ';', ',', '|'};
    private static final int NATIONAL_DIGITS = 10;
    private static final int MIN_E164 = 7;

    private final String file;
    private final NumberReader numbers;
    private final boolean northAmerican;
    private final boolean changes;
    private final DoNotCallEntries.Builder added = new DoNotCallEntries.Builder(MAX_NUMBERS);
    /** By entry, whether it is added; the last word counts. */
    private final Map<Long, Boolean> numberChanges = new HashMap<>();

    private final Map<Long, Boolean> prefixes = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long lines;
    private long rejected;

    /**
     * @param file named in messages about the whole
     * @param northAmerican whether ten digits without a country are a number of the North American plan
     */
    DoNotCallLines(String file, NumberReader numbers, boolean northAmerican, boolean changes) {
        this.file = file;
        this.numbers = numbers;
        this.northAmerican = northAmerican;
        this.changes = changes;
    }

    /**
     * Where the columns of a text are.
     *
     * @param delimiter 0 where each line is one entry
     * @param area column of an area code that stands before the number; -1 for none
     * @param letter column that says A or D; -1 for none
     */
    private record Form(char delimiter, int number, int area, int letter, boolean header) {}

    void read(String place, CsvLines text) throws IOException, FileRefused {
        var head = new ArrayList<Line>();
        var line = next(text);
        while (line != null && head.size() < LOOKED_AT) {
            head.add(line);
            line = next(text);
        }
        if (head.isEmpty()) {
            return;
        }
        var form = form(head);
        if (form.letter() >= 0 && !changes) {
            // As a whole list it would bar whom the registry has released, and release everybody else.
            throw new FileRefused(Problem.error("dnc.is_change_list", place));
        }
        for (int i = form.header() ? 1 : 0; i < head.size(); i++) {
            take(place, head.get(i), form);
        }
        for (; line != null; line = next(text)) {
            take(place, line, form);
        }
    }

    /** The next line that holds something; null at the end. */
    private @Nullable Line next(CsvLines text) throws IOException, FileRefused {
        var line = text.next();
        while (line != null && (line.text().isBlank() || line.text().charAt(0) == '#')) {
            line = text.next();
        }
        if (line != null && line.text().indexOf('\0') >= 0) {
            throw new FileRefused(Problem.error("csv.binary", file));
        }
        return line;
    }

    private Form form(List<Line> head) {
        char delimiter = delimiter(head);
        if (delimiter == 0) {
            return new Form(delimiter, 0, -1, -1, isHeader(head));
        }
        var rows = head.stream().map(line -> cells(line.text(), delimiter)).toList();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var first = rows.getFirst();
        boolean header = first.stream().noneMatch(this::isEntry)
                && first.stream().noneMatch(cell -> isDigits(cell, 7))
                && rows.size() > 1;
        var body = header ? rows.subList(1, rows.size()) : rows;
        int letter = find(columns, column -> mostly(body, column, DoNotCallLines::isLetter));
        int area = find(
                columns - 1,
                column -> mostly(body, column, cell -> isDigits(cell, 3))
                        && mostly(body, column + 1, cell -> isDigits(cell, 7)));
        if (area >= 0) {
            return new Form(delimiter, area + 1, area, letter, header);
        }
        int named = header ? find(first.size(), column -> HeaderWords.isPhone(first.get(column))) : -1;
        int number = named >= 0 ? named : mostNumbers(body, columns);
        return new Form(delimiter, number, -1, letter, header);
    }

    /** A word over numbers. A first line that is nearly a number is one that can't be read. */
    private boolean isHeader(List<Line> head) {
        var first = head.getFirst();
        return !first.cut()
                && first.text().codePoints().anyMatch(Character::isLetter)
                && first.text().codePoints().filter(Character::isDigit).count() < MIN_E164
                && head.size() > 1
                && isEntry(head.get(1).text());
    }

    private static char delimiter(List<Line> head) {
        char best = 0;
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long with = head.stream()
                    .filter(line -> line.text().indexOf(delimiter) >= 0)
                    .count();
            if (2 * with > head.size() && with > most) {
                best = delimiter;
                most = with;
            }
        }
        return best;
    }

    private static int find(int columns, Predicate<Integer> fits) {
        return IntStream.range(0, Math.max(0, columns))
                .boxed()
                .filter(fits)
                .findFirst()
                .orElse(-1);
    }

    /** A line that can't be read does not change what the others are. */
    private static boolean mostly(List<List<String>> rows, int column, Predicate<String> fits) {
        long fitting = rows.stream()
                .filter(row -> column < row.size() && fits.test(row.get(column)))
                .count();
        return 2 * fitting >= rows.size() && fitting > 0;
    }

    private int mostNumbers(List<List<String>> rows, int columns) {
        int best = 0;
        long most = -1;
        for (int i = 0; i < columns; i++) {
            int column = i;
            long found = rows.stream()
                    .filter(row -> column < row.size() && isEntry(row.get(column)))
                    .count();
            if (found > most) {
                best = i;
                most = found;
            }
        }
        return best;
    }

    private boolean isEntry(String cell) {
        return cell.endsWith("*") ? prefix(cell).isPresent() : number(cell).isPresent();
    }

    private static boolean isDigits(String cell, int count) {
        return cell.length() == count && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLetter(String cell) {
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "A", "D", "ADD", "DELETE" -> true;
            default -> false;
        };
    }

    private void take(String place, Line line, Form form) throws FileRefused {
        lines++;
        if (line.cut()) {
            reject(place, line, Problem.error("row.line_too_long", ""));
            return;
        }
        if (form.delimiter() == 0) {
            take(place, line, line.text().strip(), true);
            return;
        }
        var cells = cells(line.text(), form.delimiter());
        int last = Math.max(form.number(), Math.max(form.area(), form.letter()));
        if (cells.size() <= last) {
            reject(place, line, Problem.error("dnc.line_too_short", "", Shown.of(line.text())));
            return;
        }
        var number = cells.get(form.number());
        if (form.area() >= 0) {
            number = "+1" + cells.get(form.area()) + number;
        }
        boolean adds = true;
        if (form.letter() >= 0) {
            var letter = cells.get(form.letter());
            if (!isLetter(letter)) {
                reject(place, line, Problem.error("dnc.no_letter", "", Shown.of(letter)));
                return;
            }
            adds = letter.toUpperCase(Locale.ROOT).startsWith("A");
        }
        take(place, line, number, adds);
    }

    private void take(String place, Line line, String text, boolean adds) throws FileRefused {
        if (text.endsWith("*")) {
            var prefix = prefix(text);
            if (prefix.isEmpty()) {
                reject(place, line, Problem.error("dnc.no_prefix", "", Shown.of(text)));
            } else {
                prefixes.put(prefix.getAsLong(), adds);
                if (prefixes.size() > MAX_PREFIXES) {
                    throw new FileRefused(Problem.error("dnc.too_many_prefixes", file, MAX_PREFIXES));
                }
            }
            return;
        }
        var number = number(text);
        if (number.isEmpty()) {
            reject(place, line, whyNot(text));
        } else if (changes) {
            numberChanges.put(number.getAsLong(), adds);
            if (numberChanges.size() > MAX_CHANGES) {
                throw new FileRefused(Problem.error("dnc.too_many_changes", file, MAX_CHANGES));
            }
        } else if (!added.number(number.getAsLong())) {
            throw tooMany();
        }
    }

    private FileRefused tooMany() {
        return new FileRefused(Problem.error("dnc.too_many_numbers", file, MAX_NUMBERS));
    }

    private void reject(String place, Line line, Problem why) {
        rejected++;
        if (problems.size() < DoNotCallRead.MAX_PROBLEMS) {
            problems.add(why.at(place + ":" + line.number()));
        }
    }

    /** {@code +1900*}; with its country, so that it means the same everywhere. */
    static OptionalLong prefix(String text) {
        return text.endsWith("*")
                ? DoNotCallEntries.entryOf(text.substring(0, text.length() - 1).strip())
                : OptionalLong.empty();
    }

    /**
     * Millions of plain numbers are read without the metadata of libphonenumber. A number that nobody has does no harm on such a list,
     * whereas one that is too new for the metadata must be on it.
     */
    private OptionalLong number(String text) {
        int length = text.length();
        if (length > MIN_E164 && text.charAt(0) == '+') {
            var entry = DoNotCallEntries.entryOf(text);
            if (entry.isPresent()) {
                return entry;
            }
        }
        if (northAmerican && isNational(text, length - NATIONAL_DIGITS)) {
            return OptionalLong.of(10_000_000_000L + Long.parseLong(text.substring(length - NATIONAL_DIGITS)));
        }
        return length < MIN_E164 - 1
                ? OptionalLong.empty()
                : numbers.read("tel", text) instanceof Reading.Dialable(var address, var _)
                        ? DoNotCallEntries.entryOf(address)
                        : OptionalLong.empty();
    }

    /** Ten digits of the North American plan, maybe behind its 1. */
    private static boolean isNational(String text, int from) {
        if (from != 0 && !(from == 1 && text.charAt(0) == '1')) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.charAt(from) >= '2';
    }

    private Problem whyNot(String text) {
        return numbers.read("tel", text) instanceof Reading.Refused(var reason)
                ? reason
                : Problem.error("dnc.no_number", "", Shown.of(text));
    }

    /** Cells without quotes and spaces around them. A quote that is never closed ends with its line. */
    private static List<String> cells(String line, char delimiter) {
        var cells = new ArrayList<String>(4);
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    DoNotCallRead end() throws FileRefused {
        if (lines == 0) {
            throw new FileRefused(Problem.error("csv.empty", file));
        }
        var removed = new DoNotCallEntries.Builder(MAX_CHANGES);
        for (var change : numberChanges.entrySet()) {
            boolean fits = change.getValue() ? added.number(change.getKey()) : removed.number(change.getKey());
            if (!fits) {
                throw tooMany();
            }
        }
        prefixes.forEach((prefix, adds) -> (adds ? added : removed).prefix(prefix));
        if (!added.fits()) {
            throw tooMany();
        }
        var entries = added.build();
        var gone = removed.build();
        return new DoNotCallRead(
                entries, gone, lines, lines - rejected - entries.size() - gone.size(), rejected, problems);
    }
}
