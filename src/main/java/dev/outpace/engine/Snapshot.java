package dev.outpace.engine;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as it is at one moment: all calls of ours that live, and all agents. Whoever is not among them is gone: a call
 * has ended, an agent is offline.
 *
 * @param missingQueues queues that it was told of and does not have
 * @param missingAgents agents that it was told of and does not have
 */
public record Snapshot(
        Map<UUID, CallNow> calls, Map<UUID, AgentNow> agents, Set<UUID> missingQueues, Set<UUID> missingAgents) {
    public Snapshot {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        missingQueues = Collections.unmodifiableSet(new LinkedHashSet<>(missingQueues));
        missingAgents = Collections.unmodifiableSet(new LinkedHashSet<>(missingAgents));
    }

    /** What the exchange has and was told of is all there. */
    public Snapshot(Map<UUID, CallNow> calls, Map<UUID, AgentNow> agents) {
        this(calls, agents, Set.of(), Set.of());
    }

    /**
     * A call on the exchange.
     *
     * @param since when the stage began, by the exchange's time; null where it can't tell
     * @param queueId that it waits in; nil for none
     * @param agentId whose phone rings or who talks; nil for none
     */
    public record CallNow(CallStage stage, @Nullable Instant since, UUID queueId, UUID agentId) {
        /** With neither queue nor agent. */
        public static CallNow of(CallStage stage) {
            return new CallNow(stage, null, Ids.NIL, Ids.NIL);
        }
    }

    /** How far a call has come. */
    public enum CallStage {
        DIALING,
        RINGING,
        /** Answered, and nothing is being done with it. */
        IDLE,
        /** An order to its leg is being carried out. */
        IN_ORDER,
        WAITING,
        AGENT_RINGING,
        TALKING,
        /** An agent passed the caller on: the call lives, and is nobody's of ours. */
        TRANSFERRED
    }

    /**
     * An agent on the exchange.
     *
     * @param why what for, if away
     * @param wrapUpUntil busy with the work after a call until then at the latest; null for none
     * @param otherCall busy or ringing with a call that is not ours
     * @param reachable the phone can be rung
     */
    public record AgentNow(
            AgentStatus status, AwayReason why, @Nullable Instant wrapUpUntil, boolean otherCall, boolean reachable) {
        public static AgentNow of(AgentStatus status) {
            return new AgentNow(status, AwayReason.BREAK, null, false, true);
        }

        public static AgentNow away(AwayReason why) {
            return new AgentNow(AgentStatus.AWAY, why, null, false, true);
        }

        public static AgentNow wrappingUp(Instant until) {
            return new AgentNow(AgentStatus.BUSY, AwayReason.BREAK, until, false, true);
        }

        public boolean isWrappingUp() {
            return wrapUpUntil != null;
        }
    }
}
