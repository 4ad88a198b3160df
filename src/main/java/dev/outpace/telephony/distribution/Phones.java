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
     * From now on one call to the agent's phone is to stand, on which callers are put through: {@link Distributor#connected} tells
     * whenever it begins or ceases to. A phone on such a call is still ordered to {@link #ring}, and answers at once.
     *
     * @return whether it stands already
     */
    boolean connect(UUID agentId);

    /** That call is needed no longer. */
    void disconnect(UUID agentId);

    /**
     * The talk is over; for so long the agent is offered no caller.
     *
     * @param queueId of the queue from which the caller came
     */
    Duration wrapUp(UUID agentId, UUID callId, UUID queueId);
}
