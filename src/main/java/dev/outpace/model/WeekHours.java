package dev.outpace.model;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calling hours of a week, in local time. Windows of one day are in order and do not overlap.
 *
 * @param days windows of each weekday; a weekday that is missing or has none has no calls
 * @param holiday windows of a holiday, in place of the weekday's; null for those of the weekday. A weekday without calls stays without
 * @param eve the same of the day before a holiday; a day that is a holiday itself is no eve
 */
public record WeekHours(
        Map<DayOfWeek, List<CallWindow>> days,
        @Nullable List<CallWindow> holiday,
        @Nullable List<CallWindow> eve) {
    public static final int MOST_WINDOWS = 3;

    public WeekHours {
        var copy = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        days.forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                copy.put(day, sorted(windows));
            }
        });
        days = Collections.unmodifiableMap(copy);
        holiday = holiday == null ? null : sorted(holiday);
        eve = eve == null ? null : sorted(eve);
    }

    private static List<CallWindow> sorted(List<CallWindow> windows) {
        var copy = new ArrayList<>(windows);
        copy.sort(null);
        return List.copyOf(copy);
    }

    public List<CallWindow> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** The windows of a day of the calendar. */
    public List<CallWindow> on(DayOfWeek day, boolean isHoliday, boolean isEve) {
        var usual = on(day);
        if (usual.isEmpty()) {
            return usual;
        }
        var special = isHoliday ? holiday : isEve ? eve : null;
        return special == null ? usual : special;
    }
}
