package dev.outpace.engine;

import dev.outpace.model.Agent;
import dev.outpace.model.Queue;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Every union of queues, looked at one by one.
 *
 * @param free people who are available
 * @param needs hundredths of agents that the calls of a queue need
 */
record Unions(List<Queue> queues, List<Agent> free, ToLongFunction<UUID> needs) {
    /** Hundredths of agents that a queue can have without leaving a call of another with nobody who could have somebody. */
    long takes(UUID queueId) {
        return least(queueId, true) - least(queueId, false);
    }

    private long least(UUID queueId, boolean with) {
        long least = Long.MAX_VALUE;
        for (int union = 0; union < (1 << queues.size()); union++) {
            var some = of(union);
            if (some.stream().anyMatch(queue -> queue.id().equals(queueId)) == with) {
                least = Math.min(least, left(some, queueId));
            }
        }
        return least;
    }

    private List<Queue> of(int union) {
        return queues.stream()
                .filter(queue -> ((union >> queues.indexOf(queue)) & 1) == 1)
                .toList();
    }

    private long left(List<Queue> some, UUID but) {
        long people = free.stream()
                .filter(agent -> some.stream().anyMatch(queue -> queue.serves(agent)))
                .count();
        return 100 * people
                - some.stream()
                        .map(Queue::id)
                        .filter(id -> !id.equals(but))
                        .mapToLong(needs)
                        .sum();
    }
}
