package dev.outpace.rules;

import dev.outpace.model.Holiday;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleSet;
import dev.outpace.model.UnknownZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calling hours of a set of rules for one callee. Where the callee may be in several zones, all of them must allow a call. */
public final class HoursRule {
    private final String region;
    private final List<ZoneHours> zones;
    private final boolean zoneMissing;

    private HoursRule(String region, List<ZoneHours> zones, boolean zoneMissing) {
        this.region = region;
        this.zones = zones;
        this.zoneMissing = zoneMissing;
    }

    /** @param workspaceZone zone of numbers whose own is unknown, where the set says so */
    public static HoursRule of(RuleSet set, Callee callee, ZoneId workspaceZone) {
        var hours = set.hoursIn(callee.region());
        if (hours == null) {
            return new HoursRule(callee.region(), List.of(), false);
        }
        boolean known = !callee.zones().isEmpty();
        if (!known && set.unknownZone() == UnknownZone.NEVER) {
            return new HoursRule(callee.region(), List.of(), true);
        }
        var holidays = holidays(set, callee.region());
        var zones = known ? callee.zones() : List.of(workspaceZone);
        return new HoursRule(
                callee.region(),
                zones.stream()
                        .sorted(Comparator.comparing(ZoneId::getId))
                        .map(zone -> new ZoneHours(zone, hours, holidays))
                        .toList(),
                false);
    }

    private static Map<LocalDate, Holiday> holidays(RuleSet set, String region) {
        var holidays = new HashMap<LocalDate, Holiday>();
        for (var holiday : set.holidays()) {
            if (holiday.isIn(region)) {
                holidays.putIfAbsent(holiday.date(), holiday);
            }
        }
        return holidays;
    }

    /** Whether no call is allowed since nobody knows the zone of the number. */
    public boolean zoneMissing() {
        return zoneMissing;
    }

    public boolean isOpen(Instant moment) {
        return !zoneMissing && zones.stream().allMatch(zone -> zone.isOpen(moment));
    }

    /** The first moment from {@code from} on that is within the hours; none if there is none for 366 days. */
    public Optional<Instant> opensAt(Instant from) {
        if (zoneMissing) {
            return Optional.empty();
        }
        var limit = from.plus(ZoneHours.LOOK_AHEAD);
        var moment = from;
        while (true) {
            var latest = moment;
            for (var zone : zones) {
                var opens = zone.isOpen(moment) ? moment : zone.change(moment, limit);
                if (opens == null) {
                    return Optional.empty();
                }
                latest = opens.isAfter(latest) ? opens : latest;
            }
            if (latest.equals(moment)) {
                return Optional.of(moment);
            }
            moment = latest;
        }
    }

    /** The end of the hours that {@code moment} is within; none if they do not end for 366 days, or if it is not within them. */
    public Optional<Instant> closesAt(Instant moment) {
        if (!isOpen(moment)) {
            return Optional.empty();
        }
        var limit = moment.plus(ZoneHours.LOOK_AHEAD);
        return zones.stream()
                .flatMap(zone -> Optional.ofNullable(zone.change(moment, limit)).stream())
                .min(Comparator.naturalOrder());
    }

    /** The first moment after {@code moment} at which {@link #isOpen} is another; null if there is none for 366 days. */
    public @Nullable Instant nextChange(Instant moment) {
        return (isOpen(moment) ? closesAt(moment) : opensAt(moment)).orElse(null);
    }

    /**
     * Why it is closed at a moment.
     *
     * @param opens what {@link #opensAt} says of it; null for never
     */
    public RuleReason whyClosed(Instant moment, @Nullable Instant opens) {
        if (zoneMissing) {
            return new RuleReason.ZoneUnknown();
        }
        var zone = lastToOpen(moment, opens);
        var next = opens == null ? null : zone.windowAt(opens);
        var id = zone.zone().getId();
        var day = moment.atZone(zone.zone()).toLocalDate();
        var special = zone.special(day);
        return special == null
                ? new RuleReason.OutsideHours(region, id, next)
                : new RuleReason.OnHoliday(
                        region,
                        id,
                        special.date(),
                        special.name(),
                        !special.date().equals(day),
                        next);
    }

    /** Of the zones that are closed, the one that all wait for. */
    private ZoneHours lastToOpen(Instant moment, @Nullable Instant opens) {
        var closed = zones.stream().filter(zone -> !zone.isOpen(moment)).toList();
        return closed.stream()
                .filter(zone -> opens != null && !zone.isOpen(opens.minusNanos(1)))
                .findFirst()
                .orElse(closed.getFirst());
    }
}
