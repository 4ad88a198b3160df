package dev.outpace.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, each number of the floor is what a recount of people and lines gives. */
@SuppressWarnings("NullAway")
class CallFloorTest {
    private static final int QUEUES = 4;
    private static final int AGENTS = 12;
    private static final int CAMPAIGNS = 5;
    private static final int STEPS = 20_000;
    private static final AgentStatus[] STATUSES = AgentStatus.values();

    private final ResourceBook book = new ResourceBook();
    private final CallFloor floor = new CallFloor(() -> now(), pool -> pool.listen(new Heard(pool)));
    private final Map<UUID, AgentPhase> phases = new HashMap<>();
    private final List<Seen> lines = new ArrayList<>();
    private final List<CampaignFloor> campaigns = new ArrayList<>();
    private long now;
    private int answersHeard;
    private int dialsHeardByUnions;

    private long now() {
        return now;
    }

    /** Where a call is, as it was told. */
    private static final class Seen {
        final Line line;
        boolean dialing = true;
        boolean expected;
        boolean waiting;
        UUID keptAt = Ids.NIL;

        Seen(Line line) {
            this.line = line;
        }
    }

    private final class Heard implements FloorListener {
        private final AgentPool pool;

        Heard(AgentPool pool) {
            this.pool = pool;
        }

        @Override
        public void dialed(Line line) {
            dialsHeardByUnions += pool instanceof QueueUnion ? 1 : 0;
        }

        @Override
        public void answered(Line line, double seconds) {
            answersHeard++;
        }
    }

    private static UUID queue(int number) {
        return new UUID(1, number);
    }

    private static UUID agent(int number) {
        return new UUID(2, number);
    }

    private void staff(SplittableRandom random) {
        for (int i = 0; i < QUEUES; i++) {
            book.put(new Queue(queue(i), "", "", "", List.of(queue(i)), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        }
        for (int i = 0; i < AGENTS; i++) {
            var serves = new ArrayList<UUID>();
            for (int queue = 0; queue < QUEUES; queue++) {
                if (random.nextInt(3) == 0) {
                    serves.add(queue(queue));
                }
            }
            book.put(new Agent(
                    agent(i), "", "", "", "", AgentStatus.OFFLINE, 0, serves, List.of(), Stamps.NONE, Json.Obj.EMPTY));
        }
        floor.assign(book, Instant.EPOCH);
    }

    @Test
    void everyNumberIsWhatARecountGives() {
        long seed = 20261130;
        var random = new SplittableRandom(seed);
        staff(random);
        for (int i = 0; i < AGENTS; i++) {
            phases.put(agent(i), AgentPhase.OFFLINE);
        }
        for (int i = 0; i < CAMPAIGNS; i++) {
            campaigns.add(floor.campaign(new UUID(3, i), queue(random.nextInt(QUEUES)), () -> {}));
        }
        for (int step = 0; step < STEPS; step++) {
            now += random.nextInt(1_000_000_000);
            happens(random);
            if (step % 20 == 0) {
                for (int i = 0; i < QUEUES; i++) {
                    checkQueue("seed " + seed + ", step " + step + ", queue " + i, floor.queue(queue(i)));
                }
                for (var campaign : campaigns) {
                    assertThat(campaign.dialing())
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo((int) lines.stream()
                                    .filter(seen -> seen.dialing && seen.line.campaign() == campaign)
                                    .count());
                }
            }
        }
        assertThat(answersHeard).isPositive();
        assertThat(dialsHeardByUnions).isPositive();
    }

    private void happens(SplittableRandom random) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> agentMoves(random);
            case 3, 4, 5 -> dials(random);
            case 6 -> floor.pace(campaigns.get(random.nextInt(CAMPAIGNS)), queue(random.nextInt(QUEUES)));
            case 7 -> {
                // Who serves what changes; everybody keeps the state that they have.
                staff(random);
            }
            default -> callMoves(random);
        }
    }

    private void agentMoves(SplittableRandom random) {
        var id = agent(random.nextInt(AGENTS));
        var status = STATUSES[random.nextInt(STATUSES.length)];
        boolean wrapsUp = status == AgentStatus.BUSY && random.nextBoolean();
        var moment = floor.changed(id, status, wrapsUp, AwayReason.BREAK, AgentMoment.Remark.NONE, Instant.EPOCH);
        if (moment != null) {
            phases.put(id, AgentPhase.of(moment));
        }
    }

    private void dials(SplittableRandom random) {
        var campaign = campaigns.get(random.nextInt(CAMPAIGNS));
        var line = floor.line(campaign, campaign.queue().id(), random.nextInt(5) == 0);
        floor.dialed(line);
        lines.add(new Seen(line));
    }

    private void callMoves(SplittableRandom random) {
        if (lines.isEmpty()) {
            return;
        }
        var seen = lines.get(random.nextInt(lines.size()));
        if (seen.dialing) {
            seen.dialing = false;
            if (random.nextBoolean()) {
                floor.unanswered(seen.line);
                ends(seen);
            } else {
                floor.answered(seen.line, true);
                seen.expected = true;
                keep(seen, queue(random.nextInt(QUEUES)));
            }
        } else if (!seen.waiting) {
            floor.queued(seen.line);
            seen.waiting = true;
        } else {
            switch (random.nextInt(3)) {
                case 0 -> floor.abandoned(seen.line);
                case 1 -> floor.served(seen.line);
                default -> {
                    floor.served(seen.line);
                    floor.missed(seen.line);
                    return;
                }
            }
            ends(seen);
        }
    }

    private void keep(Seen seen, UUID queueId) {
        assertThat(floor.reserve(seen.line, queueId)).isTrue();
        assertThat(floor.reserve(seen.line, queueId)).as("it is kept").isFalse();
        seen.keptAt = queueId;
    }

    private void ends(Seen seen) {
        floor.release(seen.line);
        floor.release(seen.line);
        lines.remove(seen);
    }

    private void checkQueue(String where, QueueFloor queue) {
        var resource = book.queue(queue.id());
        assertThat(resource).isNotNull();
        for (var phase : AgentPhase.values()) {
            assertThat(queue.agents(phase)).as("%s, %s", where, phase).isEqualTo((int) book.agents().stream()
                    .filter(resource::serves)
                    .filter(agent -> phases.get(agent.id()) == phase)
                    .count());
        }
        assertThat(queue.dialing()).as(where).isEqualTo(count(queue, true, false, false));
        assertThat(queue.unserved()).as(where).isEqualTo(count(queue, false, true, false));
        assertThat(queue.waiting()).as(where).isEqualTo(count(queue, false, false, true));
        assertThat(queue.reserved()).as(where).isEqualTo((int)
                lines.stream().filter(seen -> seen.keptAt.equals(queue.id())).count());
        int ringing = 0;
        for (var ofCampaign : queue.ringing()) {
            ringing += ofCampaign.count();
            assertThat(ofCampaign.count())
                    .as("%s has only campaigns that ring", where)
                    .isPositive();
        }
        assertThat(ringing).as(where).isEqualTo(queue.dialing());
        for (var union : queue.unions()) {
            checkUnion(where, union);
        }
    }

    private void checkUnion(String where, QueueUnion union) {
        assertThat(union.agents(AgentPhase.FREE))
                .as("%s, people of %d queues, each once", where, union.queues().size())
                .isEqualTo((int) book.agents().stream()
                        .filter(agent -> union.queues().stream()
                                .anyMatch(queue -> book.queue(queue.id()).serves(agent)))
                        .filter(agent -> phases.get(agent.id()) == AgentPhase.FREE)
                        .count());
    }

    private int count(QueueFloor queue, boolean dialing, boolean expected, boolean waiting) {
        return (int) lines.stream()
                .filter(seen -> seen.line.queue() == queue)
                .filter(seen -> (dialing && seen.dialing) || (expected && seen.expected) || (waiting && seen.waiting))
                .count();
    }

    @Test
    void aCampaignThatComesOrGoesIsAChange() {
        var campaign = floor.campaign(new UUID(3, 0), queue(0), () -> {});
        long before = floor.queue(queue(0)).changes();
        long other = floor.queue(queue(1)).changes();
        floor.pace(campaign, queue(1));
        assertThat(floor.queue(queue(0)).changes()).isGreaterThan(before);
        assertThat(floor.queue(queue(1)).changes()).isGreaterThan(other);
    }

    @Test
    void aCallerWhoLeavesAQueueIsToldToItsCampaigns() {
        var campaign = floor.campaign(new UUID(3, 0), queue(0), () -> {});
        var line = floor.line(campaign, queue(0), false);
        floor.dialed(line);
        floor.answered(line, true);
        floor.queued(line);
        long before = floor.queue(queue(0)).told();
        floor.leftQueue(line);
        assertThat(floor.queue(queue(0)).told()).isGreaterThan(before);
    }

    @Test
    void aCampaignWithoutAQueueIsToldOfItsOwnLinesOnly() {
        var woken = new ArrayList<String>();
        var campaign = floor.campaign(new UUID(3, 0), Ids.NIL, () -> woken.add("own"));
        var _ = floor.campaign(new UUID(3, 1), Ids.NIL, () -> woken.add("other"));
        floor.dialed(floor.line(campaign, Ids.NIL, false));
        assertThat(woken).containsOnly("own");
    }

    @Test
    void aLineOfTheQueueBeforeIsToldToBothQueues() {
        var campaign = floor.campaign(new UUID(3, 0), queue(0), () -> {});
        var line = floor.line(campaign, queue(0), false);
        floor.dialed(line);
        floor.pace(campaign, queue(1));
        long before = floor.queue(queue(0)).told();
        long now = floor.queue(queue(1)).told();
        floor.unanswered(line);
        assertThat(floor.queue(queue(0)).told()).isGreaterThan(before);
        assertThat(floor.queue(queue(1)).told()).isGreaterThan(now);
    }

    @Test
    void whoMissesThreeInARowIsToldOnceAndBeginsAnew() {
        staff(new SplittableRandom(1));
        var agent = agent(0);
        assertThat(floor.missed(agent, 3)).isFalse();
        assertThat(floor.missed(agent, 3)).isFalse();
        assertThat(floor.missed(agent, 3)).isTrue();
        assertThat(floor.missed(agent, 3)).isFalse();
        assertThat(floor.took(agent, AgentStatus.BUSY, new UUID(4, 1), new UUID(3, 1), Instant.EPOCH))
                .isNotNull();
        assertThat(floor.missed(agent, 3)).as("a caller was taken meanwhile").isFalse();
        assertThat(floor.missed(new UUID(9, 9), 1)).as("nobody we know").isFalse();
    }

    @Test
    void callersInTheFlowCountByTheShareOfThoseWhoCameFromTheirStage() {
        staff(new SplittableRandom(1));
        var campaign = floor.campaign(new UUID(3, 0), queue(0), () -> {});
        var menu = new UUID(4, 1);
        for (int i = 0; i < 4; i++) {
            var line = inFlow(campaign, menu);
            if (i == 0) {
                floor.standsAt(line, null);
                assertThat(floor.queue(queue(0)).promised())
                        .as("it goes to the queue")
                        .isOne();
                floor.queued(line);
            }
            floor.served(line);
            floor.release(line);
        }
        for (int i = 0; i < 5; i++) {
            inFlow(campaign, menu);
        }
        assertThat(floor.queue(queue(0)).reserved()).as("5 × 2/5, rounded up").isEqualTo(2);
        assertThat(floor.queue(queue(0)).promised()).isZero();
        inFlow(campaign, new UUID(4, 2));
        assertThat(floor.queue(queue(0)).reserved())
                .as("nobody left that stage yet")
                .isEqualTo(3);
    }

    private Line inFlow(CampaignFloor campaign, UUID stage) {
        var line = floor.line(campaign, queue(0), false);
        floor.dialed(line);
        floor.answered(line, true);
        floor.reserve(line, queue(0));
        floor.standsAt(line, stage);
        return line;
    }
}
