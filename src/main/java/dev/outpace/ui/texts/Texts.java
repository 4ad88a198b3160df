package dev.outpace.ui.texts;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the console and its formats: thousands with a comma, fixed decimals, a space before the percent sign, and
 * "–" where a value does not apply.
 */
public final class Texts {

    /** Stands where a value does not apply; never write 0 for that. */
    public static final String NOT_APPLICABLE = "–";

    /** Looks for no class of the name, and for no file of another language, in all jars. */
    private static final ResourceBundle.Control ONE_FILE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    /** The English texts, and times in the zone of this computer. */
    public Texts() {
        this(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ROOT, ONE_FILE), ZoneId.systemDefault());
    }

    public Texts(ResourceBundle bundle, ZoneId zone) {
        this.bundle = bundle;
        this.locale = Locale.ENGLISH;
        this.zone = zone;
    }

    /** For FXML's {@code %key}: values there are taken as they stand, without message formatting. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * The text of the key with its arguments filled in as by {@link MessageFormat} (so an apostrophe in it is written
     * twice); without arguments the text as it stands.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String get(String key, Object... arguments) {
        var pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** "94,104". */
    public String number(long value) {
        return String.format(locale, "%,d", value);
    }

    /** "1,234.5": with as many decimals as the number has, and no zeros behind them. */
    public String exact(BigDecimal number) {
        return String.format(
                locale, "%,." + Math.max(0, number.stripTrailingZeros().scale()) + "f", number);
    }

    /** "9,999", above that "12.3k": where only so much room is, as in columns. */
    public String fourDigits(long value) {
        return value < 10_000 ? number(value) : String.format(locale, "%,.1fk", Math.floor(value / 100.0) / 10);
    }

    /** "34.2 %" for 34.2 and one decimal, "–" for NaN. */
    public String percent(double percent, int decimals) {
        if (Double.isNaN(percent)) {
            return NOT_APPLICABLE;
        }
        return String.format(locale, "%,." + decimals + "f", percent) + NO_BREAK_SPACE + "%";
    }

    /** "100 %" for 100. */
    public String percent(long percent) {
        return number(percent) + NO_BREAK_SPACE + "%";
    }

    /** How long something lasts so far, in columns: "0:48", "42:42", from one hour "2:11 h". */
    public String stopwatch(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 3600
                ? String.format(locale, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(locale, "%,d:%02d", seconds / 3600, seconds / 60 % 60) + NO_BREAK_SPACE + "h";
    }

    /** How long something lasts, in sentences: "12 s", "4 min", "2 h 42 min", from two days "3 days". */
    public String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return get("format.seconds", seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return get("format.minutes", minutes);
        }
        long hours = minutes / 60;
        if (hours >= 48) {
            return get("format.days", hours / 24);
        }
        return minutes % 60 == 0 ? get("format.hours", hours) : get("format.hoursMinutes", hours, minutes % 60);
    }

    /** "10:42:18". */
    public String time(Instant moment) {
        return format("HH:mm:ss", moment);
    }

    /** "10:42". */
    public String minute(Instant moment) {
        return format("HH:mm", moment);
    }

    /** "12 May". */
    public String day(Instant moment) {
        return format("d MMM", moment);
    }

    /** "12 May, 10:42". */
    public String dayMinute(Instant moment) {
        return format("d MMM, HH:mm", moment);
    }

    /** "12 May 2026, 10:42". */
    public String dateMinute(Instant moment) {
        return format("d MMM uuuu, HH:mm", moment);
    }

    /** "Tue 12 May 2026, 10:42:18". */
    public String dateTime(Instant moment) {
        return format("EEE d MMM uuuu, HH:mm:ss", moment);
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }
}
