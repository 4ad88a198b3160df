package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingSnapshot;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A policy within the limits of the {@link Brake} of its queue, and of the queues that share agents with it. */
final class BrakedPacing implements PacingPolicy {
    private final PacingPolicy policy;
    private final QueueFloor queue;
    private final PacingMemory memory;
    private final Brake brake;

    BrakedPacing(PacingPolicy policy, QueueFloor queue, PacingMemory memory) {
        this.policy = policy;
        this.queue = queue;
        this.memory = memory;
        this.brake = memory.brakeOf(queue);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        double extra = extraPerAgent();
        return (isUnlimited(extra) || furtherLines(extra) > 0) && policy.mayDial(snapshot);
    }

    @Override
    public Object heldWith(PacingSnapshot snapshot) {
        return policy.heldWith(snapshot);
    }

    @Override
    public boolean mightAnyDial(PacingSnapshot snapshot) {
        return policy.mightAnyDial(snapshot);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        var allowed = policy.allowed(snapshot);
        double extra = extraPerAgent();
        if (isUnlimited(extra)) {
            return allowed;
        }
        int limit = queue.dialing() + Math.max(0, furtherLines(extra));
        return OptionalInt.of(Math.min(limit, allowed.orElse(limit)));
    }

    private double extraPerAgent() {
        long now = queue.now();
        double least = brake.extraPerAgent(now);
        if (queue.connected().size() > 1) {
            for (var one : queue.connected()) {
                least = Math.min(least, memory.brakeOf(one).extraPerAgent(now));
            }
        }
        return least;
    }

    private static boolean isUnlimited(double extra) {
        return extra == Double.POSITIVE_INFINITY;
    }

    private int furtherLines(double extra) {
        int further = furtherLines(queue, extra);
        for (var union : queue.unions()) {
            further = Math.min(further, furtherLines(union, extra));
        }
        return further;
    }

    private static int furtherLines(AgentPool pool, double extra) {
        int needed = Math.max(pool.reserved(), pool.waiting());
        return pool.agents(AgentPhase.FREE) - needed + (int) (extra * pool.atWork()) - pool.dialing();
    }

    @Override
    public boolean isHeld() {
        return policy.isHeld();
    }

    @Override
    public @Nullable Duration heldFor() {
        return policy.heldFor();
    }

    /** The brake is named where it alone keeps a call from being dialed, and while only one call per free agent is allowed. */
    @Override
    public PacingSnapshot explained(PacingSnapshot snapshot) {
        var explained = policy.explained(snapshot);
        var forecast = explained.forecast();
        double extra = extraPerAgent();
        boolean brakes = !isUnlimited(extra) && (extra == 0 || furtherLines(extra) <= 0);
        return forecast == null || !brakes ? explained : explained.with(forecast.with(PacingForecast.Caution.BRAKE));
    }
}
