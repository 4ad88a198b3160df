package dev.outpace.engine;

import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.FactLog.TargetFate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;

/**
 * The calls that ended last without a word of the person: an exchange that is restarted ends its calls first, and only then the
 * link.
 */
final class CutCalls {
    private static final Duration BEFORE_THE_LINK = Duration.ofSeconds(3);

    private final ArrayDeque<Cut> latest = new ArrayDeque<>();
    private List<Cut> beforeLoss = List.of();

    /** @param triedAgain whether its target is tried again */
    record Cut(UUID callId, long nanos, boolean talked, boolean triedAgain) {}

    void ended(ActiveCall call, EndedBy by, TargetFate fate, long nanos) {
        if (call.facts.answeredAt() == null || by == EndedBy.CALLER) {
            return;
        }
        forgetBefore(nanos);
        boolean talked = call.facts.connectedAt() != null;
        latest.add(new Cut(call.id(), nanos, talked, !talked && !(fate instanceof TargetFate.Done)));
    }

    private void forgetBefore(long nanos) {
        while (!latest.isEmpty() && nanos - latest.getFirst().nanos() > BEFORE_THE_LINK.toNanos()) {
            latest.removeFirst();
        }
    }

    void linkIsLost(long nanos) {
        forgetBefore(nanos);
        beforeLoss = List.copyOf(latest);
        latest.clear();
    }

    /** Those that ended just before the link was lost; once. */
    List<Cut> takeBeforeLoss() {
        var taken = beforeLoss;
        beforeLoss = List.of();
        return taken;
    }
}
