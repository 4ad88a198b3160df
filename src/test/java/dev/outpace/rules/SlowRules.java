package dev.outpace.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.RuleSet;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definitions of calling rules, word for word and as slow as they are read; for one set and one number. */
@SuppressWarnings("NullAway")
record SlowRules(RuleSet set, Callee callee, ZoneId workspaceZone) {
    /** The rules of US-FL if there are some, else those of US, else those of the set. */
    private @Nullable WeekHours hours() {
        for (var region : regions()) {
            if (set.regions().containsKey(region) && set.regions().get(region).hours() != null) {
                return set.regions().get(region).hours();
            }
        }
        return set.hours();
    }

    private List<AttemptLimit> attempts() {
        for (var region : regions()) {
            if (set.regions().containsKey(region) && set.regions().get(region).attempts() != null) {
                return set.regions().get(region).attempts();
            }
        }
        return set.attempts();
    }

    private List<String> regions() {
        var region = callee.region();
        return region.length() > 2 ? List.of(region, region.substring(0, 2)) : List.of(region);
    }

    private boolean isHoliday(LocalDate day) {
        for (var holiday : set.holidays()) {
            if (holiday.date().equals(day)
                    && (holiday.regions().isEmpty()
                            || holiday.regions().stream().anyMatch(regions()::contains))) {
                return true;
            }
        }
        return false;
    }

    /** A holiday's windows, an eve's, or the weekday's. A weekday without calls has none whatever else it is. */
    private List<CallWindow> windows(WeekHours hours, LocalDate day) {
        var usual = hours.days().get(day.getDayOfWeek());
        if (usual == null) {
            return List.of();
        }
        if (isHoliday(day)) {
            return hours.holiday() == null ? usual : hours.holiday();
        }
        if (isHoliday(day.plusDays(1))) {
            return hours.eve() == null ? usual : hours.eve();
        }
        return usual;
    }

    /** Within the hours: the clock on the wall, in each zone, shows a time that a window of this day or the last one has. */
    boolean isOpen(Instant moment) {
        var hours = hours();
        if (hours == null) {
            return true;
        }
        var zones = new ArrayList<>(callee.zones());
        if (zones.isEmpty()) {
            if (set.unknownZone() == UnknownZone.NEVER) {
                return false;
            }
            zones.add(workspaceZone);
        }
        for (var zone : zones) {
            var clock = moment.atZone(zone);
            boolean inOne = false;
            for (var window : windows(hours, clock.toLocalDate())) {
                inOne |= hasToday(window, clock.toLocalTime());
            }
            for (var window : windows(hours, clock.toLocalDate().minusDays(1))) {
                inOne |= hasTomorrow(window, clock.toLocalTime());
            }
            if (!inOne) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasToday(CallWindow window, LocalTime clock) {
        int minute = clock.toSecondOfDay() / 60;
        boolean pastMidnight = window.to() <= window.from();
        return minute >= window.from() && (pastMidnight || minute < window.to());
    }

    private static boolean hasTomorrow(CallWindow window, LocalTime clock) {
        int minute = clock.toSecondOfDay() / 60;
        return window.to() <= window.from() && minute < window.to();
    }

    /** Whether all of it allows a call at a moment, if nothing else is done before. */
    boolean allows(Done done, Instant moment) {
        return isOpen(moment) && !limited(done, moment) && !resting(done, moment);
    }

    private boolean limited(Done done, Instant moment) {
        for (var limit : attempts()) {
            int calls = 0;
            for (var dial : limit.per() == AttemptLimit.Per.NUMBER ? done.toNumber() : done.toPerson()) {
                if (dial.isAfter(moment.minus(limit.within()))) {
                    calls++;
                }
            }
            if (calls >= limit.max()) {
                return true;
            }
        }
        return false;
    }

    private boolean resting(Done done, Instant moment) {
        return rests(done.conversation(), set.rest().conversation(), moment)
                || rests(done.refusal(), set.rest().refusal(), moment)
                || rests(done.abandon(), set.rest().abandon(), moment);
    }

    private static boolean rests(@Nullable Instant since, Duration rest, Instant moment) {
        return since != null && moment.isBefore(since.plus(rest));
    }

    boolean consents(Consent consent, Instant moment) {
        var rule = set.consent();
        if (rule == null) {
            return true;
        }
        if (consent.given() == null) {
            return false;
        }
        for (var zone : callee.zones().isEmpty() ? List.of(workspaceZone) : List.copyOf(callee.zones())) {
            var today = moment.atZone(zone).toLocalDate();
            if (today.isBefore(consent.given())
                    || (rule.valid() != null && !today.isBefore(consent.given().plus(rule.valid())))
                    || (consent.expires() != null && today.isAfter(consent.expires()))) {
                return false;
            }
        }
        return true;
    }
}
