package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.model.Address;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.ConsentRule;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.NextTargets;
import dev.outpace.model.NumberRest;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleLook;
import dev.outpace.model.RuleLook.Step;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import dev.outpace.rules.CallingRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListLooksTest extends StoreFixture {
    /** A Tuesday: 10:00 in London, 5:00 in New York, 18:00 in Tokyo. */
    private static final Instant MOMENT = Instant.parse("2026-05-12T09:00:00Z");

    private static final DoNotCallList BARRED =
            new DoNotCallList(new UUID(16, 1), "Barred", "", null, 0, false, Stamps.createdAt(NOW), Json.Obj.EMPTY);

    private static RuleSet rules(List<AttemptLimit> limits, @Nullable ConsentRule consent) {
        var days = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), _ -> List.of(new CallWindow(9 * 60, 17 * 60))));
        return new RuleSet(
                new UUID(15, 1),
                "rules",
                "",
                null,
                new WeekHours(days, null, null),
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                limits,
                RestRules.NONE,
                "",
                List.of(BARRED.id()),
                consent,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private static AttemptLimit once() {
        return new AttemptLimit(1, Duration.ofHours(24), AttemptLimit.Per.NUMBER);
    }

    private RuleLook look(RuleSet rules, Instant moment) {
        store.factLog().awaitCommitted();
        return store.listLooks()
                .look(
                        LIST,
                        outplan(99, 9, 0, 0, 0),
                        new CallingRules(rules, ZoneOffset.UTC),
                        List.of(BARRED),
                        moment,
                        ZoneOffset.UTC);
    }

    private OutdialTarget add(String number, String zone) {
        var target = target(number).withRouting(TargetRouting.in(zone, ""));
        store.targets().add(target).join();
        return target;
    }

    private ClaimResult claim(RuleSet rules, Instant now) {
        ClaimResult result;
        do {
            result = store.targetPool()
                    .claim(new Claim(
                            UUID.randomUUID(),
                            campaign(),
                            outplan(99, 9, 0, 0, 0),
                            now,
                            _ -> false,
                            false,
                            false,
                            NumberRest.NONE,
                            List.of(BARRED.id()),
                            rules));
        } while (result instanceof ClaimResult.Unfinished);
        return result;
    }

    private void bar(long number) {
        store.doNotCall().saveAll(UUID.randomUUID(), List.of(BARRED));
        store.doNotCall().add(BARRED.id(), List.of(number), null).join();
    }

    @Test
    void eachTargetIsCountedOnce() {
        bar(442079460105L);
        add("+442079460101", "Europe/London");
        add("+12125550101", "");
        add("+819012345601", "Asia/Tokyo");
        add("+442079460105", "Europe/London");
        add("+883510012345", "");
        fail((Claimed) claim(rules(List.of(once()), null), MOMENT.minusSeconds(600)), MOMENT.minusSeconds(60));
        add("+442079460102", "Europe/London");

        var look = look(rules(List.of(once()), null), MOMENT);

        assertThat(look.callable()).isEqualTo(1);
        assertThat(look.limited().targets()).isEqualTo(1);
        assertThat(look.limited().from()).isEqualTo(MOMENT.minusSeconds(600).plus(Duration.ofHours(24)));
        assertThat(look.laterToday())
                .isEqualTo(new RuleLook.Held(1, Instant.parse("2026-05-12T13:00:00Z"), "US-NY", "America/New_York"));
        assertThat(look.outsideHours().targets()).isEqualTo(1);
        assertThat(look.outsideHours().from()).isEqualTo(Instant.parse("2026-05-13T00:00:00Z"));
        assertThat(look.doNotCall()).isEqualTo(1);
        assertThat(look.withoutZone()).isEqualTo(1);
        assertThat(look.targets()).isEqualTo(6);
    }

    @Test
    void whoIsDoneOrInACallIsCountedApart() {
        for (int i = 1; i <= 3; i++) {
            add("+44207946010" + i, "Europe/London");
        }
        var rules = rules(List.of(), null);
        claim(rules, MOMENT);
        var call = ((Claimed) claim(rules, MOMENT)).call().ended(EndCause.NORMAL, MOMENT);
        store.factLog().write(new Fact.CallClosed(call, new TargetFate.Done()));

        var look = look(rules, MOMENT);

        assertThat(List.of(look.targets(), look.callable(), look.inCall(), look.done()))
                .containsExactly(1L, 1L, 1L, 1L);
    }

    @Test
    void withoutConsentNobodyIsCalledWhereOneIsDemanded() {
        add("+442079460101", "Europe/London");

        var look = look(rules(List.of(), new ConsentRule("opt_in", "", null)), MOMENT);

        assertThat(look.withoutConsent()).isEqualTo(1);
        assertThat(look.targets()).isEqualTo(1);
    }

    @Test
    void theDayShowsWhenHoursOpenAndClose() {
        add("+442079460101", "Europe/London");
        add("+442079460102", "Europe/London");
        add("+12125550101", "");

        assertThat(look(rules(List.of(), null), MOMENT).day())
                .containsExactly(
                        new Step(Instant.parse("2026-05-12T00:00:00Z"), 0),
                        new Step(Instant.parse("2026-05-12T08:00:00Z"), 2),
                        new Step(Instant.parse("2026-05-12T13:00:00Z"), 3),
                        new Step(Instant.parse("2026-05-12T16:00:00Z"), 1),
                        new Step(Instant.parse("2026-05-12T21:00:00Z"), 0));
    }

    @Test
    void aListThatIsTooOldIsTold() {
        var old = new DoNotCallList(BARRED.id(), "Old", "", null, 30, false, Stamps.NONE, Json.Obj.EMPTY);
        add("+442079460101", "Europe/London");

        var look = store.listLooks()
                .look(
                        LIST,
                        outplan(99, 9, 0, 0, 0),
                        new CallingRules(rules(List.of(), null), ZoneOffset.UTC),
                        List.of(old),
                        MOMENT,
                        ZoneOffset.UTC);

        assertThat(look.tooOld()).containsExactly(old);
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** Numbers are all different, so no call is in the way of another. */
    @ParameterizedTest
    @MethodSource("seeds")
    void asManyAsMayBeCalledAreClaimed(int seed) {
        var random = new SplittableRandom(seed);
        bar(442079460110L);
        var zones = List.of("Europe/London", "America/New_York", "Asia/Kolkata", "");
        int targets = random.nextInt(1, 40);
        for (int i = 0; i < targets; i++) {
            add("+4420794601" + (10 + i), zones.get(random.nextInt(zones.size())));
        }
        var limits = random.nextBoolean()
                ? List.of(new AttemptLimit(
                        1 + random.nextInt(2),
                        Duration.ofHours(1 + random.nextInt(30)),
                        random.nextBoolean() ? AttemptLimit.Per.NUMBER : AttemptLimit.Per.PERSON))
                : List.<AttemptLimit>of();
        var rules = rules(limits, null);
        for (int i = 0; i < 30; i++) {
            var at = MOMENT.minus(Duration.ofMinutes(60L * (30 - i)));
            if (claim(rules, at) instanceof Claimed claimed) {
                fail(claimed, at.plusSeconds(600));
            }
        }
        var moment = MOMENT.plus(Duration.ofMinutes(random.nextInt(12 * 60)));
        var look = look(rules, moment);
        assertThat(look.targets()).isEqualTo(targets);
        int claimed = 0;
        while (claim(rules, moment) instanceof Claimed) {
            claimed++;
        }
        assertThat(look.callable()).isEqualTo(claimed);
    }

    @Test
    void aPreviewCountsWhoIsWithinTheHours() {
        add("+442079460101", "Europe/London");
        add("+12125550101", "");
        add("+819012345601", "Asia/Tokyo");
        var claim = new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(9, 9, 0, 0, 0),
                MOMENT,
                _ -> false,
                false,
                false,
                NumberRest.NONE,
                List.of(),
                rules(List.of(), null));
        var expected =
                new NextTargets(1, 2, Instant.parse("2026-05-12T13:00:00Z"), List.of(Address.tel("+442079460101")));

        assertThat(store.targetQueries().next(claim, 3).join()).isEqualTo(expected);
        store.targetPool().claim(claim);
        reopen();
        assertThat(store.targetQueries().next(claim, 3).join())
                .isEqualTo(new NextTargets(0, 2, expected.laterFrom(), List.of()));
    }

    @Test
    void placesAreThoseOfTheNextNumbers() {
        add("+442079460101", "Europe/London");
        add("+12125550101", "");
        add("+12125550102", "");

        var places = store.listLooks().places(LIST, outplan(99, 9, 0, 0, 0));

        assertThat(places.values()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(places.keySet()).allMatch(callee -> callee.zones().size() == 1);
        assertThat(places.keySet().stream().flatMap(callee -> callee.zones().stream()))
                .containsExactlyInAnyOrder(ZoneId.of("Europe/London"), ZoneId.of("America/New_York"));
    }
}
