package dev.outpace.engine;

import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Action;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import java.time.Duration;
import java.util.UUID;

/** A call as an exchange has it and has told of it: nothing of it comes from the engine. */
final class Line {
    private static final long RESERVED_IN_QUEUE = Duration.ofSeconds(5).toNanos();

    enum Stage {
        ORDERED,
        ACCEPTED,
        ANSWERED,
        JOINED,
        AGENT_RINGING,
        TALKING
    }

    final UUID id;
    /** As it was when the call was ordered. */
    final Campaign campaign;

    Stage stage = Stage.ORDERED;
    /** Never ends, whatever is ordered. */
    boolean stuck;
    /** The agent that it rings or talks with; 0 for none. */
    int agent;
    /** Queues that its flow has left behind. */
    private int queuesPassed;

    /** It outlived the process that knew where its flow stood, so nothing follows its queue. */
    boolean flowUnknown;

    /** It was answered after our order to hang up. */
    boolean late;

    private UUID waysTo = Ids.NIL;
    private long joinedAt;

    Line(UUID id, Campaign campaign) {
        this.id = id;
        this.campaign = campaign;
    }

    void answered(boolean late) {
        this.late = late;
        stage = Stage.ANSWERED;
        waysTo = late ? Ids.NIL : nextQueue();
    }

    void joined(UUID queueId, long now) {
        stage = Stage.JOINED;
        waysTo = queueId;
        joinedAt = now;
    }

    /** @param goesOn whether the flow does, with what follows the queue */
    void leftQueue(boolean goesOn) {
        boolean wasLast = queuesPassed == queuesInFlow();
        queuesPassed++;
        stage = Stage.ANSWERED;
        agent = 0;
        waysTo = goesOn && !wasLast && !flowUnknown ? nextQueue() : Ids.NIL;
    }

    private long queuesInFlow() {
        return campaign.actions().stream()
                .filter(action -> action.type().equals("queue_join"))
                .count();
    }

    /** Written anew on purpose: the first queue that comes, unless the call ends before. */
    private UUID nextQueue() {
        int toPass = queuesPassed;
        for (Action action : campaign.actions()) {
            if (action.type().equals("hangup") || action.type().equals("stop")) {
                return Ids.NIL;
            }
            if (action.type().equals("queue_join") && toPass-- == 0) {
                return FlowLead.queueOf(action);
            }
        }
        return campaign.queueId();
    }

    /** The agent whose phone rang did not take the call. */
    void waitsAgain(long now) {
        stage = Stage.JOINED;
        joinedAt = now;
    }

    CallNow now() {
        var there = switch (stage) {
            case ORDERED, ACCEPTED -> CallStage.DIALING;
            case ANSWERED -> CallStage.IDLE;
            case JOINED -> CallStage.WAITING;
            case AGENT_RINGING -> CallStage.AGENT_RINGING;
            case TALKING -> CallStage.TALKING;
        };
        return new CallNow(there, null, waysTo, agent == 0 ? Ids.NIL : EngineRig.id(agent));
    }

    /** The queue that it waits in, or is on its way to. */
    UUID queueId() {
        return waysTo;
    }

    /** The queue in which an agent is kept for this caller now; nil for none. */
    UUID keepsAgentOf(long now) {
        return switch (stage) {
            case ANSWERED -> waysTo;
            case JOINED -> now - joinedAt < RESERVED_IN_QUEUE ? waysTo : Ids.NIL;
            case ORDERED, ACCEPTED, AGENT_RINGING, TALKING -> Ids.NIL;
        };
    }
}
