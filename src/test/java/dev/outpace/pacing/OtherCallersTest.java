package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.floor.CallFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One agent, whom callers want that no campaign called. */
class OtherCallersTest {
    private static final UUID QUEUE = new UUID(1, 1);
    private static final UUID AGENT = new UUID(2, 1);
    private static final UUID CALL = new UUID(3, 1);

    private final PacingMemory memory = new PacingMemory((_, _) -> {});
    private final CallFloor floor = new CallFloor(() -> now(), memory::learnFrom);
    private final QueueFloor queue;
    private final OtherCallers others;
    private long now;

    OtherCallersTest() {
        var book = new ResourceBook();
        book.put(new Queue(QUEUE, "", "", "", List.of(QUEUE), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        var status = AgentStatus.AVAILABLE;
        book.put(new Agent(AGENT, "", "", "", "", status, 0, List.of(QUEUE), List.of(), Stamps.NONE, Json.Obj.EMPTY));
        floor.assign(book, Instant.EPOCH);
        queue = floor.queue(QUEUE);
        others = memory.of(queue).others;
        is(AgentStatus.AVAILABLE);
    }

    private long now() {
        return now;
    }

    private void pass(double seconds) {
        now += (long) (seconds * 1e9);
    }

    private void is(AgentStatus status) {
        floor.changed(AGENT, status, false, AwayReason.BREAK, Remark.NONE, Instant.EPOCH);
    }

    @Test
    void theirNumberIsLearnedFromTalksThatNoCampaignCalled() {
        for (int i = 0; i < 100; i++) {
            pass(20);
            is(AgentStatus.BUSY);
            pass(40);
            is(AgentStatus.AVAILABLE);
        }
        assertThat(others.perSecond()).isCloseTo(1.0 / 60, within(0.002));
        assertThat(queue.othersTaken()).isEqualTo(100);
    }

    @Test
    void aCallOfACampaignIsNone() {
        pass(20);
        is(AgentStatus.BUSY);
        assertThat(queue.othersTaken()).as("nobody told yet whose it is").isOne();
        floor.took(AGENT, AgentStatus.BUSY, CALL, new UUID(4, 1), Instant.EPOCH);
        assertThat(queue.othersTaken()).isZero();
        pass(40);
        is(AgentStatus.AVAILABLE);
        assertThat(others.perSecond()).isZero();
    }

    /** Known callers need no guess: they count as those of campaigns do, who wait and need an agent. */
    @Test
    void thoseOfWhomTheExchangeTellsCountAsCallersWhoWait() {
        for (int i = 0; i < 100; i++) {
            pass(20);
            is(AgentStatus.BUSY);
            pass(40);
            is(AgentStatus.AVAILABLE);
        }
        floor.othersWait(QUEUE, 0);
        is(AgentStatus.BUSY);
        pass(120);
        assertThat(others.waiting()).isZero();
        assertThat(AdaptivePacing.freeAgents(queue)).isZero();

        long changes = queue.changes();
        long told = queue.told();
        floor.othersWait(QUEUE, 2);
        assertThat(queue.changes()).isGreaterThan(changes);
        assertThat(queue.told()).isGreaterThan(told);
        assertThat(queue.waiting()).isEqualTo(2);
        assertThat(queue.reserved()).isEqualTo(2);
        assertThat(AdaptivePacing.freeAgents(queue)).isEqualTo(-2);
        is(AgentStatus.AVAILABLE);
        assertThat(queue.available()).isZero();

        floor.othersWait(QUEUE, 0);
        assertThat(queue.available()).isOne();
    }

    @Test
    void theyAreExpectedToWaitWhileNobodyIsFree() {
        for (int i = 0; i < 100; i++) {
            pass(20);
            is(AgentStatus.BUSY);
            pass(40);
            is(AgentStatus.AVAILABLE);
        }
        pass(20);
        assertThat(others.waiting()).isZero();
        is(AgentStatus.BUSY);
        pass(120);
        assertThat(others.waiting()).isCloseTo(2, within(0.3));
        is(AgentStatus.AVAILABLE);
        is(AgentStatus.BUSY);
        assertThat(others.waiting()).as("one of them was taken at once").isCloseTo(1, within(0.3));
        is(AgentStatus.AVAILABLE);
        pass(1);
        is(AgentStatus.BUSY);
        assertThat(others.waiting())
                .as("an agent was free for a while, so nobody waits")
                .isZero();
    }
}
