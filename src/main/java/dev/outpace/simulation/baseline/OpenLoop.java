package dev.outpace.simulation.baseline;

import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/** Places calls at random moments, at a rate that does not depend on what the agents are doing. */
public final class OpenLoop implements PacingPolicy, FloorListener {
    private static final double NANOS = 1e9;
    private static final double SLOWEST = 1e-4;

    private final UUID campaignId;
    private final QueueFloor queue;
    private final Waker waker;
    private final SplittableRandom random;
    private final DoubleSupplier perSecond;
    private long next;

    /** @param perSecond calls per second; asked again for each call */
    public OpenLoop(UUID campaignId, QueueFloor queue, Waker waker, long seed, DoubleSupplier perSecond) {
        this.campaignId = campaignId;
        this.queue = queue;
        this.waker = waker;
        this.perSecond = perSecond;
        random = new SplittableRandom(seed);
        next = queue.now();
        queue.listen(this);
    }

    /**
     * Open-loop dialing as the classic patents publish it. The rate is the one at which Erlang's loss formula gives the abandon
     * target, for the agents at work and the true shares and times.
     *
     * @param answered share of calls that are answered
     * @param handleSeconds mean of talk and wrap-up
     */
    public static PacingPolicy byErlangB(
            UUID campaignId,
            QueueFloor queue,
            Waker waker,
            long seed,
            double abandonTarget,
            double answered,
            double handleSeconds) {
        return new OpenLoop(
                campaignId,
                queue,
                waker,
                seed,
                () -> ErlangB.offered(queue.atWork(), abandonTarget) / (handleSeconds * answered));
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return queue.now() >= next;
    }

    @Override
    public void dialed(Line line) {
        if (line.campaign().id().equals(campaignId)) {
            double gap = -Math.log(1 - random.nextDouble()) / Math.max(SLOWEST, perSecond.getAsDouble());
            next += (long) (NANOS * gap);
            // An empty task: the engine asks the policy after each wake-up.
            waker.after(Math.max(0, next - queue.now()), () -> {});
        }
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.empty();
    }
}
