package dev.outpace.engine;

import dev.outpace.model.CallStep;
import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The share of callers who come from each stage of a flow to a queue, counted anew from the histories of the calls. The stages
 * are the actions that take time.
 */
@SuppressWarnings("NullAway")
final class StageShares {
    private static final Set<String> TAKE_NO_TIME = Set.of("answer", "queue_join", "hangup", "stop", "branch", "goto");

    private final Map<UUID, UUID> stages = new HashMap<>();
    private final Map<UUID, List<UUID>> visited = new HashMap<>();
    private final Map<Stage, int[]> passed = new HashMap<>();
    private final Map<UUID, UUID> campaigns = new HashMap<>();
    private final Predicate<UUID> measured;
    private int read;

    /** What happened before this opening is not counted. */
    StageShares(MemoryStore store, Predicate<UUID> measured) {
        this.measured = measured;
        read = store.steps.size();
    }

    private record Stage(UUID campaignId, UUID action) {}

    /** Takes over what was written since the last time. */
    void read(MemoryStore store) {
        for (; read < store.steps.size(); read++) {
            var step = store.steps.get(read);
            campaigns.computeIfAbsent(step.callId(), id -> store.calls.get(id).campaignId());
            read(step);
        }
    }

    private void read(CallStep step) {
        var call = step.callId();
        switch (step.kind()) {
            case ANSWERED -> {
                // Nothing is measured of campaigns without a queue, and of people who answered after we had hung up.
                if (measured.test(call)) {
                    visited.put(call, new ArrayList<>());
                }
            }
            case ACTION -> stages.remove(call);
            case QUEUE_JOINED -> leaves(call, true);
            case ENDED -> leaves(call, false);
            default -> {}
        }
        if (step.kind() == CallStep.Kind.ACTION && !TAKE_NO_TIME.contains(step.text()) && !Ids.isNil(step.actionId())) {
            stages.put(call, step.actionId());
            if (visited.containsKey(call)) {
                visited.get(call).add(step.actionId());
            }
        }
    }

    private void leaves(UUID call, boolean toQueue) {
        stages.remove(call);
        var stagesBefore = visited.remove(call);
        if (stagesBefore != null) {
            for (var stage : stagesBefore) {
                var counts = passed.computeIfAbsent(new Stage(campaigns.get(call), stage), _ -> new int[2]);
                counts[0]++;
                counts[1] += toQueue ? 1 : 0;
            }
        }
    }

    /** For how much of an agent a caller counts who is on the way to a queue. */
    double share(UUID call) {
        var stage = stages.get(call);
        var counts = stage == null ? null : passed.get(new Stage(campaigns.get(call), stage));
        return counts == null ? 1 : (counts[1] + 1.0) / (counts[0] + 1);
    }
}
