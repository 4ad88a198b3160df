package dev.outpace.telephony.distribution;

import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.UUID;

/**
 * The phones of the agents, as a {@link Distributor} orders them. They report back to it, also from within these methods.
 *
 * <p>Each {@link #ring} is answered by exactly one {@link Distributor#answered} or {@link Distributor#missed}, with {@link
 * Distributor#rings} before it when the phone rang.
 */
public interface Phones {
    /** Whether the exchange itself hands the callers of a queue to agents, and only tells of it. */
    default boolean handOut(Queue queue) {
        return false;
    }

    /** Rings an agent's phone for a caller. */
    void ring(UUID agentId, UUID callId);

    /** Ends the ringing. An answer at the same moment may still come first. */
    void stopRinging(UUID agentId, UUID callId);

    /** Ends a talk and leaves the caller on the line. {@link Distributor#released} follows, or the call's end. */
    void hangUp(UUID agentId, UUID callId);

    /**
     * The talk is over; for so long the agent is offered no caller.
     *
     * @param queueId of the queue from which the caller came
     */
    Duration wrapUp(UUID agentId, UUID callId, UUID queueId);
}
