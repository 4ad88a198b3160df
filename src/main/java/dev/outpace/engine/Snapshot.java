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
 * The exchange at one moment: all our calls that exist, and all agents. A call that is missing has ended; an agent who is
 * missing is offline.
 *
 * @param missingQueues queues that were assigned but do not exist on the exchange
 * @param missingAgents agents who were assigned but do not exist on the exchange
 */
public record Snapshot(
        Map<UUID, CallNow> calls, Map<UUID, AgentNow> agents, Set<UUID> missingQueues, Set<UUID> missingAgents) {
    public Snapshot {
        calls = Collections.unmodifiableMap(new LinkedHashMap<>(calls));
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        missingQueues = Collections.unmodifiableSet(new LinkedHashSet<>(missingQueues));
        missingAgents = Collections.unmodifiableSet(new LinkedHashSet<>(missingAgents));
    }

    /** A snapshot in which nothing assigned is missing. */
    public Snapshot(Map<UUID, CallNow> calls, Map<UUID, AgentNow> agents) {
        this(calls, agents, Set.of(), Set.of());
    }

    /**
     * A call on the exchange.
     *
     * @param since when the stage began, by the exchange's time; null if unknown
     * @param queueId the queue in which the caller waits; the nil id for none
     * @param agentId the agent whose phone rings or who talks; the nil id for none
     */
    public record CallNow(CallStage stage, @Nullable Instant since, UUID queueId, UUID agentId) {
        /** Without queue and agent. */
        public static CallNow of(CallStage stage) {
            return new CallNow(stage, null, Ids.NIL, Ids.NIL);
        }
    }

    /** How far a call has come. */
    public enum CallStage {
        DIALING,
        RINGING,
        /** Answered, with no order in progress. */
        IDLE,
        /** An order to the call's leg is being carried out. */
        IN_ORDER,
        WAITING,
        AGENT_RINGING,
        TALKING,
        /**
         * An agent transferred the caller to someone else, or a flow of an earlier opening connected the person with others: the call
         * exists, but we no longer control it.
         */
        TRANSFERRED
    }

    /** How callers reach an agent's phone. */
    public enum PhoneLine {
        /** It rings for each. */
        RINGS,
        /** Callers are put through on a call that stands; it does not stand yet, so nobody can be. */
        CONNECTING,
        /** That call stands. */
        CONNECTED
    }

    /**
     * An agent on the exchange.
     *
     * @param why reason, if away
     * @param wrapUpUntil latest end of the wrap-up; null if not in wrap-up
     * @param otherCall whether busy or ringing with a call that is not ours
     * @param reachable whether the phone can ring
     * @param line how callers reach the phone
     */
    public record AgentNow(
            AgentStatus status,
            AwayReason why,
            @Nullable Instant wrapUpUntil,
            boolean otherCall,
            boolean reachable,
            PhoneLine line) {
        /** With a phone that rings for each caller. */
        public AgentNow(
                AgentStatus status,
                AwayReason why,
                @Nullable Instant wrapUpUntil,
                boolean otherCall,
                boolean reachable) {
            this(status, why, wrapUpUntil, otherCall, reachable, PhoneLine.RINGS);
        }

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
