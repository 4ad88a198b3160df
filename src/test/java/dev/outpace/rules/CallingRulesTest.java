package dev.outpace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Holiday;
import dev.outpace.model.Json;
import dev.outpace.model.RegionRules;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallingRulesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Callee FRANCE = new Callee(Set.of(PARIS), "FR");
    private static final int CASES = 400;
    private static final long NEAR = Duration.ofDays(9).toMinutes();
    private static final int NEVER_SHOWN = 20;

    /** Each case is one set, one number, one moment; whatever is answered is looked for minute by minute. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsAnsweredIsWhatMinuteAfterMinuteShows(long seed) {
        int far = 0;
        for (int i = 0; i < CASES; i++) {
            var name = "seed " + seed + ", case " + i;
            var random = new RandomRules(seed * 1_000_003 + i);
            var zone = random.zone();
            var now = random.moment(zone);
            var callee = random.callee();
            var set = random.set(now);
            var slow = new SlowRules(set, callee, zone);
            var fast = new CallingRules(set, zone);
            var hours = fast.hours(callee);
            assertThat(hours.isOpen(now)).as(name).isEqualTo(slow.isOpen(now));
            var change = hours.nextChange(now);
            if (!first(now, change, far++ < NEVER_SHOWN, minute -> slow.isOpen(minute) != slow.isOpen(now), name)) {
                far--;
            }
            ruling(name, random, slow, fast, now);
        }
    }

    private static void ruling(String name, RandomRules random, SlowRules slow, CallingRules fast, Instant now) {
        var done = random.done(now);
        var consent = random.consent(now);
        var ruling = fast.ruling(slow.callee(), done, consent, now);
        switch (ruling) {
            case Ruling.MayCall() ->
                assertThat(slow.allows(done, now) && slow.consents(consent, now))
                        .as(name)
                        .isTrue();
            case Ruling.NotBefore(var until, var _) -> {
                assertThat(slow.consents(consent, now)).as(name).isTrue();
                assertThat(until).as(name).isAfter(now);
                first(now, until, false, minute -> slow.allows(done, minute), name);
            }
            case Ruling.Never(RuleReason.WithoutConsent _) ->
                assertThat(slow.consents(consent, now)).as(name).isFalse();
            case Ruling.Never(RuleReason.ZoneUnknown _) ->
                assertThat(slow.callee().zones()).as(name).isEmpty();
            case Ruling.Never _ -> first(now, null, false, minute -> slow.allows(done, minute), name);
        }
    }

    /**
     * Whether {@code answer} is the first minute after {@code now} that is so. Of answers far away, and of never, only the next
     * days are looked through.
     *
     * @param whole whether to look through a whole year where the answer is never
     * @return whether it was never
     */
    private static boolean first(
            Instant now, @Nullable Instant answer, boolean whole, Predicate<Instant> isSo, String name) {
        long minutes = answer == null
                ? whole ? Duration.ofDays(366).toMinutes() : NEAR
                : Math.min(NEAR, Duration.between(now, answer).toMinutes() - 1);
        for (long minute = 1; minute <= minutes; minute++) {
            var moment = now.plus(minute, ChronoUnit.MINUTES);
            if (isSo.test(moment)) {
                assertThat(moment).as(name).isEqualTo(answer);
            }
        }
        if (answer != null) {
            assertThat(isSo.test(answer)).as(name + ": " + answer).isTrue();
            assertThat(isSo.test(answer.minusNanos(1)))
                    .as(name + ": before " + answer)
                    .isFalse();
        }
        return answer == null;
    }

    private static RuleSet set(WeekHours hours, List<Holiday> holidays, List<AttemptLimit> limits, RestRules rest) {
        return new RuleSet(
                new UUID(15, 1),
                "set",
                "",
                null,
                hours,
                UnknownZone.NEVER,
                holidays,
                Map.of(),
                limits,
                rest,
                "",
                List.of(),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    private static WeekHours daily(int from, int to) {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, List.of(new CallWindow(from, to)));
        }
        return new WeekHours(days, List.of(), null);
    }

    private static Instant at(String local, ZoneId zone) {
        return ZonedDateTime.of(LocalDateTime.parse(local), zone).toInstant();
    }

    @Test
    void anHourThatComesTwiceIsOpenTwiceAndOneThatDoesNotComeIsLeftOut() {
        var night = HoursRule.of(set(daily(90, 180), List.of(), List.of(), RestRules.NONE), FRANCE, PARIS);
        // 25 October 2026: 02:00 to 03:00 comes twice, so 01:30 to 03:00 has two hours and a half.
        var autumn = at("2026-10-25T00:00", PARIS);
        var opens = night.opensAt(autumn).orElseThrow();
        assertThat(opens).isEqualTo(Instant.parse("2026-10-24T23:30:00Z"));
        assertThat(night.closesAt(opens)).contains(Instant.parse("2026-10-25T02:00:00Z"));
        // 29 March 2026: after 01:59 comes 03:00, which is no time of it.
        var spring = night.opensAt(at("2026-03-29T00:00", PARIS)).orElseThrow();
        assertThat(night.closesAt(spring)).contains(Instant.parse("2026-03-29T01:00:00Z"));
        var gap = HoursRule.of(set(daily(120, 180), List.of(), List.of(), RestRules.NONE), FRANCE, PARIS);
        assertThat(gap.opensAt(at("2026-03-29T00:00", PARIS))).contains(at("2026-03-30T02:00", PARIS));
        // What opens first in the hour that comes twice, closes, opens and closes again.
        var half = HoursRule.of(set(daily(135, 165), List.of(), List.of(), RestRules.NONE), FRANCE, PARIS);
        assertThat(half.closesAt(Instant.parse("2026-10-25T00:20:00Z")))
                .contains(Instant.parse("2026-10-25T00:45:00Z"));
        assertThat(half.opensAt(Instant.parse("2026-10-25T00:45:00Z"))).contains(Instant.parse("2026-10-25T01:15:00Z"));
    }

    @Test
    void severalZonesMustAllowItTogether() {
        var both = new Callee(Set.of(PARIS, NEW_YORK), "");
        var rule = HoursRule.of(set(daily(9 * 60, 17 * 60), List.of(), List.of(), RestRules.NONE), both, PARIS);
        var opens = rule.opensAt(at("2026-07-01T09:00", PARIS)).orElseThrow();
        assertThat(opens).isEqualTo(at("2026-07-01T09:00", NEW_YORK));
        assertThat(rule.closesAt(opens)).contains(at("2026-07-01T17:00", PARIS));
        var never = new Callee(Set.of(ZoneId.of("Pacific/Auckland"), PARIS), "");
        var rules = new CallingRules(set(daily(9 * 60, 17 * 60), List.of(), List.of(), RestRules.NONE), PARIS);
        assertThat(rules.hours(never).opensAt(opens)).isEmpty();
        assertThat(rules.ruling(never, Done.NOTHING, Consent.NONE, at("2026-07-01T09:00", PARIS)))
                .isEqualTo(new Ruling.Never(new RuleReason.OutsideHours("", "Pacific/Auckland", null)));
    }

    @Test
    void aHolidayIsToldByItsName() {
        var bastille = new Holiday(LocalDate.of(2026, 7, 14), List.of("FR"), "Bastille Day");
        var rules = new CallingRules(set(daily(10 * 60, 20 * 60), List.of(bastille), List.of(), RestRules.NONE), PARIS);
        var noon = at("2026-07-14T12:00", PARIS);
        assertThat(rules.ruling(FRANCE, Done.NOTHING, Consent.NONE, noon))
                .isEqualTo(new Ruling.NotBefore(
                        at("2026-07-15T10:00", PARIS),
                        new RuleReason.OnHoliday(
                                "FR",
                                "Europe/Paris",
                                LocalDate.of(2026, 7, 14),
                                "Bastille Day",
                                false,
                                new CallWindow(600, 1200))));
        var spain = new Callee(Set.of(ZoneId.of("Europe/Madrid")), "ES");
        assertThat(rules.ruling(spain, Done.NOTHING, Consent.NONE, noon)).isEqualTo(new Ruling.MayCall());
    }

    @Test
    void aLimitThatEndsAtNightHoldsUntilMorningAndIsTheReason() {
        var limit = new AttemptLimit(2, Duration.ofHours(24), AttemptLimit.Per.NUMBER);
        var rules = new CallingRules(set(daily(10 * 60, 20 * 60), List.of(), List.of(limit), RestRules.NONE), PARIS);
        var now = at("2026-07-02T15:00", PARIS);
        var done = new Done(
                List.of(at("2026-07-02T14:00", PARIS), at("2026-07-01T21:00", PARIS)), List.of(), null, null, null);
        assertThat(rules.ruling(FRANCE, done, Consent.NONE, now))
                .isEqualTo(
                        new Ruling.NotBefore(at("2026-07-03T10:00", PARIS), new RuleReason.LimitReached("FR", limit)));
        // The start of the window is no part of it.
        assertThat(rules.ruling(FRANCE, done, Consent.NONE, at("2026-07-03T14:00", PARIS)))
                .isEqualTo(new Ruling.MayCall());
    }

    @Test
    void theRestAfterAnAbandonFallsAwayWithAKeptAgent() {
        var rest = new RestRules(Duration.ZERO, Duration.ZERO, Duration.ofDays(3), true);
        var rules = new CallingRules(set(daily(0, CallWindow.DAY), List.of(), List.of(), rest), PARIS);
        var since = at("2026-07-01T12:00", PARIS);
        var done = new Done(List.of(), List.of(), null, null, since);
        var now = since.plus(1, ChronoUnit.HOURS);
        assertThat(rules.ruling(FRANCE, done, Consent.NONE, now))
                .isEqualTo(new Ruling.NotBefore(
                        at("2026-07-04T12:00", PARIS), new RuleReason.Resting(RuleReason.After.ABANDON, since)));
        assertThat(rules.ruling(FRANCE, done.withoutAbandon(), Consent.NONE, now))
                .isEqualTo(new Ruling.MayCall());
    }

    @Test
    void whatIsAlwaysOpenNeverCloses() {
        var always = HoursRule.of(
                set(new WeekHours(daily(0, CallWindow.DAY).days(), null, null), List.of(), List.of(), RestRules.NONE),
                FRANCE,
                PARIS);
        assertThat(always.nextChange(at("2026-07-01T12:00", PARIS))).isNull();
        var open = new CallingRules(RuleSet.named(new UUID(15, 2), "none"), PARIS);
        assertThat(open.ruling(Callee.UNKNOWN, Done.NOTHING, Consent.NONE, Instant.EPOCH))
                .isEqualTo(new Ruling.MayCall());
        assertThat(open.longestLimit()).isZero();
    }

    @Test
    void theLongestLimitIsThatOfAnyRegion() {
        var regional = new AttemptLimit(4, Duration.ofDays(30), AttemptLimit.Per.PERSON);
        var set = set(daily(0, 60), List.of(), List.of(), RestRules.NONE);
        var withRegion = new RuleSet(
                set.id(),
                set.name(),
                "",
                null,
                set.hours(),
                set.unknownZone(),
                List.of(),
                Map.of("FR", new RegionRules(null, List.of(regional), Json.Obj.EMPTY)),
                List.of(new AttemptLimit(1, Duration.ofDays(1), AttemptLimit.Per.NUMBER)),
                set.rest(),
                "",
                List.of(),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
        assertThat(new CallingRules(withRegion, PARIS).longestLimit()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void aCalleeIsTheSameAfterItsKey() {
        for (var callee : List.of(Callee.UNKNOWN, FRANCE, new Callee(Set.of(PARIS, NEW_YORK), ""))) {
            assertThat(Callee.ofKey(callee.key())).isEqualTo(callee);
        }
        assertThat(new Callee(Set.of(PARIS, NEW_YORK), "US-IN").key()).isEqualTo("US-IN America/New_York Europe/Paris");
    }
}
