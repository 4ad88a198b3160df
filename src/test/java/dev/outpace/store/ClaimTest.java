package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.Json;
import dev.outpace.model.NumberRest;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is called next. */
@SuppressWarnings("NullAway")
class ClaimTest extends StoreFixture {
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
    void aTargetThatRestsComesWithAnAgentOnly() {
        var rests = campaign()
                .withOptions(
                        CampaignOptions.DEFAULT.withCompliance(new Compliance("", 2_000, 72, true, 0, Json.Obj.EMPTY)));
        store.targets().add(target("+12125550101")).join();
        var call = claimed(NOW).call().answered(NOW).ended(EndCause.ABANDONED, NOW);
        var until = NOW.plus(Duration.ofDays(3));
        store.factLog().write(new Fact.CallClosed(call, new TargetFate.RestsUntil(until)));
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

    @Test
    void anAbandonedNumberRestsForWhomeverItIsAndADialedOneForTheNext() {
        for (int i = 0; i < 3; i++) {
            store.targets().add(target("+12125550101")).join();
        }
        var first = claimed(NOW).call();
        var ended = NOW.plusSeconds(20);
        store.factLog().write(new Fact.CallClosed(first.ended(EndCause.BUSY, ended), new TargetFate.RetryAt(ended)));
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
                store.factLog().write(new Fact.CallClosed(call.ended(EndCause.BUSY, at), new TargetFate.Done()));
            }
        }
        var later = NOW.plus(Duration.ofDays(1));
        for (int i = 0; i < 200; i++) {
            claim(later, GAP);
        }
        assertThat(numbersKnown()).as("the one that was abandoned").isEqualTo(1);
    }

    private long numbersKnown() throws SQLException {
        store.factLog().awaitCommitted();
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
        store.factLog().write(new Fact.CallClosed(call, new TargetFate.RestsUntil(NOW.plus(Duration.ofDays(3)))));
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
}
