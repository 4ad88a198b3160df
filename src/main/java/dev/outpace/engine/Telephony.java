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
 * The exchange, as the engine needs it. Its reports come back as one ordered stream of {@link EngineInput}s, never from within
 * a call of this interface. No method blocks. Call ids are ours, and the exchange uses them, too.
 */
public interface Telephony extends AutoCloseable {
    /** What an exchange can do. Orders beyond its capabilities are never given. */
    enum Capability {
        /** Speaks texts. */
        TALK,
        /** Detects and sends keys. */
        KEYS,
        RECORDING,
        ECHO,
        /** Tells answering machines from people. */
        MACHINES,
        /** Hands callers to agents of queues. */
        QUEUES,
        /** Sets agents available, away or offline. */
        AGENT_STATUS,
        /**
         * Ends a wait in a queue exactly at its limit. For an exchange without this, the engine ends the wait by {@link
         * #leaveQueue}.
         */
        EXACT_LIMITS,
        /** Plays files and tones. */
        PLAY,
        /** Calls somebody else and connects both. */
        CONNECT,
        /** Brings callers into conferences. */
        CONFERENCES,
        /** Lets a queue of its own hand callers to agents. */
        EXCHANGE_QUEUES
    }

    Set<Capability> capabilities();

    /** Connects. {@link EngineInput.LinkUp} follows when the exchange is reachable; no order is given before. */
    void connect();

    /**
     * Requests another snapshot, to find events that were never reported. {@link EngineInput.LinkUp} follows. No effect while
     * the link is down.
     */
    void requestSnapshot();

    /** Sets which queues and agents exist; called again after each change of them. */
    void assign(List<Queue> queues, List<Agent> agents);

    /**
     * Places a call. Either {@link EngineInput.CallRefused} follows and nothing else, or {@link EngineInput.CallAccepted} and
     * in every case exactly one {@link EngineInput.CallEnded}.
     */
    void originate(CallRequest request);

    /** Ends a call in any state; its {@code CallEnded} still follows. No effect on an unknown call. */
    void hangUp(UUID callId);

    /**
     * Gives an order to the leg of a call. {@link EngineInput.OrderEnded} with the order's id follows, or the call's end. A
     * call has at most one open order.
     */
    void execute(OrderId order, UUID callId, MediaOrder media);

    /** Ends an order to the leg of a call early; its {@code OrderEnded} follows. No effect on an order that has ended. */
    void cancel(OrderId order);

    /**
     * Hands an answered call to a queue. {@code QueueJoined} follows, then {@code AgentRinging} and {@code AgentConnected}, or
     * {@code QueueLeft}. Before these, any number of agents may miss the caller; {@code AgentMissed} reports each.
     *
     * @param maxWait counted from the joining; it interrupts no ringing phone, and applies as soon as no agent's phone rings.
     *     Zero for no limit
     */
    void joinQueue(UUID callId, UUID queueId, Duration maxWait);

    /**
     * Takes a caller out of the queue, even while an agent's phone rings. {@code QueueLeft} follows, or an {@code
     * AgentConnected} that happened at the same time. No effect on a call that is in no queue.
     */
    void leaveQueue(UUID callId);

    /**
     * Sets an agent available, away or offline; an agent in a call changes after it. {@code OrderAccepted} or {@code
     * OrderRefused} follows, and {@code AgentChanged} when the agent changes.
     *
     * @param why reason, if away
     */
    void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why);

    /** Leaves the exchange and all calls as they are. Nothing is told afterwards, and no order has an effect. */
    @Override
    void close();

    /** The engine's number of an order, which the report of its end contains. Never used twice in a workspace. */
    record OrderId(long number) {}

    /** @param recorded whether the call is recorded from its answer to its end, by an exchange that can */
    record CallRequest(
            UUID callId,
            UUID campaignId,
            Address to,
            @Nullable Address from,
            Duration ringFor,
            boolean recorded) {
        /** Of a call that is not recorded. */
        public CallRequest(UUID callId, UUID campaignId, Address to, @Nullable Address from, Duration ringFor) {
            this(callId, campaignId, to, from, ringFor, false);
        }
    }
}
