package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.NumberRest;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetRouting;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random weeks of calls under random rules, while those are edited and the workspace is opened again. A second reading of the
 * rules, minute by minute, says of each moment who may be called: nobody else is, and nobody who may is passed over.
 */
@SuppressWarnings("NullAway")
class RandomRuledClaimsTest extends StoreFixture {
    private static final List<String> ZONES = List.of("Europe/Paris", "America/New_York", "Asia/Kolkata", "");
    private static final int TARGETS = 40;
    private static final int STEPS = 250;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Map<UUID, OutdialTarget> targets = new HashMap<>();
    private final Map<UUID, Instant> due = new HashMap<>();
    private final List<Claimed> ringing = new ArrayList<>();
    private final List<Claimed> calls = new ArrayList<>();
    private RuleSet rules;
    private Instant now = Instant.parse("2026-03-27T00:00:00Z");

    @RepeatedTest(3)
    void nobodyIsCalledOutsideTheRulesAndNobodyIsPassedOver() throws SQLException {
        System.out.println("random ruled claims: -Dseed=" + seed);
        rules = someRules();
        for (int i = 0; i < TARGETS; i++) {
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var target = target("+12125550" + (100 + random.nextInt(30))).withRouting(TargetRouting.in(zone, ""));
            targets.put(target.id(), target);
            due.put(target.id(), Instant.EPOCH);
            store.targets().add(target).join();
        }
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(40)));
            if (random.nextInt(60) == 0) {
                reopen();
            }
            if (random.nextInt(40) == 0) {
                rules = someRules();
                store.factLog().write(new Fact.ResourceSaved(rules));
                letGo();
            }
            endThoseOfADay();
            if (!ringing.isEmpty() && random.nextInt(3) > 0) {
                end(ringing.remove(random.nextInt(ringing.size())));
            }
            claim();
        }
        assertThat(calls).as("seed " + seed).isNotEmpty();
    }

    /** Waits until all whom the rules held before were let go, which happens in the background. */
    private void letGo() throws SQLException {
        store.mustBeWritten();
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.prepareStatement("select count(*) from target where state in (?, ?)")) {
            statement.setInt(1, TargetState.HELD.code);
            statement.setInt(2, TargetState.BARRED.code);
            long held;
            do {
                try (var row = statement.executeQuery()) {
                    row.next();
                    held = row.getLong(1);
                }
            } while (held > 0 && System.nanoTime() < deadline);
            assertThat(held).as("seed " + seed).isZero();
        }
    }

    private RuleSet someRules() {
        var days = new EnumMap<DayOfWeek, List<CallWindow>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            int from = random.nextInt(24 * 60 - 1);
            if (random.nextInt(7) > 0) {
                days.put(day, List.of(new CallWindow(from, Math.min(CallWindow.DAY, from + 1 + random.nextInt(600)))));
            }
        }
        var limits = new ArrayList<AttemptLimit>();
        if (random.nextBoolean()) {
            limits.add(new AttemptLimit(
                    1 + random.nextInt(3), Duration.ofHours(1 + random.nextInt(72)), AttemptLimit.Per.NUMBER));
        }
        if (random.nextBoolean()) {
            limits.add(new AttemptLimit(
                    1 + random.nextInt(3), Duration.ofHours(1 + random.nextInt(72)), AttemptLimit.Per.PERSON));
        }
        return new RuleSet(
                new UUID(15, 1),
                "rules",
                "",
                null,
                random.nextInt(4) == 0 ? null : new WeekHours(days, null, null),
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                limits,
                new RestRules(Duration.ZERO, Duration.ofHours(random.nextInt(30)), Duration.ZERO, false),
                "",
                List.of(),
                null,
                Stamps.createdAt(now),
                Json.Obj.EMPTY);
    }

    private void claim() {
        store.factLog().awaitCommitted();
        var claim = new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(1_000, 0, 0, 0, 0),
                now,
                _ -> false,
                false,
                random.nextBoolean(),
                NumberRest.NONE,
                List.of(),
                rules);
        var shown = store.targetQueries().next(claim, 1).join().first();
        ClaimResult result;
        do {
            result = store.targetPool().claim(claim);
        } while (result instanceof ClaimResult.Unfinished);
        assertThat(shown)
                .as("what is shown before, at %s, seed %d", now, seed)
                .isEqualTo(
                        result instanceof Claimed claimed
                                ? List.of(claimed.call().destination())
                                : List.of());
        switch (result) {
            case Claimed claimed -> {
                var id = claimed.target().id();
                assertThat(mayBeCalled(id, now))
                        .as("%s at %s, seed %d", claimed.target(), now, seed)
                        .isTrue();
                ringing.add(claimed);
                calls.add(claimed);
                due.remove(id);
            }
            case NothingDue nothing -> {
                var next = nothing.nextTryAt();
                assertThat(due.keySet()).as("at %s, seed %d", now, seed).noneMatch(id -> mayBeCalled(id, now));
                for (int i = 1; i < 40; i++) {
                    var before = now.plus(Duration.ofMinutes(10L * i));
                    if (next == null || before.isBefore(next)) {
                        assertThat(due.keySet())
                                .as("at %s of %s until %s, seed %d, %s", before, now, next, seed, rules)
                                .noneMatch(id -> mayBeCalled(id, before));
                    }
                }
            }
            case ClaimResult.Unfinished _ -> throw new AssertionError();
        }
    }

    private void end(Claimed claimed) {
        var cause = random.nextBoolean() ? EndCause.BUSY : EndCause.REJECTED;
        var again = now.plus(Duration.ofMinutes(random.nextInt(200)));
        store.factLog().write(new Fact.CallClosed(claimed.call().ended(cause, now), new TargetFate.RetryAt(again)));
        due.put(claimed.target().id(), again);
        calls.set(calls.indexOf(claimed), new Claimed(claimed.call().ended(cause, now), claimed.target(), 0));
    }

    /** No call is up for longer. */
    private void endThoseOfADay() {
        var longAgo = now.minus(Duration.ofHours(20));
        for (var one : List.copyOf(ringing)) {
            if (one.call().createdAt().isBefore(longAgo)) {
                ringing.remove(one);
                end(one);
            }
        }
    }

    private boolean mayBeCalled(UUID id, Instant at) {
        var target = targets.get(id);
        if (due.get(id).isAfter(at) || !isOpen(target.routing().zone(), at)) {
            return false;
        }
        for (var limit : rules.attempts()) {
            long within = calls.stream()
                    .filter(one -> limit.per() == AttemptLimit.Per.PERSON
                            ? one.target().id().equals(id)
                            : one.call()
                                    .destination()
                                    .equals(target.destinations().getFirst()))
                    .filter(one -> one.call().createdAt().isAfter(at.minus(limit.within())))
                    .count();
            if (within >= limit.max()) {
                return false;
            }
        }
        return calls.stream()
                .filter(one -> one.call().cause() == EndCause.REJECTED)
                .filter(one -> one.target().id().equals(id)
                        || one.call().destination().equals(target.destinations().getFirst()))
                .noneMatch(
                        one -> one.call().endedAt().plus(rules.rest().refusal()).isAfter(at));
    }

    private boolean isOpen(String zone, Instant at) {
        if (rules.hours() == null) {
            return true;
        }
        // Else the numbers tell: all are of New York.
        var local = LocalDateTime.ofInstant(at, ZoneId.of(zone.isEmpty() ? "America/New_York" : zone));
        int minute = local.getHour() * 60 + local.getMinute();
        return rules.hours().on(local.getDayOfWeek()).stream()
                .anyMatch(window -> window.from() <= minute && minute < window.to());
    }
}
