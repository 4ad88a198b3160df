package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whether the condition of an action holds (published rules). */
final class Conditions {
    /** Stricter than the JDK, which takes {@code 5f} and {@code NaN}. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,100}(\\.[0-9]{0,100})?|\\.[0-9]{1,100})([eE][+-]?[0-9]{1,3})?");

    private final Variables variables;
    private final Options options;
    private final Supplier<Instant> now;

    /** @param now wall time */
    Conditions(Variables variables, Options options, Supplier<Instant> now) {
        this.variables = variables;
        this.options = options;
        this.now = now;
    }

    boolean holds(ActionType type, Action action) {
        return switch (type) {
            case CONDITION_DATETIME -> datetime(action);
            case CONDITION_VARIABLE -> variable(action);
            case CONDITION_CALL_DIGITS -> digits(action);
            // A flow runs on a call that was answered and has not ended.
            case CONDITION_CALL_STATUS -> options.text(action, "status").equals("progressing");
            default -> throw new IllegalArgumentException("no condition: " + type);
        };
    }

    /** In UTC, the value of the option on the left and now on the right, for each value that is given. */
    private boolean datetime(Action action) {
        var time = now.get().atOffset(ZoneOffset.UTC);
        var operator = options.text(action, "condition");
        return given(action, "minute", -1, operator, time.getMinute())
                && given(action, "hour", -1, operator, time.getHour())
                && given(action, "day", 0, operator, time.getDayOfMonth())
                && given(action, "month", 0, operator, time.getMonthValue())
                && weekday(action, time.getDayOfWeek().getValue() % 7);
    }

    /** @param ignored values up to this one are not compared; an absent one is 0 */
    private boolean given(Action action, String name, int ignored, String operator, int now) {
        long value = options.count(action, name);
        return value <= ignored || compare(Long.compare(value, now), operator);
    }

    /** @param today 0 for Sunday */
    private static boolean weekday(Action action, int today) {
        return !(action.options().get("weekdays") instanceof Json.Array(var days))
                || days.isEmpty()
                || days.stream().anyMatch(day -> day instanceof Json.Num(var number) && number.doubleValue() == today);
    }

    /** The variable on the left. */
    private boolean variable(Action action) {
        var value = options.text(action, "variable");
        var operator = options.text(action, "condition");
        return switch (options.text(action, "value_type")) {
            case "string" -> compare(value.compareTo(options.text(action, "value_string")), operator);
            case "number" -> number(value, action, operator);
            case "length" ->
                compare(
                        Long.compare(value.codePointCount(0, value.length()), options.count(action, "value_length")),
                        operator);
            default -> false;
        };
    }

    private static boolean number(String value, Action action, String operator) {
        double right = action.options().get("value_number") instanceof Json.Num(var number) ? number.doubleValue() : 0;
        if (!NUMBER.matcher(value.strip()).matches()) {
            return false;
        }
        double left = Double.parseDouble(value.strip());
        return compare(left < right ? -1 : left > right ? 1 : 0, operator);
    }

    private boolean digits(Action action) {
        var pressed = variables.get(Variables.DIGITS);
        long length = options.count(action, "length");
        return (length > 0 && pressed.length() >= length)
                || options.text(action, "key").chars().anyMatch(key -> pressed.indexOf(key) >= 0);
    }

    private static boolean compare(int order, String operator) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            default -> false;
        };
    }
}
