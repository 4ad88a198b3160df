package dev.outpace.workspace;

import dev.outpace.model.LastResult;
import dev.outpace.model.Problem;
import dev.outpace.model.Shown;
import dev.outpace.model.TargetConditions;
import dev.outpace.model.TargetStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Conditions on targets as a command line has them: {@code standing=later,retry_due result=busy number=0101
 * zone=America/New_York region=US-NY tries=1-2 priority=5}. Each word narrows what is found.
 */
final class FilterWords {
    private static final String NAMES = "standing, result, number, zone, region, tries, priority";

    private final List<Problem> problems = new ArrayList<>();
    private TargetConditions conditions = TargetConditions.NONE;

    private FilterWords() {}

    /** @param problems what can't be read; nothing must be found by the conditions then */
    record Read(TargetConditions conditions, List<Problem> problems) {}

    static Read read(String text) {
        var words = new FilterWords();
        Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .forEach(words::word);
        return new Read(words.conditions, List.copyOf(words.problems));
    }

    private void word(String word) {
        int sign = word.indexOf('=');
        var name = sign < 0 ? word : word.substring(0, sign);
        var value = sign < 0 ? "" : word.substring(sign + 1);
        switch (name.toLowerCase(Locale.ROOT)) {
            case "standing" -> conditions = conditions.withStandings(some(TargetStanding.class, word, value));
            case "result" -> conditions = conditions.withResults(some(LastResult.class, word, value));
            case "number" -> number(word, value);
            case "zone" -> conditions = conditions.withZone(value);
            case "region" -> conditions = conditions.withRegion(value.toUpperCase(Locale.ROOT));
            case "tries" -> tries(word, value);
            case "priority" -> priority(word, value);
            default -> problems.add(Problem.error("filter.name", "", Shown.of(name), NAMES));
        }
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type, String word, String value) {
        var wanted = new TreeSet<E>();
        for (var one : value.split(",", -1)) {
            var found = Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.name().equalsIgnoreCase(one))
                    .findFirst();
            if (found.isEmpty()) {
                var known = Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
                refuse(word, known);
            }
            found.ifPresent(wanted::add);
        }
        return wanted;
    }

    private void number(String word, String value) {
        if (value.matches("\\+?[0-9]{" + TargetConditions.MIN_DIGITS + ",32}")) {
            conditions = conditions.withNumber(value.replace("+", ""));
        } else {
            refuse(word, "number=0101");
        }
    }

    private void tries(String word, String value) {
        if (value.matches("[0-9]{1,6}(-[0-9]{1,6})?")) {
            var ends = value.split("-", -1);
            conditions = conditions.withTries(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        } else {
            refuse(word, "tries=2, tries=1-3");
        }
    }

    private void priority(String word, String value) {
        if (value.matches("-?[0-9]{1,7}")) {
            conditions = conditions.withPriority(Integer.parseInt(value));
        } else {
            refuse(word, "priority=5");
        }
    }

    private void refuse(String word, String known) {
        problems.add(Problem.error("filter.value", "", Shown.of(word), known));
    }
}
