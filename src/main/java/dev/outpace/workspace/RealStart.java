package dev.outpace.workspace;

import dev.outpace.model.LineLimits;
import dev.outpace.model.NextTargets;
import dev.outpace.model.TargetBar;
import java.util.List;

/**
 * What a start with real calls leads to that nobody has confirmed yet.
 *
 * @param campaign name of the one to be started
 * @param ringing names of those that ring real phones for the first time: the campaign, and others that start in turn after it
 * @param queue name of the queue whose agents will talk; empty where no queue is needed
 * @param list names of their target lists
 * @param targets how many of them stand where; the idle ones may ring
 * @param next which of them may ring now, and whose turn comes first
 * @param trunk over which they are dialed
 * @param callerId number that people see; empty for the trunk's own
 */
public record RealStart(
        String campaign,
        List<String> ringing,
        String queue,
        String list,
        TargetBar targets,
        NextTargets next,
        String trunk,
        String callerId,
        LineLimits lines) {
    /** So many numbers are looked up whose turn comes first. */
    static final int FIRST_NUMBERS = 3;

    public RealStart {
        ringing = List.copyOf(ringing);
    }

    /** Whether no other campaign rings for the first time. */
    public boolean isOfOne() {
        return ringing.equals(List.of(campaign));
    }

    /** How many real numbers may ring. */
    public long mayRing() {
        return targets.idle() + targets.progressing();
    }
}
