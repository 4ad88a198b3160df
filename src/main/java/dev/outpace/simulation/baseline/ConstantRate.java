package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.pacing.PoolListener;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/** Calls at even distances, whatever the agents are at. */
public final class ConstantRate implements PacingPolicy, PoolListener {
    private static final double NANOS = 1e9;
    private static final double SLOWEST = 1e-4;

    private final UUID campaignId;
    private final AgentPool pool;
    private final Waker waker;
    private final DoubleSupplier perSecond;
    private long next;
    private long wokenAt;

    /** @param perSecond calls; asked for each call */
    public ConstantRate(UUID campaignId, AgentPool pool, Waker waker, DoubleSupplier perSecond) {
        this.campaignId = campaignId;
        this.pool = pool;
        this.waker = waker;
        this.perSecond = perSecond;
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
            UUID campaignId, AgentPool pool, Waker waker, double abandonTarget, double answered, double handleSeconds) {
        return new ConstantRate(
                campaignId,
                pool,
                waker,
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
            next += (long) (NANOS / Math.max(SLOWEST, perSecond.getAsDouble()));
        }
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.empty();
    }
}
