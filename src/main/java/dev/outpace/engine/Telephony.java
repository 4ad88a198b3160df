package dev.outpace.engine;

import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The exchange, as the engine needs it. What happens there comes back as {@link EngineInput}s, one ordered stream, never
 * from within one of these calls. None of them blocks. The call id is ours and is the exchange's too.
 */
public interface Telephony {
    /** What an exchange can do. Orders beyond it are never given. */
    enum Capability {
        /** Speaks texts, plays files and tones. */
        TALK,
        /** Hears and sends keys. */
        KEYS,
        RECORDING,
        ECHO,
        /** Tells answering machines from people. */
        MACHINES,
        /** Hands callers to agents of queues. */
        QUEUES,
        /** Sets agents available, away or offline. */
        AGENT_STATUS,
        /** Ends a wait in a queue at its very moment; where it can't, the engine does, by {@link #leaveQueue}. */
        EXACT_LIMITS
    }

    Set<Capability> capabilities();

    /** Begins. {@link EngineInput.LinkUp} follows when the exchange is there; no order is given before. */
    void connect();

    /** Asks for another snapshot, to find what was never told: {@link EngineInput.LinkUp} follows. Without effect while the link is down. */
    void requestSnapshot();

    /** Which queues and agents there are; again after each change of them. */
    void assign(List<Queue> queues, List<Agent> agents);

    /**
     * Places a call. Either {@link EngineInput.CallRefused} follows and nothing else, or {@link EngineInput.CallAccepted}
     * and, whatever happens, exactly one {@link EngineInput.CallEnded}.
     */
    void originate(CallRequest request);

    /** Ends a call in any state; its {@code CallEnded} still follows. Without effect for a call that is unknown. */
    void hangUp(UUID callId);

    /**
     * Gives an order to the leg of a call; {@link EngineInput.OrderEnded} with its id follows, or the call's end. A call has one
     * open order at a time.
     */
    void execute(OrderId order, UUID callId, MediaOrder media);

    /**
     * Hands an answered call to a queue. {@code QueueJoined} follows, then {@code AgentRinging} and {@code AgentConnected},
     * or {@code QueueLeft}; before these any number of agents may miss the caller, each told by {@code AgentMissed}.
     *
     * @param maxWait from the joining on; it ends no ring, and counts as soon as no agent rings. Zero for as long as the caller
     *     likes
     */
    void joinQueue(UUID callId, UUID queueId, Duration maxWait);

    /**
     * Takes a caller out of the queue, also while an agent's phone rings. {@code QueueLeft} follows, or the {@code AgentConnected}
     * that crossed it. Without effect for a call that is in no queue.
     */
    void leaveQueue(UUID callId);

    /**
     * Sets an agent available, away or offline; one in a call changes after it. {@code OrderAccepted} or {@code OrderRefused}
     * follows; {@code AgentChanged} when the agent changes.
     *
     * @param why what for, if away
     */
    void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why);

    /** The engine's own number of an order, by which its end is told. Never given twice in a workspace. */
    record OrderId(long number) {}

    record CallRequest(
            UUID callId,
            UUID campaignId,
            Address to,
            @Nullable Address from,
            Duration ringFor) {}
}
