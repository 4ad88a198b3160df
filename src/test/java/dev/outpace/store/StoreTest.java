package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.engine.CallJournal.Fact;
import dev.outpace.engine.CallJournal.TargetFate;
import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.exchange.JacksonJson;
import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingMode;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway")
class StoreTest {
    private static final Instant NOW = Instant.parse("2026-05-12T08:00:00.123456Z");
    private static final UUID LIST = new UUID(1, 30);

    @TempDir
    Path folder;

    private static final NumberRest GAP = new NumberRest(Duration.ofMinutes(10), Duration.ZERO, Duration.ZERO);

    private Store store;
    private int numbers;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("workspace"), "test", new JacksonJson());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        open();
    }

    private static Campaign campaign() {
        return new Campaign(
                new UUID(1, 1),
                CampaignType.CALL,
                "campaign",
                "",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(),
                new UUID(1, 20),
                LIST,
                Ids.NIL,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(NOW),
                new Json.Obj(Map.of("future", new Json.Bool(true))));
    }

    private static Outplan outplan(Integer... tries) {
        return new Outplan(
                new UUID(1, 20),
                "outplan",
                "",
                Address.tel("+12125550190"),
                20_000,
                60_000,
                List.of(tries),
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private static Outdial list() {
        return new Outdial(LIST, campaign().id(), "list", "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
    }

    private OutdialTarget target(String... addresses) {
        var destinations = new ArrayList<Address>();
        for (var address : addresses) {
            destinations.add(address == null ? null : Address.tel(address));
        }
        while (destinations.size() < 5) {
            destinations.add(null);
        }
        return new OutdialTarget(
                new UUID(2, ++numbers),
                LIST,
                0,
                "target " + numbers,
                "",
                "{}",
                TargetStatus.IDLE,
                destinations,
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    private Claimed claimed(Instant now) {
        return (Claimed) store.targetPool()
                .claim(new Claim(UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), now, _ -> false));
    }

    @Test
    void resourcesSurviveAReopeningFieldForField() {
        store.journal().write(new Fact.ResourceSaved(outplan(3, 1, 0, 0, 0)));
        store.journal().write(new Fact.ResourceSaved(campaign()));
        reopen();
        var book = store.resources().join();
        assertThat(book.campaign(new UUID(1, 1))).isEqualTo(campaign());
        assertThat(book.outplan(new UUID(1, 20))).isEqualTo(outplan(3, 1, 0, 0, 0));
    }

    @Test
    void anEditOfACampaignLeavesItsStatus() {
        store.journal().write(new Fact.ResourceSaved(campaign()));
        store.journal()
                .write(new Fact.StatusesChanged(List.of(new dev.outpace.engine.CallJournal.StatusChange(
                        campaign().id(), CampaignStatus.RUN, null, NOW, NOW))));
        store.journal().write(new Fact.ResourceSaved(campaign().withServiceLevel(50)));
        var now = store.resources().join().campaign(campaign().id());
        assertThat(now.status()).isEqualTo(CampaignStatus.RUN);
        assertThat(now.serviceLevel()).isEqualTo(50);
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)
                        .records()
                        .get(campaign().id())
                        .startedAt())
                .isEqualTo(NOW);
    }

    @Test
    void freshTargetsAreClaimedInTheOrderInWhichTheyWereAdded() {
        for (int i = 0; i < 5; i++) {
            store.targets().add(target("+1212555010" + i)).join();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(claimed(NOW).call().destination().target()).isEqualTo("+1212555010" + i);
        }
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 5, 0));
    }

    @Test
    void aDueRetryComesBeforeFreshTargetsAndTheEarliestFirst() {
        for (int i = 0; i < 3; i++) {
            store.targets().add(target("+1212555010" + i)).join();
        }
        var first = claimed(NOW);
        var second = claimed(NOW);
        fail(first, NOW.plusSeconds(60));
        fail(second, NOW.plusSeconds(30));
        assertThat(claimed(NOW.plusSeconds(60)).target().id())
                .isEqualTo(second.target().id());
        assertThat(claimed(NOW.plusSeconds(60)).target().id())
                .isEqualTo(first.target().id());
        assertThat(claimed(NOW.plusSeconds(60)).target().tryCounts()).startsWith(1);
    }

    private void fail(Claimed claimed, Instant nextTryAt) {
        store.journal()
                .write(new Fact.CallClosed(
                        claimed.call().ended(EndCause.BUSY, NOW.plusSeconds(5)), new TargetFate.RetryAt(nextTryAt)));
    }

    @Test
    void nothingIsDueBeforeTheNextTryAndTheMomentIsTold() {
        store.targets().add(target("+12125550101")).join();
        fail(claimed(NOW), NOW.plusSeconds(60));
        var result = store.targetPool()
                .claim(new Claim(
                        UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), NOW.plusSeconds(59), _ -> false));
        assertThat(result).isEqualTo(new NothingDue(NOW.plusSeconds(60), 0));
    }

    @Test
    void aTargetWhoseNumberIsInACallWaitsForItsEndAndTheGap() {
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        var claim = new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(2, 1, 0, 0, 0),
                NOW,
                address -> address.target().endsWith("101"),
                false,
                false,
                GAP);
        assertThat(((Claimed) store.targetPool().claim(claim))
                        .call()
                        .destination()
                        .target())
                .isEqualTo("+12125550102");
        assertThat(store.targetPool().claim(claim)).isEqualTo(new NothingDue(NOW.plus(GAP.gap()), 0));
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 2, 0));
    }

    @Test
    void targetsWithoutADialableDestinationLeaveTheRange() {
        for (int i = 0; i < 700; i++) {
            store.targets().add(target(null, null, "+12125550101")).join();
        }
        store.targets().add(target("+12125550102")).join();
        var found = new ArrayList<>();
        var result = store.targetPool()
                .claim(new Claim(UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), NOW, _ -> false));
        while (!(result instanceof Claimed)) {
            found.add(result);
            result = store.targetPool()
                    .claim(new Claim(UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), NOW, _ -> false));
        }
        assertThat(found).hasSizeGreaterThan(1);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 700));
        reopen();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 700));
    }

    @Test
    void aListIsCountedAtOneMomentWhileItsTargetsAreDone() {
        for (int i = 0; i < 300; i++) {
            store.targets().add(target("+12125550101")).join();
        }
        var reached = new CompletableFuture<Void>();
        var calls = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                var call = claimed(NOW).call();
                store.journal()
                        .write(new Fact.CallClosed(
                                call.ended(EndCause.NORMAL, NOW.plusSeconds(5)), new TargetFate.Done()));
            }
            store.journal().awaitCommitted();
            reached.complete(null);
        });
        calls.start();
        while (!reached.isDone()) {
            var bar = store.targetQueries().bar(LIST).join();
            assertThat(bar.doneFailed()).isZero();
            assertThat(bar.total()).isEqualTo(300);
        }
        assertThat(store.targetQueries().bar(LIST).join().doneSuccess()).isEqualTo(300);
    }

    @Test
    void aPassThroughAListSeesItInItsOrderAsItWasWhenItBegan() {
        var added = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 500; i++) {
            added.add(target("+12125550101"));
        }
        added.forEach(each -> store.targets().add(each).join());
        claimed(NOW);
        var seen = new ArrayList<String>();
        store.targetQueries().each(LIST, each -> {
            if (seen.isEmpty()) {
                store.targets().delete(added.getLast().id()).join();
                store.targets().add(target("+12125550102")).join();
                claimed(NOW);
            }
            seen.add(each.name() + ' ' + each.status());
        });
        assertThat(seen)
                .hasSize(500)
                .startsWith("target 1 PROGRESSING", "target 2 IDLE", "target 3 IDLE")
                .endsWith("target 500 IDLE");
    }

    @Test
    void whatAnAgentIsAwayForIsKept() {
        var agent = agent(AgentStatus.AWAY, AwayReason.TRAINING);
        store.journal().write(new Fact.ResourceSaved(agent));
        store.journal().awaitCommitted();
        reopen();
        assertThat(agents()).containsExactly(agent);
    }

    @Test
    void aCallWithoutAnEndIsUnfinishedAlsoWhenItsListWasReplacedMeanwhile() {
        store.journal().write(new Fact.ResourceSaved(list()));
        store.targets().add(target("+12125550101")).join();
        var call = claimed(NOW).call();
        reopen();
        store.targets()
                .storeAll(
                        List.of(), Map.of(LIST, List.of(target("+12125550102")).iterator()), Set.of(LIST));
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true).unfinished())
                .singleElement()
                .satisfies(left -> assertThat(left.call()).isEqualTo(call));
    }

    @Test
    void pacingAndComplianceSurviveAReopening() {
        var pacing = new PacingChoice(
                PacingMode.ADAPTIVE,
                0.025,
                AbandonWindow.HOURS_24,
                AbandonDenominator.QUEUED,
                true,
                new Json.Obj(Map.of("later", new Json.Bool(true))));
        var rules =
                new Compliance("\"Sorry\"\n", 1_500, 72, true, 15_000, new Json.Obj(Map.of("later", new Json.Null())));
        var changed = campaign()
                .withOptions(CampaignOptions.DEFAULT.withPacing(pacing).withCompliance(rules));
        store.journal().write(new Fact.ResourceSaved(changed));
        reopen();
        assertThat(store.resources().join().campaign(changed.id())).isEqualTo(changed);
        store.journal().write(new Fact.ResourceSaved(campaign()));
        reopen();
        assertThat(store.resources().join().campaign(changed.id())).isEqualTo(campaign());
    }

    @Test
    void hoursOfThirtyDaysStandForThemselvesAndWhatIsOlderTogetherBefore() {
        store.journal().write(new Fact.ResourceSaved(campaign()));
        for (int i = 0; i < 5; i++) {
            store.targets().add(target("+1212555010" + i)).join();
        }
        var day = Duration.ofDays(1);
        abandon(NOW);
        abandon(NOW.plus(day));
        abandon(NOW.plus(day.multipliedBy(40)));
        abandon(NOW.plus(day.multipliedBy(41)));
        var busy = claimed(NOW).call();
        store.journal()
                .write(new Fact.CallClosed(
                        busy.ended(EndCause.BUSY, NOW.plus(day.multipliedBy(41))), new TargetFate.Done()));
        long latest = NOW.plus(day.multipliedBy(41)).getEpochSecond() / 3_600;
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)
                        .records()
                        .get(campaign().id())
                        .hours())
                .containsExactly(
                        new HourCount(latest - 721, 2, 2, 2),
                        new HourCount(latest - 24, 1, 1, 1),
                        new HourCount(latest, 1, 1, 1));
    }

    private void abandon(Instant at) {
        var call = claimed(NOW).call().answered(at).queued(new UUID(4, 1), at).ended(EndCause.ABANDONED, at);
        store.journal().write(new Fact.CallClosed(call, new TargetFate.Done()));
    }

    @Test
    void aTargetThatRestsComesWithAnAgentOnly() {
        var rests = campaign()
                .withOptions(
                        CampaignOptions.DEFAULT.withCompliance(new Compliance("", 2_000, 72, true, 0, Json.Obj.EMPTY)));
        store.targets().add(target("+12125550101")).join();
        var call = claimed(NOW).call().answered(NOW).ended(EndCause.ABANDONED, NOW);
        var until = NOW.plus(Duration.ofDays(3));
        store.journal().write(new Fact.CallClosed(call, new TargetFate.RestsUntil(until)));
        reopen();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 0));
        assertThat(store.targetQueries().bar(LIST).join().idle()).isEqualTo(1);
        var later = NOW.plusSeconds(61);
        assertThat(claim(rests, later, false)).isEqualTo(new NothingDue(until, 0, true));
        assertThat(claim(rests, NOW.plusSeconds(59), true)).isEqualTo(new NothingDue(NOW.plusSeconds(60), 0, false));
        var renamed =
                store.targetQueries().target(call.outdialTargetId()).join().orElseThrow();
        assertThat(renamed.nextTryAt()).isEqualTo(until);
        assertThat(store.targets().save(renamed).join()).isEmpty();
        assertThat(claim(rests, later, true))
                .isInstanceOfSatisfying(
                        Claimed.class, found -> assertThat(found.keepsAgent()).isTrue());
    }

    private ClaimResult claim(Campaign by, Instant now, boolean agentFree) {
        return store.targetPool()
                .claim(new Claim(
                        UUID.randomUUID(),
                        by,
                        outplan(2, 1, 0, 0, 0),
                        now,
                        _ -> false,
                        agentFree,
                        false,
                        new NumberRest(Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(1))));
    }

    private ClaimResult claim(Instant now, NumberRest rest) {
        return store.targetPool()
                .claim(new Claim(
                        UUID.randomUUID(), campaign(), outplan(2, 1, 0, 0, 0), now, _ -> false, false, false, rest));
    }

    @Test
    void anAbandonedNumberRestsForWhomeverItIsAndADialedOneForTheNext() {
        for (int i = 0; i < 3; i++) {
            store.targets().add(target("+12125550101")).join();
        }
        var first = claimed(NOW).call();
        var ended = NOW.plusSeconds(20);
        store.journal().write(new Fact.CallClosed(first.ended(EndCause.BUSY, ended), new TargetFate.RetryAt(ended)));
        reopen();
        assertThat(((Claimed) claim(ended, GAP)).target().id())
                .as("a retry follows its outplan")
                .isEqualTo(first.outdialTargetId());
        abandon(((Claimed) claim(ended, NumberRest.NONE)).call(), ended);
        assertThat(claim(ended, GAP)).isEqualTo(new NothingDue(ended.plus(GAP.gap()), 0));
        var rests = new NumberRest(GAP.gap(), Duration.ofHours(1), Duration.ofHours(1));
        assertThat(claim(ended.plus(GAP.gap()), rests)).isEqualTo(new NothingDue(ended.plusSeconds(3_600), 0));
        assertThat(claim(ended.plusSeconds(3_600), rests)).isInstanceOf(Claimed.class);
    }

    @Test
    void aWalkGoesOnPastAnyNumberOfTargetsThatCantBeDialed() {
        for (int i = 0; i < 600; i++) {
            store.targets().add(target("+12125550100")).join();
        }
        store.targets().add(target("+12125550101")).join();
        assertThat(claimed(NOW).call().destination().target()).isEqualTo("+12125550100");
        var claim = new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(2, 1, 0, 0, 0),
                NOW,
                address -> address.target().endsWith("100"),
                false,
                false,
                GAP);
        ClaimResult result;
        int asked = 0;
        do {
            result = store.targetPool().claim(claim);
            asked++;
        } while (result instanceof ClaimResult.Unfinished);
        assertThat(asked).isLessThan(4);
        assertThat(((Claimed) result).call().destination().target()).isEqualTo("+12125550101");
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 601, 0));
        store.close();
        open();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 601, 0));
    }

    @Test
    void aFreshTargetComesFirstWhereTheClaimSaysSo() {
        store.targets().add(target("+12125550101")).join();
        var retried = claimed(NOW);
        fail(retried, NOW.plusSeconds(10));
        var fresh = target("+12125550102");
        store.targets().add(fresh).join();
        var claim = new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(2, 1, 0, 0, 0),
                NOW.plusSeconds(10),
                _ -> false,
                false,
                true,
                NumberRest.NONE);
        assertThat(((Claimed) store.targetPool().claim(claim)).target().id()).isEqualTo(fresh.id());
        assertThat(((Claimed) store.targetPool()
                                .claim(new Claim(
                                        UUID.randomUUID(),
                                        campaign(),
                                        outplan(2, 1, 0, 0, 0),
                                        NOW.plusSeconds(10),
                                        _ -> false,
                                        false,
                                        true,
                                        NumberRest.NONE)))
                        .target()
                        .id())
                .isEqualTo(retried.target().id());
    }

    @Test
    void numbersAreForgottenWhenNothingFollowsFromThemAnyMore() throws SQLException {
        for (int i = 0; i < 600; i++) {
            store.targets().add(target("+1212%07d".formatted(i))).join();
        }
        for (int i = 0; i < 200; i++) {
            var at = NOW.plusSeconds(i);
            var call = ((Claimed) claim(at, GAP)).call();
            if (i == 7) {
                abandon(call, at);
            } else {
                store.journal().write(new Fact.CallClosed(call.ended(EndCause.BUSY, at), new TargetFate.Done()));
            }
        }
        var later = NOW.plus(Duration.ofDays(1));
        for (int i = 0; i < 200; i++) {
            claim(later, GAP);
        }
        assertThat(numbersKnown()).as("the one that was abandoned").isEqualTo(1);
    }

    private long numbersKnown() throws SQLException {
        store.journal().awaitCommitted();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from dialed_number")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void anotherNumberDoesNotRestWithTheOldOne() {
        var target = target("+12125550101");
        store.targets().add(target).join();
        var call = claimed(NOW).call().answered(NOW).ended(EndCause.ABANDONED, NOW);
        store.journal().write(new Fact.CallClosed(call, new TargetFate.RestsUntil(NOW.plus(Duration.ofDays(3)))));
        var edited = target("+12125550102");
        store.targets()
                .save(new OutdialTarget(
                        target.id(),
                        LIST,
                        0,
                        "",
                        "",
                        "",
                        TargetStatus.IDLE,
                        edited.destinations(),
                        List.of(0, 0, 0, 0, 0),
                        null,
                        null,
                        Stamps.createdAt(NOW).updatedAt(NOW.plusSeconds(90)),
                        Json.Obj.EMPTY))
                .join();
        var rests = new NumberRest(GAP.gap(), Duration.ofDays(3), Duration.ofDays(3));
        assertThat(claim(NOW.plusSeconds(89), rests)).isEqualTo(new NothingDue(NOW.plusSeconds(90), 0));
        assertThat(claim(NOW.plusSeconds(90), rests)).isInstanceOf(Claimed.class);
    }

    @Test
    void whatAClockThatWasAheadLeftIsPutRight() {
        store.journal().write(new Fact.ResourceSaved(campaign()));
        for (int i = 0; i < 400; i++) {
            store.targets().add(target("+1212%07d".formatted(i))).join();
        }
        store.targets().add(target("+12120000000")).join();
        var ahead = NOW.plus(Duration.ofHours(2));
        for (int i = 0; i < 400; i++) {
            var call = ((Claimed) claim(ahead, GAP)).call().ended(EndCause.BUSY, ahead);
            store.journal().write(new Fact.CallClosed(call, new TargetFate.RetryAt(ahead.plusSeconds(60))));
        }
        var asleep = ((Claimed) claim(ahead.plusSeconds(60), NumberRest.NONE)).call();
        store.journal()
                .write(new Fact.CallClosed(
                        asleep.ended(EndCause.BUSY, NOW), new TargetFate.RetryAt(NOW.plus(Duration.ofDays(1)))));
        store.journal().write(new Fact.ClockRead(NOW));
        // An import of nothing waits in the line of the chunks, of which there are two.
        store.targets().addAll(new UUID(0, 0), Collections.emptyIterator(), new TargetWrites.Watch() {});
        store.targets().addAll(new UUID(0, 0), Collections.emptyIterator(), new TargetWrites.Watch() {});
        for (int i = 1; i < 400; i++) {
            assertThat(claim(NOW.plusSeconds(60), GAP)).isInstanceOf(Claimed.class);
        }
        assertThat(claim(NOW.plusSeconds(60), GAP))
                .as("a wait that began by the right clock goes on, and so does the gap, from now")
                .isEqualTo(new NothingDue(NOW.plus(GAP.gap()), 0));
        var today = store.callCountsSince(NOW).join().get(campaign().id());
        assertThat(today.fail()).isEqualTo(401);
        assertThat(store.callCountsSince(NOW.plusSeconds(900)).join()).isEmpty();
    }

    private void abandon(CampaignCall call, Instant at) {
        store.journal()
                .write(new Fact.CallClosed(call.answered(at).ended(EndCause.ABANDONED, at), new TargetFate.Done()));
    }

    @Test
    void anOldWorkspaceKnowsWhoWasAbandonedAndWhoJoinedAQueue() throws SQLException {
        store.journal().write(new Fact.ResourceSaved(campaign()));
        store.targets().add(target("+12125550101")).join();
        abandon(NOW);
        store.journal().awaitCommitted();
        var before = store.engineState(LineLimits.DEFAULT, 1, true);
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement()) {
            withoutOptions(statement);
            statement.execute("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 4");
            statement.execute("shutdown");
        }
        open();
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)).isEqualTo(before);
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select abandoned_at from dialed_number where dial_key = 'tel:+12125550101'")) {
            assertThat(row.next()).isTrue();
            assertThat(Columns.instantOrNull(row, "abandoned_at")).isEqualTo(NOW);
        }
    }

    private static void withoutOptions(Statement statement) throws SQLException {
        statement.execute("alter table campaign drop column pacing");
        statement.execute("alter table campaign drop column compliance");
        statement.execute("alter table target drop column waits_since");
        statement.execute("drop table dialed_number");
        statement.execute("create table campaign_hour as select campaign_id, at_quarter / 4 as at_hour, success, fail,"
                + " abandoned, answered, not_placed from campaign_quarter");
        statement.execute("drop table campaign_quarter");
    }

    @Test
    void aWorkspaceOfTheFirstSchemaIsOpenedWithItsAgents() throws SQLException {
        store.journal().write(new Fact.ResourceSaved(agent(AgentStatus.AWAY, AwayReason.LUNCH)));
        store.journal().awaitCommitted();
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table agent drop column away_reason");
            statement.execute("drop table call_in_progress");
            withoutOptions(statement);
            statement.execute("create index campaign_call_status on campaign_call (status, seq)");
            statement.execute("create index campaign_call_target on campaign_call (outdial_target_id, seq)");
            statement.execute("delete from \"flyway_schema_history\" where cast(\"version\" as int) >= 2");
            statement.execute("shutdown");
        }
        open();
        assertThat(agents()).containsExactly(agent(AgentStatus.AWAY, AwayReason.BREAK));
    }

    private List<Agent> agents() {
        return store.engineState(LineLimits.DEFAULT, 1, true).agents();
    }

    private static Agent agent(AgentStatus status, AwayReason reason) {
        return new Agent(
                new UUID(5, 1),
                "ada",
                "Ada Berg",
                "",
                "ringall",
                status,
                reason,
                16,
                List.of(),
                List.of(),
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    @Test
    void aCallWithoutAnEndIsUnfinishedAfterAReopening() {
        store.journal().write(new Fact.ResourceSaved(outplan(2, 1, 0, 0, 0)));
        store.journal().write(new Fact.ResourceSaved(list()));
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        var call = claimed(NOW).call();
        fail(claimed(NOW), NOW);
        reopen();
        var unfinished = store.engineState(LineLimits.DEFAULT, 1, true).unfinished();
        assertThat(unfinished).singleElement().satisfies(left -> {
            assertThat(left.call()).isEqualTo(call);
            assertThat(left.triesLeft()).isTrue();
        });
    }

    @Test
    void endedCallsAreCountedByQuarterOfAnHourAndOverAllTime() {
        store.journal().write(new Fact.ResourceSaved(campaign()));
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        fail(claimed(NOW), NOW.plusSeconds(60));
        var abandoned = claimed(NOW).call().answered(NOW).ended(EndCause.ABANDONED, NOW.plusSeconds(7_200));
        store.journal().write(new Fact.CallClosed(abandoned, new TargetFate.Done()));
        store.journal().awaitCommitted();
        assertThat(store.callCountsSince(NOW.plusSeconds(7_200))
                        .join()
                        .get(campaign().id())
                        .ended())
                .isEqualTo(1);
        assertThat(store.callCountsSince(NOW.plusSeconds(900))
                        .join()
                        .get(campaign().id())
                        .ended())
                .as("a day that begins at a quarter past holds no call of the one before")
                .isEqualTo(1);
        var all = store.engineState(LineLimits.DEFAULT, 1, true)
                .records()
                .get(campaign().id())
                .calls();
        assertThat(all.fail()).isEqualTo(2);
        assertThat(all.abandoned()).isEqualTo(1);
        assertThat(all.answered()).isEqualTo(1);
    }

    @Test
    void aCancelledImportLeavesNothing() {
        var targets = new ArrayList<OutdialTarget>();
        for (int i = 0; i < 1_000; i++) {
            targets.add(target("+1212555%04d".formatted(i)));
        }
        var cancelling = new TargetWrites.Watch() {
            private long stored;

            @Override
            public void stored(long rows) {
                stored = rows;
            }

            @Override
            public boolean cancelled() {
                return stored > 400;
            }
        };
        assertThat(store.targets().addAll(LIST, targets.iterator(), cancelling)).isZero();
        assertThat(store.targetPool().counts(LIST)).isEqualTo(TargetCounts.NONE);
        assertThat(store.targets().addAll(LIST, targets.iterator(), new TargetWrites.Watch() {}))
                .isEqualTo(1_000);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1_000, 0));
        assertThat(store.targetQueries().bar(LIST).join().idle()).isEqualTo(1_000);
    }

    @Test
    void aNewAddressInASlotResetsItsTriesAndBringsAFailedTargetBack() {
        store.targets().add(target("+12125550101")).join();
        var claimed = claimed(NOW);
        store.journal().write(new Fact.CallClosed(claimed.call().ended(EndCause.BUSY, NOW), new TargetFate.Done()));
        var target = store.targetQueries().target(claimed.target().id()).join().orElseThrow();
        var destinations = new ArrayList<>(target.destinations());
        destinations.set(0, Address.tel("+12125550109"));
        var edited = new OutdialTarget(
                target.id(),
                LIST,
                target.seq(),
                "new name",
                "",
                "",
                target.status(),
                destinations,
                target.tryCounts(),
                null,
                null,
                target.stamps(),
                target.unknown());
        assertThat(store.targets().save(edited).join()).isEmpty();
        var saved = store.targetQueries().target(target.id()).join().orElseThrow();
        assertThat(saved.tryCounts()).startsWith(0);
        assertThat(saved.status()).isEqualTo(TargetStatus.IDLE);
        assertThat(store.targetPool().counts(LIST)).isEqualTo(new TargetCounts(0, 1, 0));
    }

    @Test
    void aTargetInACallCannotBeChanged() {
        store.targets().add(target("+12125550101")).join();
        var claimed = claimed(NOW);
        assertThat(store.targets().delete(claimed.target().id()).join())
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("target.in_call"));
    }

    @Test
    void aSecondOpeningIsRefusedByTheNameOfWhoHasIt() {
        assertThatThrownBy(() -> Store.open(folder.resolve("workspace"), "other", new JacksonJson()))
                .isInstanceOfSatisfying(StoreException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("store.in_use");
                    assertThat(refused.problem().args()).containsExactly("test");
                });
    }

    @Test
    void filesAreTheOwnersAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("workspace")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        store.close();
        try (var files = Files.list(folder.resolve("workspace"))) {
            assertThat(files)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
        open();
    }

    @Test
    void aPathThatWouldAddSettingsIsRefused() {
        assertThatThrownBy(() -> Store.open(folder.resolve("a;TRACE_LEVEL_FILE=3"), "test", new JacksonJson()))
                .isInstanceOf(StoreException.class);
        assertThat(folder.resolve("a;TRACE_LEVEL_FILE=3")).doesNotExist();
    }

    @Test
    void aWholeSetUpIsStoredAtOnceAndItsTargetsKeepTheirTries() {
        var list = new Outdial(LIST, Ids.NIL, "list", "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
        var tried = new OutdialTarget(
                new UUID(3, 1),
                LIST,
                0,
                "tried",
                "",
                "",
                TargetStatus.IDLE,
                target("+12125550101").destinations(),
                List.of(1, 0, 0, 0, 0),
                NOW.plusSeconds(60),
                EndCause.BUSY,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
        store.targets()
                .storeAll(
                        List.of(list, campaign()),
                        Map.of(LIST, List.of(tried, target("+12125550102")).iterator()),
                        Set.of());
        reopen();
        assertThat(store.resources().join().outdial(LIST)).isEqualTo(list);
        var stored = store.targetQueries().target(new UUID(3, 1)).join().orElseThrow();
        assertThat(stored.nextTryAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(stored.tryCounts()).startsWith(1);
    }
}
