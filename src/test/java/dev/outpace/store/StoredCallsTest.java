package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallFilter;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NumberRest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls and how they are counted. */
@SuppressWarnings("NullAway")
class StoredCallsTest extends StoreFixture {
    @Test
    void aCallWithoutAnEndIsUnfinishedAlsoWhenItsListWasReplacedMeanwhile() {
        store.factLog().write(new Fact.ResourceSaved(list()));
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
    void hoursOfThirtyDaysStandForThemselvesAndWhatIsOlderTogetherBefore() {
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        for (int i = 0; i < 5; i++) {
            store.targets().add(target("+1212555010" + i)).join();
        }
        var day = Duration.ofDays(1);
        abandon(NOW);
        abandon(NOW.plus(day));
        abandon(NOW.plus(day.multipliedBy(40)));
        abandon(NOW.plus(day.multipliedBy(41)));
        var busy = claimed(NOW).call();
        store.factLog()
                .write(new Fact.CallClosed(
                        busy.ended(EndCause.BUSY, NOW.plus(day.multipliedBy(41))), new TargetFate.Done()));
        long latest = NOW.plus(day.multipliedBy(41)).getEpochSecond() / 3_600;
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)
                        .records()
                        .get(campaign().id())
                        .hours())
                .containsExactly(
                        new HourCount(latest - 721, 2, 2, 2, 2, 0),
                        new HourCount(latest - 24, 1, 1, 1, 1, 0),
                        new HourCount(latest, 2, 1, 1, 1, 0));
    }

    @Test
    void machinesAreCountedByTheirQuarterAndInACampaignsHours() {
        aMachineAndABusyNumber();

        assertThat(store.callCountsSince(NOW).join().get(campaign().id())).isEqualTo(new CallCounts(0, 2, 0, 0, 0, 1));
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)
                        .records()
                        .get(campaign().id())
                        .hours())
                .containsExactly(new HourCount(NOW.getEpochSecond() / 3_600, 2, 0, 0, 0, 1));
    }

    private void aMachineAndABusyNumber() {
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        close(claimed(NOW).call().answered(NOW).ended(EndCause.MACHINE, NOW));
        close(claimed(NOW).call().ended(EndCause.BUSY, NOW));
    }

    private void close(CampaignCall ended) {
        store.factLog().write(new Fact.CallClosed(ended, new TargetFate.Done()));
        store.factLog().awaitCommitted();
    }

    @Test
    void aCallTakenLateIsStoredAndCountedAsAbandonedOnce() {
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        var queued = claimed(NOW).call().answered(NOW).queued(new UUID(4, 1), NOW);
        var late = queued.connected(new UUID(5, 1), NOW.plusSeconds(3), true);
        store.factLog().write(new Fact.CallProgressed(late));
        store.factLog().awaitCommitted();
        assertThat(store.callQueries().calls(List.of(late.id())).join()).contains(late);
        close(late.ended(EndCause.NORMAL, NOW.plusSeconds(60)));
        close(claimed(NOW)
                .call()
                .answered(NOW)
                .queued(new UUID(4, 1), NOW)
                .connected(new UUID(5, 1), NOW)
                .ended(EndCause.NORMAL, NOW));
        reopen();
        assertThat(store.callQueries().calls(List.of(late.id())).join())
                .contains(late.ended(EndCause.NORMAL, NOW.plusSeconds(60)));
        assertThat(store.callCountsSince(NOW).join().get(campaign().id())).isEqualTo(new CallCounts(2, 0, 1, 2, 0, 0));
        var abandoned = new CallFilter(null, List.of(EndCause.ABANDONED), "", null);
        assertThat(store.callQueries().page(abandoned, 0, 10).join().calls())
                .extracting(CampaignCall::id)
                .containsExactly(late.id());
        assertThat(store.callQueries().countNewer(abandoned, 0).join()).isEqualTo(1);
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)
                        .records()
                        .get(campaign().id())
                        .hours())
                .containsExactly(new HourCount(NOW.getEpochSecond() / 3_600, 2, 2, 2, 1, 0));
    }

    /** A workspace in which quarters did not have them yet. */
    @Test
    void machinesOfAnEarlierSchemaAreCountedFromTheCalls() throws SQLException {
        aMachineAndABusyNumber();
        var before = store.engineState(LineLimits.DEFAULT, 1, true);
        store.close();
        try (var connection = new Database(folder.resolve("workspace")).connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table campaign_quarter drop column machines");
            statement.execute("drop index target_class");
            statement.execute("alter table target drop column class, rank, held_by, zone, region, priority,"
                    + " call_back_at, call_back_agent, closed_destinations");
            statement.execute("delete from \"flyway_schema_history\" where cast(\"version\" as int) > 10");
            statement.execute("shutdown");
        }
        open();
        assertThat(store.engineState(LineLimits.DEFAULT, 1, true)).isEqualTo(before);
    }

    @Test
    void whatAClockThatWasAheadLeftIsPutRight() {
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        for (int i = 0; i < 400; i++) {
            store.targets().add(target("+1212%07d".formatted(i))).join();
        }
        store.targets().add(target("+12120000000")).join();
        var ahead = NOW.plus(Duration.ofHours(2));
        for (int i = 0; i < 400; i++) {
            var call = ((Claimed) claim(ahead, GAP)).call().ended(EndCause.BUSY, ahead);
            store.factLog().write(new Fact.CallClosed(call, new TargetFate.RetryAt(ahead.plusSeconds(60))));
        }
        var asleep = ((Claimed) claim(ahead.plusSeconds(60), NumberRest.NONE)).call();
        store.factLog()
                .write(new Fact.CallClosed(
                        asleep.ended(EndCause.BUSY, NOW), new TargetFate.RetryAt(NOW.plus(Duration.ofDays(1)))));
        store.factLog().write(new Fact.ClockRead(NOW));
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

    @Test
    void aCallWithoutAnEndIsUnfinishedAfterAReopening() {
        store.factLog().write(new Fact.ResourceSaved(outplan(2, 1, 0, 0, 0)));
        store.factLog().write(new Fact.ResourceSaved(list()));
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
        store.factLog().write(new Fact.ResourceSaved(campaign()));
        store.targets().add(target("+12125550101")).join();
        store.targets().add(target("+12125550102")).join();
        fail(claimed(NOW), NOW.plusSeconds(60));
        var abandoned = claimed(NOW).call().answered(NOW).ended(EndCause.ABANDONED, NOW.plusSeconds(7_200));
        store.factLog().write(new Fact.CallClosed(abandoned, new TargetFate.Done()));
        store.factLog().awaitCommitted();
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
}
