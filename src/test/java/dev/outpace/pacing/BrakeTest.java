package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.floor.CallFloor;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingForecast.Caution;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.pacing.BrakeListener.Burst;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A floor with a policy that always wants to dial: only the brake can keep it from that. */
class BrakeTest {
    private static final UUID QUEUE = new UUID(1, 2);
    private static final int AGENTS = 20;
    private static final long SECOND = 1_000_000_000L;
    private static final int MINUTE = 60;

    private final List<Burst> told = new ArrayList<>();
    private final PacingMemory memory = new PacingMemory((_, burst) -> told.add(burst));
    private final CallFloor floor = new CallFloor(() -> now(), memory::learnFrom);
    private final CampaignFloor campaign;
    private final CampaignFloor published;
    private final QueueFloor queue;
    private final PacingPolicy policy;
    private long now;

    BrakeTest() {
        var book = new ResourceBook();
        book.put(new Queue(QUEUE, "", "", "", List.of(QUEUE), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        for (int i = 0; i < AGENTS; i++) {
            book.put(new Agent(
                    new UUID(2, i),
                    "",
                    "",
                    "",
                    "",
                    AgentStatus.OFFLINE,
                    0,
                    List.of(QUEUE),
                    List.of(),
                    Stamps.NONE,
                    Json.Obj.EMPTY));
        }
        floor.assign(book, Instant.EPOCH);
        for (int i = 0; i < AGENTS; i++) {
            floor.changed(new UUID(2, i), AgentStatus.AVAILABLE, false, AwayReason.BREAK, Remark.NONE, Instant.EPOCH);
        }
        campaign = floor.campaign(new UUID(1, 1), QUEUE, () -> {});
        published = floor.campaign(new UUID(1, 3), QUEUE, () -> {});
        queue = campaign.queue();
        memory.setAdaptive(campaign, PacingChoice.adaptive(0.03));
        policy = new BrakedPacing(new Everything(), queue, memory);
    }

    private static final class Everything implements PacingPolicy {
        @Override
        public boolean mayDial(PacingSnapshot snapshot) {
            return true;
        }

        @Override
        public OptionalInt allowed(PacingSnapshot snapshot) {
            return OptionalInt.empty();
        }

        @Override
        public PacingSnapshot explained(PacingSnapshot snapshot) {
            return snapshot.with(new PacingForecast(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Caution.NONE));
        }
    }

    private long now() {
        return now;
    }

    private void pass(double seconds) {
        now += (long) (seconds * SECOND);
    }

    private PacingSnapshot snapshot() {
        return new PacingSnapshot(
                Instant.EPOCH, campaign.id(), QUEUE, queue.available(), 0, queue.dialing(), campaign.dialing(), 100);
    }

    private Line dialed(CampaignFloor by) {
        var line = floor.line(by, QUEUE, false);
        floor.dialed(line);
        return line;
    }

    private void calls(int taken, int abandoned) {
        calls(campaign, taken, abandoned);
    }

    private void calls(CampaignFloor by, int taken, int abandoned) {
        for (int i = 0; i < taken + abandoned; i++) {
            var line = dialed(by);
            floor.answered(line, true);
            floor.queued(line);
            if (i < taken) {
                floor.served(line);
            } else {
                floor.abandoned(line);
            }
        }
    }

    /** How many more lines may dial now; they stop ringing again. */
    private int room() {
        var lines = new ArrayList<Line>();
        while (lines.size() < 20 * AGENTS && policy.mayDial(snapshot())) {
            lines.add(dialed(campaign));
        }
        lines.forEach(floor::unanswered);
        return lines.size();
    }

    private boolean isOn() {
        return room() == AGENTS;
    }

    @Test
    void aBurstOfAbandonedCallsHoldsTheCampaignToOneCallPerFreeAgent() {
        calls(30, 4);
        assertThat(room()).isGreaterThan(AGENTS);

        calls(0, 20);

        assertThat(room()).isEqualTo(AGENTS);
        assertThat(policy.allowed(snapshot())).hasValue(AGENTS);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().abandoned()).isBetween(8L, 24L);
        assertThat(told.getFirst().expected()).isCloseTo(0.06 * told.getFirst().answered(), within(1e-9));
    }

    /** Among twice as many abandoned calls as the limit allows there is no proof of a wrong model. */
    @Test
    void manyCallsWithinWhatPacingRisksAreNoBurst() {
        calls(9_400, 600);
        assertThat(isOn()).isFalse();
    }

    @Test
    void aFewAbandonedCallsProveNothing() {
        calls(0, 7);
        assertThat(isOn()).isFalse();
        calls(0, 2);
        assertThat(isOn()).isTrue();
    }

    @Test
    void abandonedCallsOfAnHourAreNotThoseOfTheLastMinutes() {
        for (int i = 0; i < 20; i++) {
            calls(2, 1);
            pass(3 * MINUTE);
        }
        assertThat(told).isEmpty();
    }

    /** Who answers after the order to hang up is abandoned for the law, and no fault of the forecast. */
    @Test
    void answersAfterOurOrderToHangUpDoNotCount() {
        for (int i = 0; i < 50; i++) {
            var line = dialed(campaign);
            floor.answered(line, false);
            floor.abandoned(line);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void callsOfCampaignsThatAreNotPacedAdaptivelyDoNotCount() {
        calls(published, 0, 50);
        assertThat(told).isEmpty();
    }

    @Test
    void theLimitWidensStepByStepOnceTheWindowHasCalmedDown() {
        calls(10, 30);
        pass(4.9 * MINUTE);
        assertThat(isOn()).isTrue();
        pass(0.1 * MINUTE);
        assertThat(room()).isEqualTo(AGENTS + 2);
        pass(5 * MINUTE);
        assertThat(room()).isEqualTo(AGENTS + 8);
        pass(14 * MINUTE);
        assertThat(room()).isEqualTo(20 * AGENTS);
        assertThat(told).hasSize(1);
    }

    @Test
    void whileCallersAreStillLostItLastsLonger() {
        calls(10, 30);
        for (int i = 0; i < 5; i++) {
            pass(4 * MINUTE);
            calls(4, 4);
        }
        pass(4.9 * MINUTE);
        assertThat(isOn()).isTrue();
        assertThat(told).hasSize(1);
        pass(0.2 * MINUTE);
        assertThat(isOn()).isFalse();
    }

    /** A model that is still wrong brakes again, for longer, and the supervisor knows already. */
    @Test
    void anotherBurstSoonAfterLastsTwiceAsLongAndIsToldOnlyAfterTheLimitWasGone() {
        calls(10, 30);
        pass(7 * MINUTE);
        calls(10, 30);
        assertThat(told).hasSize(1);
        pass(9.9 * MINUTE);
        assertThat(isOn()).isTrue();
        pass(40 * MINUTE);
        assertThat(isOn()).isFalse();

        calls(10, 30);
        assertThat(told).hasSize(2);
        pass(19.9 * MINUTE);
        assertThat(isOn()).isTrue();

        pass(120 * MINUTE);
        calls(10, 30);
        assertThat(told).hasSize(3);
        pass(5.1 * MINUTE);
        assertThat(isOn()).isFalse();
    }

    @Test
    void theDecisionNamesTheBrake() {
        assertThat(caution()).isEqualTo(Caution.NONE);
        calls(10, 30);
        assertThat(caution()).isEqualTo(Caution.BRAKE);
        pass(6 * MINUTE);
        assertThat(caution()).isEqualTo(Caution.NONE);
        while (policy.mayDial(snapshot())) {
            dialed(campaign);
        }
        assertThat(caution()).isEqualTo(Caution.BRAKE);
    }

    private Caution caution() {
        return Objects.requireNonNull(policy.explained(snapshot()).forecast()).caution();
    }

    /** Agents that two queues share are lost to both, whichever queue's calls are dialed beyond them. */
    @Test
    void aQueueThatSharesAgentsIsHeldTogetherWithTheOther() {
        var other = new UUID(1, 40);
        var book = new ResourceBook();
        book.put(new Queue(QUEUE, "", "", "", List.of(QUEUE), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        book.put(new Queue(other, "", "", "", List.of(other), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        for (int i = 0; i < AGENTS; i++) {
            book.put(new Agent(
                    new UUID(2, i),
                    "",
                    "",
                    "",
                    "",
                    AgentStatus.AVAILABLE,
                    0,
                    List.of(QUEUE, other),
                    List.of(),
                    Stamps.NONE,
                    Json.Obj.EMPTY));
        }
        floor.assign(book, Instant.EPOCH);
        var campaignThere = floor.campaign(new UUID(1, 4), other, () -> {});
        var there = new BrakedPacing(new Everything(), campaignThere.queue(), memory);
        assertThat(there.allowed(snapshot())).isEmpty();

        calls(10, 30);

        assertThat(there.allowed(snapshot())).hasValue(AGENTS);
    }
}
