package dev.outpace.rules;

import dev.outpace.model.CallWindow;
import dev.outpace.model.Holiday;
import dev.outpace.model.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calling hours in one time zone. A moment is within them if its local time lies in a window. So a window is an hour longer
 * when clocks are set back within it, and what the clocks leave out is left out of it.
 */
final class ZoneHours {
    static final Duration LOOK_AHEAD = Duration.ofDays(366);

    private final ZoneId zone;
    private final WeekHours hours;
    private final Map<LocalDate, Holiday> holidays;

    /** @param holidays of the region, by day */
    ZoneHours(ZoneId zone, WeekHours hours, Map<LocalDate, Holiday> holidays) {
        this.zone = zone;
        this.hours = hours;
        this.holidays = holidays;
    }

    ZoneId zone() {
        return zone;
    }

    boolean isOpen(Instant moment) {
        return windowAt(moment) != null;
    }

    /** The window that a moment lies in: of its day, or of the day before. */
    @Nullable
    CallWindow windowAt(Instant moment) {
        var local = LocalDateTime.ofInstant(moment, zone);
        int minute = local.getHour() * 60 + local.getMinute();
        var own = at(local.toLocalDate(), minute);
        return own != null ? own : at(local.toLocalDate().minusDays(1), minute + CallWindow.DAY);
    }

    private @Nullable CallWindow at(LocalDate day, int minute) {
        for (var window : on(day)) {
            if (window.from() <= minute && minute < window.end()) {
                return window;
            }
        }
        return null;
    }

    private List<CallWindow> on(LocalDate day) {
        return hours.on(
                day.getDayOfWeek(),
                holidays.containsKey(day),
                !holidays.isEmpty() && holidays.containsKey(day.plusDays(1)));
    }

    /** The holiday by which a local day has windows of its own; null for a usual day. */
    @Nullable
    Holiday special(LocalDate day) {
        if (hours.on(day.getDayOfWeek()).isEmpty()) {
            return null;
        }
        var today = holidays.get(day);
        if (today != null) {
            return hours.holiday() == null ? null : today;
        }
        return hours.eve() == null ? null : holidays.get(day.plusDays(1));
    }

    /** The next moment after {@code from} at which it opens or closes; null if there is none up to {@code limit}. */
    @Nullable
    Instant change(Instant from, Instant limit) {
        boolean open = isOpen(from);
        var moment = from;
        while (true) {
            moment = boundary(moment);
            if (moment.isAfter(limit)) {
                return null;
            }
            if (isOpen(moment) != open) {
                return moment;
            }
        }
    }

    /** The next moment at which a window may begin or end: by its own times, or since clocks are set. */
    private Instant boundary(Instant from) {
        var offset = zone.getRules().getOffset(from);
        var local = LocalDateTime.ofInstant(from, offset);
        var day = local.toLocalDate();
        var next = day.plusDays(2).atStartOfDay();
        for (var start : List.of(day.minusDays(1), day, day.plusDays(1))) {
            for (var window : on(start)) {
                next = earlier(local, next, start.atStartOfDay().plusMinutes(window.from()));
                next = earlier(local, next, start.atStartOfDay().plusMinutes(window.end()));
            }
        }
        var moment = next.toInstant(offset);
        var clocksSet = zone.getRules().nextTransition(from);
        return clocksSet != null && clocksSet.getInstant().isBefore(moment) ? clocksSet.getInstant() : moment;
    }

    private static LocalDateTime earlier(LocalDateTime after, LocalDateTime known, LocalDateTime other) {
        return other.isAfter(after) && other.isBefore(known) ? other : known;
    }
}
