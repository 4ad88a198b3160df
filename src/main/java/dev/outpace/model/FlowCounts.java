package dev.outpace.model;

import java.util.Map;
import java.util.UUID;

/**
 * Where the calls of a campaign are in its flow and which way the latest went, from the history of its calls.
 *
 * @param now calls in progress whose latest action this is, by the action's id in the history
 * @param taken how often each way out of an action was taken
 * @param calls how many of the latest calls {@code taken} was counted over
 */
public record FlowCounts(Map<UUID, Integer> now, Map<Way, Integer> taken, int calls) {
    public static final FlowCounts NONE = new FlowCounts(Map.of(), Map.of(), 0);

    /** @param port {@code next}, {@code false}, {@code default}, {@code jump} or {@code =key} */
    public record Way(UUID actionId, String port) {}

    public FlowCounts {
        now = Map.copyOf(now);
        taken = Map.copyOf(taken);
    }
}
