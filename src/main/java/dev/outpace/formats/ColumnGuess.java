package dev.outpace.formats;

import dev.outpace.formats.ColumnMapping.Column;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import dev.outpace.numbers.NumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Guesses from headers and sample cells where the columns of a file belong. A column becomes a destination when its header
 * says phone, or when nothing is said and its cells are written as only phone numbers are: a customer number or a date that
 * is dialed rings a stranger.
 */
final class ColumnGuess {
    /** What {@link RejectedRows} adds. */
    static final String REJECTED_LINE = "rejected_line";

    static final String REJECTED_REASON = "rejected_reason";

    /** What stands in a cell where there is no number. */
    private static final Set<String> NO_NUMBER = Set.of(
            "0", "-", "--", "\u2013", "?", "x", "n/a", "na", "#n/a", "none", "null", "nil", "unknown", "k.a.", "keine",
            "nan", "tbd");

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\(?\\+?[\\d\\s()./-]{7,25}");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}(?:[ T]\\d.*)?|\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern GROUPED = Pattern.compile("\\(?\\d{1,5}\\)?(?:[ ()./-]{1,3}\\d{2,5}){1,5}");
    private static final Pattern AREA_CODE = Pattern.compile("\\(?0?\\d{1,5}\\)?");
    private static final int MIN_DIGITS = 7;
    private static final int MAX_DIGITS = 15;

    private final TableFacts facts;

    ColumnGuess(TableFacts facts) {
        this.facts = facts;
    }

    ColumnMapping mapping() {
        var destinations = destinations();
        var names = names(destinations);
        int phoneCode = phoneCode();
        int areaCode = areaCode(phoneCode);
        int country = country(phoneCode);
        int doNotCall = first(HeaderWords::isDoNotCall);
        int detail = first(HeaderWords::isDetail);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < facts.columns().size(); i++) {
            var header = facts.columns().get(i);
            ColumnUse use = new ColumnUse.Data(header);
            if (destinations.contains(i)) {
                use = destinations.size() > Outplan.DESTINATIONS
                        ? new ColumnUse.NextDestination()
                        : new ColumnUse.Destination(destinations.indexOf(i));
            } else if (names.contains(i)) {
                use = new ColumnUse.Name();
            } else if (i == phoneCode) {
                use = new ColumnUse.PhoneCode();
            } else if (i == areaCode) {
                use = new ColumnUse.AreaCode();
            } else if (i == country) {
                use = new ColumnUse.Country();
            } else if (i == doNotCall) {
                use = new ColumnUse.DoNotCall();
            } else if (i == detail) {
                use = new ColumnUse.Detail();
            } else if (header.equals(REJECTED_LINE) || header.equals(REJECTED_REASON)) {
                use = new ColumnUse.Skip();
            }
            columns.add(new Column(header, use));
        }
        return new ColumnMapping(columns);
    }

    /** Columns whose header says phone, whatever stands in their first cells, and those that say nothing but look it. */
    private List<Integer> destinations() {
        return columns(i -> {
            var header = facts.columns().get(i);
            return HeaderWords.isPhone(header)
                    || (HeaderWords.isMaybePhone(header) && mostly(i, ColumnGuess::dialable) && !empty(i))
                    || (HeaderWords.saysNothing(header)
                            && !empty(i)
                            && (mostly(i, ColumnGuess::onlyAPhone) || (i > 0 && isCodeBefore(i - 1, i))));
        });
    }

    /** Whether a column without a header has the phone code of the next one's numbers: they can be read with it. */
    private boolean isCodeBefore(int code, int number) {
        if (!HeaderWords.saysNothing(facts.columns().get(code)) || empty(code)) {
            return false;
        }
        var countries = new Countries(new NumberReader(""));
        long read = facts.samples().stream()
                .filter(row -> Countries.isCallingCode(row.get(code).strip())
                        && !Countries.regionOfCallingCode(row.get(code).strip()).isEmpty()
                        && countries
                                .readerOf(row.get(code).strip())
                                .read(FormulaGuard.off(row.get(number)).strip())
                                .dialed()
                                .isPresent())
                .count();
        return 2 * read > facts.samples().size();
    }

    /** By its header, also one that says country code or area code where the cells are phone codes; -1 for none. */
    private int phoneCode() {
        int named = first(HeaderWords::isPhoneCode);
        if (named >= 0) {
            return named;
        }
        int country = first(HeaderWords::isCountry);
        if (country >= 0 && !empty(country) && mostly(country, Countries::isCallingCode)) {
            return country;
        }
        int area = first(HeaderWords::isAreaCode);
        if (area >= 0 && !empty(area) && mostly(area, cell -> cell.startsWith("+") || cell.startsWith("00"))) {
            return area;
        }
        return IntStream.range(1, facts.columns().size())
                .filter(i -> HeaderWords.saysNothing(facts.columns().get(i)) && isCodeBefore(i - 1, i))
                .map(i -> i - 1)
                .findFirst()
                .orElse(-1);
    }

    private int areaCode(int phoneCode) {
        int area = first(HeaderWords::isAreaCode);
        return area >= 0
                        && area != phoneCode
                        && mostly(area, cell -> AREA_CODE.matcher(cell).matches())
                ? area
                : -1;
    }

    private int country(int phoneCode) {
        return columns(i ->
                        i != phoneCode && HeaderWords.isCountry(facts.columns().get(i)))
                .stream()
                .findFirst()
                .orElse(-1);
    }

    private List<Integer> names(List<Integer> destinations) {
        var whole = columns(i -> HeaderWords.isWholeName(facts.columns().get(i)) && !destinations.contains(i));
        if (!whole.isEmpty()) {
            return whole.subList(0, 1);
        }
        var parts = columns(i -> HeaderWords.isPartOfName(facts.columns().get(i)));
        if (!parts.isEmpty() || facts.form().header()) {
            return parts;
        }
        var texts = columns(i -> !destinations.contains(i) && !empty(i) && mostly(i, ColumnGuess::wordsOnly));
        return texts.isEmpty() ? texts : texts.subList(0, 1);
    }

    /** -1 where there is none. */
    private int first(Predicate<String> says) {
        return IntStream.range(0, facts.columns().size())
                .filter(i -> says.test(facts.columns().get(i)))
                .findFirst()
                .orElse(-1);
    }

    private List<Integer> columns(IntPredicate fits) {
        return IntStream.range(0, facts.columns().size()).filter(fits).boxed().toList();
    }

    /** Whether most of the column's cells that hold anything pass; true for an empty column. */
    private boolean mostly(int column, Predicate<String> passes) {
        var filled = cells(column);
        return 2 * filled.stream().filter(passes).count() >= filled.size();
    }

    private boolean empty(int column) {
        return cells(column).isEmpty();
    }

    private List<String> cells(int column) {
        return facts.samples().stream()
                .map(row -> Destinations.number(FormulaGuard.off(row.get(column))))
                .filter(cell -> !isNoNumber(cell))
                .toList();
    }

    /** Whether a cell says that there is no number. */
    static boolean isNoNumber(String cell) {
        return cell.isBlank() || NO_NUMBER.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a first record names columns: none of its cells is a number, and some is a known header or none is blank. */
    static boolean namesColumns(List<String> cells) {
        return cells.stream().noneMatch(ColumnGuess::dialable)
                && (cells.stream().anyMatch(HeaderWords::isKnown)
                        || cells.stream().noneMatch(String::isBlank));
    }

    private static boolean dialable(String cell) {
        return (likeANumber(cell) && !DATE.matcher(cell).matches()) || cell.startsWith("sip:");
    }

    /** Written with its country, or in groups that are no date. */
    private static boolean onlyAPhone(String cell) {
        return dialable(cell)
                && (cell.startsWith("sip:")
                        || cell.startsWith("+")
                        || GROUPED.matcher(cell).matches());
    }

    private static boolean likeANumber(String cell) {
        long digits = cell.chars().filter(Character::isDigit).count();
        return LIKE_A_NUMBER.matcher(cell).matches() && digits >= MIN_DIGITS && digits <= MAX_DIGITS;
    }

    private static boolean wordsOnly(String cell) {
        return cell.chars().noneMatch(Character::isDigit);
    }
}
