package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
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
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.Queue;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.pacing.BrakeListener.Burst;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** A floor that is told what happens, second by second, and what the policy makes of it. */
class PacingRig {
    static final UUID CAMPAIGN = new UUID(1, 1);
    static final UUID CALL = new UUID(1, 3);
    static final UUID QUEUE = new UUID(1, 2);
    static final int AGENTS = 60;
    static final long SECOND = 1_000_000_000L;

    final List<Burst> told = new ArrayList<>();
    final PacingMemory memory = new PacingMemory((_, burst) -> told.add(burst));
    final CallFloor floor = new CallFloor(() -> now(), memory::learnFrom);
    final List<Line> ringing = new ArrayList<>();
    final CampaignFloor campaign;
    final QueueFloor queue;
    PacingPolicy policy;
    long now;

    PacingRig() {
        var book = new ResourceBook();
        book.put(new Queue(QUEUE, "", "", "", List.of(QUEUE), Ids.NIL, 0, 0, Stamps.NONE, Json.Obj.EMPTY));
        for (int i = 0; i < AGENTS; i++) {
            book.put(new Agent(
                    agent(i),
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
        campaign = floor.campaign(CAMPAIGN, QUEUE, () -> {});
        queue = campaign.queue();
        var choice = PacingChoice.adaptive(0.03);
        memory.setAdaptive(campaign, choice);
        policy = new AdaptivePacing(campaign, choice, memory);
    }

    long now() {
        return now;
    }

    static UUID agent(int number) {
        return new UUID(2, number);
    }

    void pass(double seconds) {
        now += (long) (seconds * SECOND);
    }

    void agents(int from, int to, AgentPhase phase) {
        for (int i = from; i < to; i++) {
            if (phase == AgentPhase.TALKING) {
                floor.took(agent(i), AgentStatus.BUSY, CALL, CAMPAIGN, Instant.EPOCH);
                continue;
            }
            var status = switch (phase) {
                case TALKING -> throw new AssertionError(phase);
                case FREE -> AgentStatus.AVAILABLE;
                case RINGING -> AgentStatus.RINGING;
                case WRAPPING_UP -> AgentStatus.BUSY;
                case AWAY -> AgentStatus.AWAY;
                case OFFLINE -> AgentStatus.OFFLINE;
            };
            floor.changed(
                    agent(i), status, phase == AgentPhase.WRAPPING_UP, AwayReason.BREAK, Remark.NONE, Instant.EPOCH);
        }
    }

    Line line() {
        return floor.line(campaign, QUEUE, false);
    }

    PacingSnapshot snapshot() {
        int free = queue.agents(AgentPhase.FREE);
        return new PacingSnapshot(Instant.EPOCH, CAMPAIGN, QUEUE, free, 0, queue.dialing(), queue.dialing(), 100);
    }

    Line dial() {
        var line = line();
        floor.dialed(line);
        ringing.add(line);
        return line;
    }

    int dialAll() {
        int dialed = 0;
        while (policy.mayDial(snapshot())) {
            dial();
            dialed++;
        }
        return dialed;
    }

    /** So many dials of which a share was answered 8 s later, and the rest not within 25 s. */
    void learn(int dials, double answered) {
        learn(campaign, dials, answered);
    }

    void learn(CampaignFloor of, int dials, double answered) {
        var random = new SplittableRandom(5);
        for (int i = 0; i < dials; i++) {
            var line = floor.line(of, QUEUE, false);
            floor.dialed(line);
            if (random.nextDouble() < answered) {
                pass(8);
                floor.answered(line, true);
                floor.queued(line);
                floor.served(line);
            } else {
                pass(25);
                floor.unanswered(line);
            }
        }
    }

    void machines(int count) {
        for (int i = 0; i < count; i++) {
            var line = line();
            floor.dialed(line);
            floor.answered(line, true);
            floor.machine(line);
        }
    }

    PacingForecast forecast() {
        return Objects.requireNonNull(policy.explained(snapshot()).forecast());
    }
}
