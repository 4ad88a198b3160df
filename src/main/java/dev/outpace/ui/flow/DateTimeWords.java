package dev.outpace.ui.flow;

import dev.outpace.model.Json;
import dev.outpace.ui.texts.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a {@code condition_datetime} is true, in a sentence. The published order is <em>option OP now</em>, for each given
 * field by itself, which is the reverse of what most people read; so the sentence spells it out and says what follows.
 */
final class DateTimeWords {
    private static final Map<String, String> SYMBOLS =
            Map.of("==", "=", "!=", "≠", ">", ">", ">=", "≥", "<", "<", "<=", "≤");

    /** @param ignoredBelow values under it are not compared */
    private record Field(String name, int first, int last, int ignoredBelow) {}

    private static final List<Field> FIELDS = List.of(
            new Field("hour", 0, 23, 0),
            new Field("minute", 0, 59, 0),
            new Field("day", 1, 31, 1),
            new Field("month", 1, 12, 1));

    private final Texts texts;

    DateTimeWords(Texts texts) {
        this.texts = texts;
    }

    String sentence(Json.Obj options) {
        var operator = options.text("condition", "");
        if (!SYMBOLS.containsKey(operator)) {
            return operator.isEmpty()
                    ? texts.get("dateTime.noOperator")
                    : texts.get("dateTime.unknownOperator", operator);
        }
        var days = weekdays(options);
        var compared = new ArrayList<String>();
        var follows = new ArrayList<String>();
        for (var field : FIELDS) {
            long value = options.integer(field.name(), 0);
            if (value < field.ignoredBelow()) {
                continue;
            }
            var clause = texts.get(
                    "dateTime.clause",
                    number(field, value, options),
                    SYMBOLS.get(operator),
                    texts.get("dateTime." + field.name()));
            var range = follows(field, operator, value);
            if (range == null) {
                return texts.get("dateTime.never", clause);
            }
            compared.add(clause);
            follows.add(range);
        }
        if (!days.isEmpty()) {
            follows.add(texts.get("dateTime.weekdays", days));
        }
        follows.removeIf(String::isEmpty);
        return said(compared, follows);
    }

    private String said(List<String> compared, List<String> follows) {
        if (compared.isEmpty()) {
            return follows.isEmpty()
                    ? texts.get("dateTime.nothing")
                    : texts.get("dateTime.only", String.join(", ", follows));
        }
        var clauses = String.join(texts.get("dateTime.and"), compared);
        return follows.isEmpty()
                ? texts.get("dateTime.always", clauses)
                : texts.get("dateTime.true", clauses, String.join(", ", follows));
    }

    private String number(Field field, long value, Json.Obj options) {
        return options.get(field.name()) instanceof Json.Num
                ? Long.toString(value)
                : texts.get("dateTime.notGiven", value);
    }

    /** What now must be; empty for anything, null where nothing fits. */
    private @Nullable String follows(Field field, String operator, long value) {
        if (operator.equals("!=")) {
            return value > field.last() ? "" : texts.get("dateTime." + field.name() + ".not", unit(field, value));
        }
        long from = field.first();
        long to = field.last();
        switch (operator) {
            case "==" -> {
                from = value;
                to = value;
            }
            case ">" -> to = value - 1;
            case ">=" -> to = value;
            case "<" -> from = value + 1;
            default -> from = value;
        }
        from = Math.max(from, field.first());
        to = Math.min(to, field.last());
        if (from > to) {
            return null;
        }
        if (from == field.first() && to == field.last()) {
            return "";
        }
        var key = "dateTime." + field.name();
        if (from == to) {
            return texts.get(key + ".at", unit(field, from));
        }
        if (from == field.first()) {
            return texts.get(key + ".until", unit(field, to));
        }
        return texts.get(key + ".from", unit(field, from));
    }

    private static String unit(Field field, long value) {
        return field.name().equals("month")
                ? Month.of((int) value).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : Long.toString(value);
    }

    private static String weekdays(Json.Obj options) {
        if (!(options.get("weekdays") instanceof Json.Array(List<Json> items))) {
            return "";
        }
        return Stream.of(DayOfWeek.values())
                .filter(day -> items.stream()
                        .anyMatch(item ->
                                item instanceof Json.Num(var number) && number.doubleValue() == day.getValue() % 7))
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
    }
}
