package dev.outpace.model;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calling rules that use whatever rules can say. */
public final class SampleRules {
    private SampleRules() {}

    public static RuleSet everything() {
        var morning = new CallWindow(9 * 60, 13 * 60);
        var hours = new WeekHours(
                Map.of(
                        DayOfWeek.MONDAY, List.of(morning, new CallWindow(14 * 60, 20 * 60)),
                        DayOfWeek.SATURDAY, List.of(new CallWindow(22 * 60, 2 * 60))),
                List.of(),
                List.of(new CallWindow(600, CallWindow.DAY)));
        var limits = List.of(
                new AttemptLimit(3, Duration.ofHours(24), AttemptLimit.Per.NUMBER),
                new AttemptLimit(7, Duration.ofDays(7), AttemptLimit.Per.PERSON));
        var kept = Json.Obj.EMPTY.with("of_others", new Json.Num(BigDecimal.ONE));
        return new RuleSet(
                new UUID(15, 1),
                "Everything",
                "what a test made up",
                LocalDate.of(2026, 11, 1),
                hours,
                UnknownZone.WORKSPACE,
                List.of(
                        new Holiday(LocalDate.of(2026, 5, 14), List.of("FR"), "Ascension"),
                        new Holiday(LocalDate.of(2028, 2, 29), List.of(), "")),
                Map.of(
                        "FR", new RegionRules(hours, null, kept),
                        "US-FL", new RegionRules(null, limits.subList(0, 1), Json.Obj.EMPTY),
                        "US-OK", new RegionRules(null, List.of(), Json.Obj.EMPTY)),
                limits,
                new RestRules(Duration.ofDays(7), Duration.ofDays(60), Duration.ofDays(3), true),
                "customer_no",
                List.of(new UUID(16, 1)),
                new ConsentRule("opt_in", "opt_in_until", Period.ofYears(2)),
                Stamps.NONE,
                kept.with("rest", kept));
    }
}
