package dev.outpace.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the agents of a real exchange serve a queue; not published. The agents of the simulated world behave as its settings say.
 *
 * @param wrapUp ms for which an agent is offered nobody after a talk
 * @param ringTime ms for which an agent's phone rings for one caller
 * @param agentsStay whether agents stay connected: one call to each agent's phone stands, on which callers are put through
 *     without a ring. In the simulated world, too
 */
public record QueueService(long wrapUp, long ringTime, boolean agentsStay) {
    public static final long LONGEST_WRAP_UP = Duration.ofDays(1).toMillis();
    /** No phone could be answered in less. */
    public static final long SHORTEST_RING = Duration.ofSeconds(1).toMillis();

    public static final long LONGEST_RING = Duration.ofMinutes(10).toMillis();

    /** Where a file says nothing. */
    public static final QueueService USUAL = new QueueService(10_000, 15_000);

    /** With phones that ring for each caller. */
    public QueueService(long wrapUp, long ringTime) {
        this(wrapUp, ringTime, false);
    }

    /** What is wrong with the values; places are names of fields. */
    public List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (wrapUp < 0 || wrapUp > LONGEST_WRAP_UP) {
            found.add(Problem.error("queue.wrap_up", "wrap_up", seconds(LONGEST_WRAP_UP)));
        }
        if (ringTime < SHORTEST_RING || ringTime > LONGEST_RING) {
            found.add(Problem.error("queue.ring_time", "ring_time", seconds(SHORTEST_RING), seconds(LONGEST_RING)));
        }
        return found;
    }

    private static long seconds(long millis) {
        return Duration.ofMillis(millis).toSeconds();
    }

    public QueueService withWrapUp(long millis) {
        return new QueueService(millis, ringTime, agentsStay);
    }

    public QueueService withAgentsStay(boolean stay) {
        return new QueueService(wrapUp, ringTime, stay);
    }
}
