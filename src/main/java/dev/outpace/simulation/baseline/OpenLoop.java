package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.pacing.PoolListener;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/** Calls at random moments and a rate that does not depend on what the agents are at. */
public final class OpenLoop implements PacingPolicy, PoolListener {
    private static final double NANOS = 1e9;
    private static final double SLOWEST = 1e-4;

    private final UUID campaignId;
    private final AgentPool pool;
    private final Waker waker;
    private final SplittableRandom random;
    private final DoubleSupplier perSecond;
    private long next;
    private long wokenAt;

    /** @param perSecond calls; asked for each call */
    public OpenLoop(UUID campaignId, AgentPool pool, Waker waker, long seed, DoubleSupplier perSecond) {
        this.campaignId = campaignId;
        this.pool = pool;
        this.waker = waker;
        this.perSecond = perSecond;
        random = new SplittableRandom(seed);
        next = pool.now();
        wokenAt = -1;
        pool.listen(this);
    }

    /**
     * Open-loop dialing as the classic patents publish it: the rate at which Erlang's loss formula gives the abandon rate
     * that is aimed at, for the agents at work and the true shares and times.
     *
     * @param answered share of calls
     * @param handleSeconds mean of talk and wrap-up
     */
    public static PacingPolicy byErlangB(
            UUID campaignId,
            AgentPool pool,
            Waker waker,
            long seed,
            double abandonTarget,
            double answered,
            double handleSeconds) {
        return new OpenLoop(
                campaignId,
                pool,
                waker,
                seed,
                () -> ErlangB.offered(pool.atWork(), abandonTarget) / (handleSeconds * answered));
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        if (pool.now() >= next) {
            return true;
        }
        if (wokenAt != next) {
            wokenAt = next;
            waker.after(next - pool.now());
        }
        return false;
    }

    @Override
    public void dialed(UUID ofCampaign) {
        if (ofCampaign.equals(campaignId)) {
            double gap = -Math.log(1 - random.nextDouble()) / Math.max(SLOWEST, perSecond.getAsDouble());
            next += (long) (NANOS * gap);
        }
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.empty();
    }
}
