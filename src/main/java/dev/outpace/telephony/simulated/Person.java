package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Whom one dial meets, and how long the agent is busy with them. All times in seconds.
 *
 * @param outcome how the call ends without an answer; null when the person answers
 * @param seconds from the dial to the answer, or to that end
 * @param patience from joining a queue
 * @param pickUp how long the agent's phone rings
 */
public record Person(
        @Nullable Outcome outcome, double seconds, double patience, double pickUp, double talk, double wrapUp) {}
