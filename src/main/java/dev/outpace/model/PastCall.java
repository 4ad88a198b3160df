package dev.outpace.model;

import java.util.List;
import java.util.UUID;

/**
 * A call of the time before the engine began, from which it learns how long things take. All times are seconds.
 *
 * @param answered by a person or a machine
 * @param machine whether the detection of machines ended it
 * @param ring from the dial to the answer, or to the end without one
 * @param queued whether it came to a queue
 * @param flow from the answer to the queue, or to the end without one; 0 if it was not answered
 * @param stages of its flow
 * @param waited in the queue, until an agent's phone rang or it left; 0 if it came to none
 * @param gaveUp whether it left the queue before an agent's phone rang
 * @param talk with an agent; 0 without one
 * @param wrapUp of that agent afterwards; negative where it is not known
 */
public record PastCall(
        UUID campaignId,
        boolean answered,
        boolean machine,
        double ring,
        boolean queued,
        double flow,
        List<Stage> stages,
        double waited,
        boolean gaveUp,
        double talk,
        double wrapUp) {
    /** As {@code wrapUp}, where nothing tells it. */
    public static final double UNKNOWN = -1;

    public PastCall {
        stages = List.copyOf(stages);
    }

    /** @param left from this stage of the flow to the queue, or to the end without one */
    public record Stage(UUID id, double left) {}
}
