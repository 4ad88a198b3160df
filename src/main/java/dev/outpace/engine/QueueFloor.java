package dev.outpace.engine;

import dev.outpace.pacing.AgentPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine knows of one queue right now. It stays when the queue is deleted, and then has no agents. */
final class QueueFloor {
    /** What adding up shares may be off by. */
    private static final double ROUNDING = 1e-9;

    final UUID id;
    /** The same agents and calls, as policies see them. */
    final AgentPool pool = new AgentPool(this::reserved);
    /** Campaigns that are paced by this queue. */
    final List<CampaignRun> runs = new ArrayList<>();
    /** False once the queue is deleted, or where it never was. */
    boolean exists;
    /** Agents in status available. */
    int free;
    /** Those of them who serve other queues, too. */
    int freeShared;
    /** The people of this and other queues, where some serve several of them; null where nobody does. */
    @Nullable
    SharedPeople shared;
    /** Agents that are not offline. */
    int staffed;
    /** Calls in status dialing of all its campaigns. */
    int dialing;
    /** Those of them for which an agent is kept free. */
    int dialingWithAgent;

    /** Answered callers on their way here who need an agent. */
    private int reserved;
    /** Answered callers whose flow still branches before it comes here, by campaign. */
    private final Map<CampaignRun, Integer> undecided = new LinkedHashMap<>();

    QueueFloor(UUID id) {
        this.id = id;
    }

    int available() {
        return exists ? Math.max(0, free - reserved()) : 0;
    }

    /** Whether an agent is free whom no call that dials now may need. */
    boolean canKeepAgent() {
        int elsewhere = shared == null ? 0 : shared.neededElsewhere(this, 100, true);
        return 100L * available() - elsewhere > 100L * (dialing - dialingWithAgent);
    }

    /** Hundredths of an agent, of those available here, that calls of other queues need at a service level. */
    int neededElsewhere(int serviceLevel) {
        return shared == null || !exists ? 0 : shared.neededElsewhere(this, serviceLevel, false);
    }

    /** Whether its calls need people who serve other queues, too. */
    boolean needsShared(int serviceLevel) {
        return SharedPeople.needsOthers(this, serviceLevel);
    }

    void reserve(CampaignRun run, boolean byShare) {
        if (byShare) {
            undecided.merge(run, 1, Integer::sum);
        } else {
            reserved++;
        }
    }

    void release(CampaignRun run, boolean byShare) {
        if (byShare) {
            undecided.computeIfPresent(run, (_, count) -> count == 1 ? null : count - 1);
        } else {
            reserved--;
        }
    }

    /** Agents kept free: the undecided count by the share of those who came so far, together rounded up. */
    int reserved() {
        if (undecided.isEmpty()) {
            return reserved;
        }
        double expected = 0;
        for (var entry : undecided.entrySet()) {
            expected += entry.getValue() * entry.getKey().shareThatJoins();
        }
        return reserved + (int) Math.ceil(expected - ROUNDING);
    }

    /** All whose decisions depend on the people and calls of this queue. */
    void wakeRuns() {
        if (shared == null) {
            wakeOwnRuns();
        } else {
            shared.queues().forEach(QueueFloor::wakeOwnRuns);
        }
    }

    private void wakeOwnRuns() {
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).wake();
        }
    }
}
