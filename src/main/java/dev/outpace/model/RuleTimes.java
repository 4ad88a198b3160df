package dev.outpace.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times of calling rules as files write them: {@code 09:00-13:00}, {@code 24h}, {@code 7d}, {@code 2y}, {@code 2026-05-14}. */
public final class RuleTimes {
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-\u2013]\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})(h|d|mo|y)");
    private static final long HOURS_OF_DAY = 24;

    private RuleTimes() {}

    public static Optional<CallWindow> window(String text) {
        var parts = WINDOW.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int from = minutes(parts.group(1), parts.group(2));
        int to = minutes(parts.group(3), parts.group(4));
        return from < 0 || to < 0 || from == CallWindow.DAY ? Optional.empty() : Optional.of(new CallWindow(from, to));
    }

    /** Minutes of the day; -1 where it is no time of a day. */
    private static int minutes(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return Integer.parseInt(minute) > 59 || minutes > CallWindow.DAY ? -1 : minutes;
    }

    /** Hours or days of 24 hours. */
    public static Optional<Duration> duration(String text) {
        var parts = LENGTH.matcher(text.strip());
        return switch (parts.matches() ? parts.group(2) : "") {
            case "h" -> Optional.of(Duration.ofHours(Long.parseLong(parts.group(1))));
            case "d" -> Optional.of(Duration.ofDays(Long.parseLong(parts.group(1))));
            default -> Optional.empty();
        };
    }

    /** Hours where it is less than a week. */
    public static String text(Duration duration) {
        long hours = duration.toHours();
        boolean days = hours >= 7 * HOURS_OF_DAY && hours % HOURS_OF_DAY == 0;
        return days ? hours / HOURS_OF_DAY + "d" : hours + "h";
    }

    /** Days, months or years of the calendar. */
    public static Optional<Period> period(String text) {
        var parts = LENGTH.matcher(text.strip());
        return switch (parts.matches() ? parts.group(2) : "") {
            case "d" -> Optional.of(Period.ofDays(Integer.parseInt(parts.group(1))));
            case "mo" -> Optional.of(Period.ofMonths(Integer.parseInt(parts.group(1))));
            case "y" -> Optional.of(Period.ofYears(Integer.parseInt(parts.group(1))));
            default -> Optional.empty();
        };
    }

    /** Of a period of one unit. */
    public static String text(Period period) {
        return period.getYears() != 0
                ? period.getYears() + "y"
                : period.getMonths() != 0 ? period.getMonths() + "mo" : period.getDays() + "d";
    }

    public static Optional<LocalDate> date(String text) {
        try {
            return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException notInCalendar) {
            return Optional.empty();
        }
    }
}
