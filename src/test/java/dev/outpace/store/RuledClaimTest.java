package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.model.Address;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.NumberRest;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is called next under calling rules. It is 10:00 in Paris and 4:00 in New York. */
@SuppressWarnings("NullAway")
class RuledClaimTest extends StoreFixture {
    private static final TargetRouting PARIS = TargetRouting.in("Europe/Paris", "FR");
    private static final TargetRouting NEW_YORK = TargetRouting.in("America/New_York", "US-NY");
    private static final Instant NEW_YORK_OPENS = Instant.parse("2026-05-12T13:00:00Z");
    private static final WeekHours NINE_TO_SIX = new WeekHours(
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(Function.identity(), _ -> List.of(new CallWindow(9 * 60, 18 * 60)))),
            null,
            null);

    private static RuleSet rules(@Nullable WeekHours hours, RestRules rest, String personKey, AttemptLimit... limits) {
        return new RuleSet(
                new UUID(15, 1),
                "rules",
                "",
                null,
                hours,
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                List.of(limits),
                rest,
                personKey,
                List.of(),
                null,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private static RuleSet hours() {
        return rules(NINE_TO_SIX, RestRules.NONE, "");
    }

    private OutdialTarget add(TargetRouting routing, String... numbers) {
        var target = target(numbers).withRouting(routing);
        store.targets().add(target).join();
        return target;
    }

    /** A target of which nobody knows where it is. */
    private OutdialTarget somewhere() {
        var target = target("+12125550101");
        return new OutdialTarget(
                target.id(),
                LIST,
                0,
                "somewhere",
                "",
                "{}",
                target.status(),
                Arrays.asList(Address.sip("ada@example.com"), null, null, null, null),
                target.tryCounts(),
                null,
                null,
                target.stamps(),
                Json.Obj.EMPTY);
    }

    private ClaimResult claim(@Nullable RuleSet rules, Instant now) {
        ClaimResult result;
        do {
            result = store.targetPool()
                    .claim(new Claim(
                            UUID.randomUUID(),
                            campaign(),
                            outplan(5, 5, 0, 0, 0),
                            now,
                            _ -> false,
                            false,
                            false,
                            NumberRest.NONE,
                            List.of(),
                            rules));
        } while (result instanceof ClaimResult.Unfinished);
        return result;
    }

    private UUID called(@Nullable RuleSet rules, Instant now) {
        return ((Claimed) claim(rules, now)).target().id();
    }

    private void end(Claimed claimed, EndCause cause, Instant at) {
        store.factLog().write(new Fact.CallClosed(claimed.call().ended(cause, at), new TargetFate.RetryAt(at)));
    }

    @Test
    void onlyTargetsWithinTheirHoursAreCalledInTheirOrder() {
        add(NEW_YORK, "+12125550101");
        var second = add(PARIS, "+33145550102");
        add(NEW_YORK, "+12125550103");
        var fourth = add(PARIS, "+33145550104");
        var rules = hours();
        assertThat(called(rules, NOW)).isEqualTo(second.id());
        assertThat(called(rules, NOW)).isEqualTo(fourth.id());
        assertThat(claim(rules, NOW))
                .isEqualTo(new NothingDue(
                        NEW_YORK_OPENS,
                        0,
                        false,
                        new RuleReason.OutsideHours("US-NY", "America/New_York", new CallWindow(540, 1_080))));
        assertThat(claim(rules, NEW_YORK_OPENS.minusNanos(1_000))).isInstanceOf(NothingDue.class);
        assertThat(claim(rules, NEW_YORK_OPENS)).isInstanceOf(Claimed.class);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 4, 0));
    }

    @Test
    void withoutRulesEverybodyIsCalled() {
        var first = add(NEW_YORK, "+12125550101");
        add(PARIS, "+33145550102");
        assertThat(called(null, NOW)).isEqualTo(first.id());
    }

    @Test
    void aRetryWaitsForItsHours() {
        add(PARIS, "+33145550101");
        var rules = hours();
        var closes = Instant.parse("2026-05-12T16:00:00Z");
        end((Claimed) claim(rules, NOW), EndCause.BUSY, closes);
        assertThat(claim(rules, closes)).isInstanceOfSatisfying(NothingDue.class, nothing -> {
            assertThat(nothing.nextTryAt()).isEqualTo(Instant.parse("2026-05-13T07:00:00Z"));
            assertThat(nothing.rule()).isInstanceOf(RuleReason.OutsideHours.class);
        });
        end(
                (Claimed) claim(rules, Instant.parse("2026-05-13T07:00:00Z")),
                EndCause.BUSY,
                closes.plus(Duration.ofDays(1)));
    }

    @Test
    void aNumberIsNotCalledMoreOftenThanItMayBeWhoeversItIs() {
        var limit = new AttemptLimit(2, Duration.ofHours(24), AttemptLimit.Per.NUMBER);
        var rules = rules(null, RestRules.NONE, "", limit);
        for (int i = 0; i < 3; i++) {
            add(TargetRouting.NONE, "+12125550101");
        }
        claim(rules, NOW);
        claim(rules, NOW.plusSeconds(60));
        var until = NOW.plus(Duration.ofHours(24));
        var held = new NothingDue(until, 0, false, new RuleReason.LimitReached("US-NY", limit));
        assertThat(claim(rules, NOW.plusSeconds(120))).isEqualTo(held);
        reopen();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 3, 0));
        assertThat(store.targetQueries().bar(LIST).join().idle()).isEqualTo(1);
        assertThat(claim(rules, until.minusSeconds(1))).isEqualTo(held);
        assertThat(claim(rules, until)).isInstanceOf(Claimed.class);
    }

    @Test
    void aCallThatNeverReachedTheNetworkCountsForNoLimit() {
        var rules = rules(null, RestRules.NONE, "", new AttemptLimit(1, Duration.ofHours(24), AttemptLimit.Per.PERSON));
        add(TargetRouting.NONE, "+12125550101");
        var refused = (Claimed) claim(rules, NOW);
        store.factLog()
                .write(new Fact.CallClosed(
                        refused.call().ended(EndCause.NOT_PLACED, NOW), new TargetFate.TryGivenBack(NOW)));
        var placed = (Claimed) claim(rules, NOW.plusSeconds(60));
        end(placed, EndCause.BUSY, NOW.plusSeconds(70));
        assertThat(claim(rules, NOW.plusSeconds(80)))
                .isInstanceOfSatisfying(
                        NothingDue.class,
                        nothing -> assertThat(nothing.nextTryAt())
                                .isEqualTo(NOW.plusSeconds(60).plus(Duration.ofHours(24))));
    }

    @Test
    void aPersonIsToldByAColumnWhereTheRulesNameOne() {
        var rules = rules(
                null, RestRules.NONE, "customer_no", new AttemptLimit(1, Duration.ofDays(7), AttemptLimit.Per.PERSON));
        store.factLog().write(new Fact.ResourceSaved(rules));
        for (var data : List.of("{\"customer_no\":\"7\"}", "{\"customer_no\":7}", "{\"customer_no\":\"8\"}")) {
            var target = target("+1212555010" + data.length());
            store.targets()
                    .add(new OutdialTarget(
                            target.id(),
                            LIST,
                            0,
                            data,
                            "",
                            data,
                            target.status(),
                            target.destinations(),
                            target.tryCounts(),
                            null,
                            null,
                            target.stamps(),
                            Json.Obj.EMPTY))
                    .join();
        }
        assertThat(((Claimed) claim(rules, NOW)).target().name()).isEqualTo("{\"customer_no\":\"7\"}");
        assertThat(((Claimed) claim(rules, NOW.plusSeconds(1))).target().name()).isEqualTo("{\"customer_no\":\"8\"}");
        assertThat(claim(rules, NOW.plusSeconds(2)))
                .isInstanceOfSatisfying(
                        NothingDue.class,
                        nothing -> assertThat(nothing.nextTryAt()).isEqualTo(NOW.plus(Duration.ofDays(7))));
    }

    @Test
    void aPersonRestsAfterAConversationAndAfterARefusal() {
        var rules = rules(null, new RestRules(Duration.ofDays(7), Duration.ofDays(60), Duration.ofDays(3), false), "");
        add(TargetRouting.NONE, "+12125550101");
        var talked = ((Claimed) claim(rules, NOW)).call();
        var at = NOW.plusSeconds(30);
        store.factLog()
                .write(new Fact.CallClosed(
                        talked.answered(NOW).connected(new UUID(4, 1), NOW).ended(EndCause.FAILED, at),
                        new TargetFate.RetryAt(at)));
        assertThat(claim(rules, at))
                .isEqualTo(new NothingDue(
                        at.plus(Duration.ofDays(7)),
                        0,
                        false,
                        new RuleReason.Resting(RuleReason.After.CONVERSATION, at)));
        // It rings for a minute, and the rest begins at its end.
        var refused = (Claimed) claim(rules, at.plus(Duration.ofDays(7)));
        var later = at.plus(Duration.ofDays(7)).plusSeconds(60);
        end(refused, EndCause.REJECTED, later);
        assertThat(claim(rules, later))
                .isEqualTo(new NothingDue(
                        later.plus(Duration.ofDays(60)),
                        0,
                        false,
                        new RuleReason.Resting(RuleReason.After.REFUSAL, later)));
        var atTheEnd = later.plus(Duration.ofDays(60)).minusSeconds(1);
        add(TargetRouting.NONE, "+12125550101");
        assertThat(claim(rules, atTheEnd))
                .as("for another target of the number")
                .isInstanceOf(NothingDue.class);
        assertThat(claim(rules, atTheEnd.plusSeconds(1))).isInstanceOf(Claimed.class);
    }

    @Test
    void whoCanNeverBeCalledLeavesTheRangeUntilTheRulesAreEdited() {
        var unknown = somewhere();
        store.targets().add(unknown).join();
        add(PARIS, "+33145550102");
        var rules = hours();
        claim(rules, NOW);
        assertThat(claim(rules, NOW)).isEqualTo(new NothingDue(null, 0, false, null));
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 1));
        reopen();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 1));
        var edited = rules(null, RestRules.NONE, "");
        store.factLog().write(new Fact.ResourceSaved(edited));
        store.mustBeWritten();
        awaitCounts(new TargetCounts(0, 2, 0));
        assertThat(called(edited, NOW)).isEqualTo(unknown.id());
    }

    /** Chunks of bulk work follow each other while nothing else is written. */
    private void awaitCounts(TargetCounts counts) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!store.targetPool().counts(LIST).equals(counts) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(store.targetPool().counts(LIST)).isEqualTo(counts);
    }

    @Test
    void anEditedSetLetsGoWhomItHeld() {
        var limit = new AttemptLimit(1, Duration.ofDays(30), AttemptLimit.Per.NUMBER);
        var rules = rules(null, RestRules.NONE, "", limit);
        add(TargetRouting.NONE, "+12125550101");
        var held = add(TargetRouting.NONE, "+12125550101");
        claim(rules, NOW);
        assertThat(claim(rules, NOW)).isInstanceOf(NothingDue.class);
        var edited = rules(null, RestRules.NONE, "");
        ClaimResult result = claim(edited, NOW.plusSeconds(1));
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!(result instanceof Claimed) && System.nanoTime() < deadline) {
            result = claim(edited, NOW.plusSeconds(1));
        }
        assertThat(((Claimed) result).target().id()).isEqualTo(held.id());
    }

    @Test
    void withoutRulesNobodyIsHeldAnyMore() {
        var rules = rules(null, RestRules.NONE, "", new AttemptLimit(1, Duration.ofDays(30), AttemptLimit.Per.NUMBER));
        add(TargetRouting.NONE, "+12125550101");
        var held = add(TargetRouting.NONE, "+12125550101");
        claim(rules, NOW);
        claim(rules, NOW);
        assertThat(called(null, NOW.plusSeconds(1))).isEqualTo(held.id());
    }

    @Test
    void aTargetWithSeveralNumbersIsHeldUntilTheNextOneIsWithinItsHours() {
        var target = add(TargetRouting.NONE, "+12125550101", "+12125550102");
        var zoned = rules(NINE_TO_SIX, RestRules.NONE, "");
        assertThat(store.targets().save(target.withRouting(NEW_YORK)).join()).isEmpty();
        assertThat(claim(zoned, NOW))
                .isInstanceOfSatisfying(
                        NothingDue.class,
                        nothing -> assertThat(nothing.nextTryAt()).isEqualTo(NEW_YORK_OPENS));
        assertThat(store.targets().save(target.withRouting(PARIS)).join()).isEmpty();
        assertThat(called(zoned, NOW)).isEqualTo(target.id());
    }
}
