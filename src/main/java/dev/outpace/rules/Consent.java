package dev.outpace.rules;

import dev.outpace.model.ConsentRule;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Consent of a person to be called.
 *
 * @param given its day; null if there is none
 * @param expires last day on which it holds; null if nobody said
 */
public record Consent(@Nullable LocalDate given, @Nullable LocalDate expires) {
    public static final Consent NONE = new Consent(null, null);

    /** A day of ISO 8601, maybe with a time of the day. Other ways of writing could be read in two ways. */
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]\\d.*)?");

    /**
     * Consent from the data of a target. What is no day of ISO 8601 is no consent; an expiry that is none leaves no consent.
     *
     * @param columns gives the value of a column, empty if there is none
     */
    public static Consent read(ConsentRule rule, UnaryOperator<String> columns) {
        var given = day(columns.apply(rule.dateColumn()));
        var expiry = rule.expiryColumn().isEmpty()
                ? ""
                : columns.apply(rule.expiryColumn()).strip();
        var expires = day(expiry);
        return expires == null && !expiry.isEmpty() ? NONE : new Consent(given, expires);
    }

    private static @Nullable LocalDate day(String text) {
        var day = DAY.matcher(text.strip());
        if (!day.matches()) {
            return null;
        }
        try {
            return LocalDate.parse(day.group(1));
        } catch (DateTimeParseException notInCalendar) {
            return null;
        }
    }

    /** Last day on which it holds by a rule; {@link LocalDate#MAX} for ever. */
    LocalDate lastDay(ConsentRule rule) {
        var valid = rule.valid();
        var byRule = given == null || valid == null
                ? LocalDate.MAX
                : given.plus(valid).minusDays(1);
        return expires != null && expires.isBefore(byRule) ? expires : byRule;
    }
}
