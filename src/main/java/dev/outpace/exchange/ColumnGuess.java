package dev.outpace.exchange;

import dev.outpace.exchange.ColumnMapping.Column;
import dev.outpace.model.ColumnUse;
import dev.outpace.model.Outplan;
import dev.outpace.numbers.NumberReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses from headers and sample cells where the columns of a file belong. */
final class ColumnGuess {
    /** What {@link RejectedRows} adds. */
    static final String REJECTED_LINE = "rejected_line";

    static final String REJECTED_REASON = "rejected_reason";

    private static final Set<String> WHOLE_NAME =
            Set.of("name", "customer", "contact", "client", "person", "fullname", "customername", "contactname");
    private static final Set<String> PART_OF_NAME =
            Set.of("firstname", "middlename", "lastname", "surname", "givenname", "familyname", "forename");
    private static final Set<String> DETAIL = Set.of("detail", "details", "description");
    private static final Set<String> PHONE = Set.of(
            "phone",
            "telephone",
            "tel",
            "mobile",
            "cell",
            "cellphone",
            "cellular",
            "handy",
            "telefon",
            "home",
            "work",
            "office",
            "business",
            "landline",
            "msisdn",
            "sip",
            "destination");
    private static final Set<String> PHONE_IN_FULL = Set.of("number", "phonenumber", "phonenumbers", "phones");
    private static final Set<String> NO_PHONE = Set.of("email", "mail", "fax");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\+?[\\d\\s()./-]{7,25}");
    private static final int FEWEST_DIGITS = 7;

    private final CsvFacts facts;

    ColumnGuess(CsvFacts facts) {
        this.facts = facts;
    }

    ColumnMapping mapping() {
        var destinations = destinations();
        var names = names(destinations);
        var columns = new ArrayList<Column>();
        boolean detailed = false;
        for (int i = 0; i < facts.columns().size(); i++) {
            var header = facts.columns().get(i);
            ColumnUse use = new ColumnUse.Data(header);
            if (destinations.contains(i)) {
                use = new ColumnUse.Destination(destinations.indexOf(i));
            } else if (names.contains(i)) {
                use = new ColumnUse.Name();
            } else if (!detailed && DETAIL.contains(joined(header))) {
                use = new ColumnUse.Detail();
                detailed = true;
            } else if (header.equals(REJECTED_LINE) || header.equals(REJECTED_REASON)) {
                use = new ColumnUse.Skip();
            }
            columns.add(new Column(header, use));
        }
        return new ColumnMapping(columns);
    }

    /** Columns whose header says phone and whose cells don't say otherwise; without such, columns full of numbers. */
    private List<Integer> destinations() {
        var named = columns(i -> saysPhone(facts.columns().get(i)) && mostly(i, ColumnGuess::dialable));
        var chosen = named.isEmpty() ? columns(i -> mostly(i, ColumnGuess::likeANumber) && !empty(i)) : named;
        return chosen.subList(0, Math.min(Outplan.DESTINATIONS, chosen.size()));
    }

    private List<Integer> names(List<Integer> destinations) {
        var whole = columns(i -> WHOLE_NAME.contains(joined(facts.columns().get(i))) && !destinations.contains(i));
        if (!whole.isEmpty()) {
            return whole.subList(0, 1);
        }
        var parts = columns(i -> PART_OF_NAME.contains(joined(facts.columns().get(i))));
        if (!parts.isEmpty() || facts.form().header()) {
            return parts;
        }
        var texts = columns(i -> !destinations.contains(i) && !empty(i) && mostly(i, ColumnGuess::wordsOnly));
        return texts.isEmpty() ? Collections.emptyList() : texts.subList(0, 1);
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
                .map(row -> NumberReader.plain(row.get(column)))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Whether a first record names columns: none of its cells is a number, and some is a known header or none is blank. */
    static boolean namesColumns(List<String> cells) {
        boolean known = cells.stream()
                .anyMatch(cell ->
                        WHOLE_NAME.contains(joined(cell)) || PART_OF_NAME.contains(joined(cell)) || saysPhone(cell));
        return cells.stream().noneMatch(ColumnGuess::dialable)
                && (known || cells.stream().noneMatch(String::isBlank));
    }

    private static boolean saysPhone(String header) {
        var words = words(header);
        return Collections.disjoint(words, NO_PHONE)
                && (!Collections.disjoint(words, PHONE) || PHONE_IN_FULL.contains(joined(header)));
    }

    private static List<String> words(String header) {
        var apart = CAMEL.matcher(header).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Arrays.asList(BETWEEN_WORDS.split(apart));
    }

    private static String joined(String header) {
        return String.join("", words(header));
    }

    private static boolean dialable(String cell) {
        return likeANumber(cell) || cell.indexOf('@') > 0;
    }

    private static boolean likeANumber(String cell) {
        return LIKE_A_NUMBER.matcher(cell).matches()
                && cell.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    private static boolean wordsOnly(String cell) {
        return cell.chars().noneMatch(Character::isDigit);
    }
}
