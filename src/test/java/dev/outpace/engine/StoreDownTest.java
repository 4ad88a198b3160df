package dev.outpace.engine;

import static dev.outpace.engine.EngineRig.agent;
import static dev.outpace.engine.EngineRig.campaign;
import static dev.outpace.engine.EngineRig.list;
import static dev.outpace.engine.EngineRig.outplan;
import static dev.outpace.engine.EngineRig.queue;
import static dev.outpace.engine.FailingPool.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.StoreUp;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalFolder;
import dev.outpace.journal.Replay;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.StopMode;
import dev.outpace.model.TargetCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the store can't be written no call is placed; calls in progress and orders to end them go on. */
@SuppressWarnings("NullAway")
class StoreDownTest {
    @TempDir
    Path folder;

    private final EngineRig rig = new EngineRig();
    private final FailingPool pool = new FailingPool(rig.store);

    @BeforeEach
    void oneAgentOneCall() {
        rig.pool = pool;
        rig.journals = JournalFolder.of(folder);
        rig.with(outplan(20, 60_000, 2), list(30), queue(40), agent(51, 40))
                .with(campaign(1, 20, 30, 40, 50), campaign(2, 20, 33, 40, 50));
        rig.targets(30, 10);
        rig.open();
        rig.linkUp();
        rig.start(1);
        assertThat(rig.open(1)).hasSize(2);
    }

    private DecisionReason held() {
        return rig.decisions.getLast().reason();
    }

    @Test
    void everyCampaignHoldsWithOneAlarmAndGoesOnWhenTheStoreDoes() {
        rig.happens(FULL, FULL);
        assertThat(held()).isEqualTo(DecisionReason.STORE_DOWN);
        rig.happens(new CallEnded(rig.now(), rig.open(1).getFirst(), Outcome.BUSY, EndedBy.UNKNOWN));
        rig.wait(Duration.ofSeconds(30));
        assertThat(rig.open(1)).hasSize(1);
        assertThat(rig.alarms)
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.problem()).isEqualTo(FULL.problem()));
        rig.happens(new StoreUp());
        assertThat(rig.open(1)).hasSize(2);
        assertThat(rig.alarms).hasSize(1);
    }

    @Test
    void aClaimThatFindsItFirstHoldsTheCampaignAndDoesNotStopIt() throws IOException {
        pool.fails = true;
        rig.happens(new CallEnded(rig.now(), rig.open(1).getFirst(), Outcome.BUSY, EndedBy.UNKNOWN));
        assertThat(held()).isEqualTo(DecisionReason.STORE_DOWN);
        assertThat(rig.moments.get(EngineRig.id(1)).status()).isEqualTo(CampaignStatus.RUN);
        // The store's own word comes after.
        rig.happens(FULL, new TargetsChanged(EngineRig.id(30)));
        assertThat(rig.alarms).hasSize(1);
        pool.fails = false;
        rig.happens(new StoreUp());
        assertThat(rig.open(1)).hasSize(2);
        replays();
    }

    /** Campaigns that were never started are reported, too; a report must not change what the store is asked later. */
    @Test
    void aReportOfACampaignWithoutTargetsAsksTheStoreForNothing() throws IOException {
        rig.engine.tellMoments();
        assertThat(rig.moments.get(EngineRig.id(2)).targets()).isEqualTo(TargetCounts.NONE);
        rig.happens(FULL);
        rig.happens(new StoreUp());
        replays();
    }

    /** What the store failed to answer is recorded, and decided by again. */
    private void replays() throws IOException {
        rig.recording.close();
        var session = JournalFolder.of(folder)
                .sessions(LocalDate.ofInstant(EngineRig.START, ZoneOffset.UTC))
                .getFirst();
        var result = Replay.run(session, new JacksonJson(), Replay.Watcher.NONE);
        assertThat(result.difference()).isNull();
        assertThat(result.decisions()).isEqualTo(rig.decisions.size());
    }

    @Test
    void whatWouldHaveToBeSavedIsRefusedAndWhatEndsCallsIsNot() {
        rig.happens(FULL);
        assertThat(rig.start(1)).containsExactly(FULL.problem());
        assertThat(rig.order(new Edited(list(31), false))).containsExactly(FULL.problem());
        assertThat(rig.order(new CampaignStopped(EngineRig.id(1), StopMode.CANCEL_RINGING)))
                .isEmpty();
        assertThat(rig.hungUp).hasSize(2);
    }

    @Test
    void aListThatCouldNotBeCountedIsCountedWhenItCan() {
        rig.happens(FULL);
        pool.fails = true;
        rig.targets(30, 5);
        rig.happens(new TargetsChanged(EngineRig.id(30)));
        pool.fails = false;
        rig.happens(new StoreUp());
        rig.engine.tellMoments();
        assertThat(rig.moments.get(EngineRig.id(1)).targets().left()).isEqualTo(15);
    }
}
