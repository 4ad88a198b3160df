package dev.outpace.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.ConsentRule;
import dev.outpace.model.Holiday;
import dev.outpace.model.Json;
import dev.outpace.model.RegionRules;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rules, numbers and moments made up from a seed, with a liking for odd days. */
final class RandomRules {
    /** With an hour or half of one that comes twice or not at all, some at midnight, and some without. */
    private static final List<ZoneId> ZONES = List.of(
                    "Europe/Paris",
                    "Europe/London",
                    "America/New_York",
                    "America/Chicago",
                    "America/Phoenix",
                    "America/Havana",
                    "America/St_Johns",
                    "America/Santiago",
                    "Australia/Lord_Howe",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Asia/Beirut",
                    "Africa/Cairo",
                    "Pacific/Chatham",
                    "Pacific/Kiritimati",
                    "America/Los_Angeles",
                    "Etc/UTC")
            .stream()
            .map(ZoneId::of)
            .toList();

    private static final List<String> REGIONS = List.of("FR", "GB", "US", "US-FL", "US-NY", "CA", "CA-NL", "");
    private static final List<LocalDate> ODD_DAYS = List.of(
            LocalDate.of(2028, 2, 29), LocalDate.of(2027, 3, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1));

    private final Random random;

    RandomRules(long seed) {
        random = new Random(seed);
    }

    ZoneId zone() {
        return one(ZONES);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> @Nullable T maybe(double share, Supplier<T> value) {
        return random.nextDouble() < share ? value.get() : null;
    }

    /** Near the moments at which the clocks of a zone are set, near odd days, or anywhere in some years. */
    Instant moment(ZoneId zone) {
        var start = switch (random.nextInt(4)) {
            case 0 -> one(ODD_DAYS).atStartOfDay(zone).toInstant().minus(12, ChronoUnit.HOURS);
            case 1, 2 -> {
                var any = anywhere();
                var set = zone.getRules().nextTransition(any);
                yield set == null ? any : set.getInstant().minus(random.nextInt(48), ChronoUnit.HOURS);
            }
            default -> anywhere();
        };
        return start.plus(random.nextInt(36 * 60), ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    }

    private Instant anywhere() {
        return LocalDate.of(2026, 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(random.nextInt(1_200), ChronoUnit.DAYS);
    }

    Callee callee() {
        var zones = new HashSet<ZoneId>();
        int count = one(List.of(0, 1, 1, 1, 2, 2, 3));
        while (zones.size() < count) {
            zones.add(zone());
        }
        return new Callee(zones, one(REGIONS));
    }

    /** @param around the time in which its holidays are */
    RuleSet set(Instant around) {
        var holidays = new ArrayList<Holiday>();
        for (int i = random.nextInt(8); i > 0; i--) {
            var day = around.plus(random.nextInt(12) - 2, ChronoUnit.DAYS)
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            holidays.add(new Holiday(day, random.nextBoolean() ? List.of() : List.of(one(REGIONS.subList(0, 7))), ""));
        }
        var regions = new HashMap<String, RegionRules>();
        for (int i = random.nextInt(5); i > 0; i--) {
            regions.put(
                    one(REGIONS.subList(0, 7)),
                    new RegionRules(maybe(0.6, this::hours), maybe(0.6, this::limits), Json.Obj.EMPTY));
        }
        return new RuleSet(
                new UUID(15, 1),
                "random",
                "",
                null,
                maybe(0.9, this::hours),
                one(List.of(UnknownZone.values())),
                holidays,
                regions,
                limits(),
                new RestRules(rest(), rest(), rest(), false),
                "",
                List.of(),
                maybe(
                        0.3,
                        () -> new ConsentRule("given", "", maybe(0.5, () -> Period.ofMonths(1 + random.nextInt(3))))),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private Duration rest() {
        return Duration.ofHours(random.nextInt(3) == 0 ? random.nextInt(120) : 0);
    }

    private List<AttemptLimit> limits() {
        var limits = new ArrayList<AttemptLimit>();
        for (int i = random.nextInt(3); i > 0; i--) {
            limits.add(new AttemptLimit(
                    1 + random.nextInt(4),
                    Duration.ofHours(1 + random.nextInt(96)),
                    one(List.of(AttemptLimit.Per.values()))));
        }
        return limits;
    }

    private WeekHours hours() {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                days.put(day, windows());
            }
        }
        return new WeekHours(days, maybe(0.6, this::windows), maybe(0.6, this::windows));
    }

    /** None to three, that do not overlap; the last may pass midnight. */
    private List<CallWindow> windows() {
        var times = new ArrayList<Integer>();
        int count = random.nextInt(4);
        while (times.size() < 2 * count) {
            int time = random.nextInt(4) == 0 ? random.nextInt(1_440) : 30 * random.nextInt(48);
            if (!times.contains(time)) {
                times.add(time);
            }
        }
        times.sort(null);
        var windows = new ArrayList<CallWindow>();
        for (int i = 0; i < times.size(); i += 2) {
            windows.add(new CallWindow(times.get(i), times.get(i + 1)));
        }
        if (count > 0 && random.nextInt(3) == 0) {
            int end = random.nextInt(3) == 0 ? CallWindow.DAY : random.nextInt(times.getFirst() + 1);
            windows.set(count - 1, new CallWindow(windows.getLast().from(), end));
        }
        return windows;
    }

    Done done(Instant now) {
        return new Done(dials(now), dials(now), past(now), past(now), past(now));
    }

    private List<Instant> dials(Instant now) {
        var dials = new ArrayList<Instant>();
        for (int i = random.nextInt(6); i > 0; i--) {
            dials.add(now.minus(random.nextInt(5 * 24 * 60), ChronoUnit.MINUTES));
        }
        return dials;
    }

    private @Nullable Instant past(Instant now) {
        return maybe(0.5, () -> now.minus(random.nextInt(5 * 24 * 60), ChronoUnit.MINUTES));
    }

    Consent consent(Instant now) {
        var day = now.atZone(ZoneOffset.UTC).toLocalDate();
        return new Consent(
                maybe(0.8, () -> day.minusDays(random.nextInt(90) - 1)),
                maybe(0.3, () -> day.plusDays(random.nextInt(5) - 1)));
    }
}
