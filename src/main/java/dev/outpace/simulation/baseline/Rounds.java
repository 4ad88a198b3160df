package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.pacing.PoolListener;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** A dialer that wakes up every few seconds, places so many calls, and sleeps again. */
final class Rounds implements PacingPolicy, PoolListener {
    private static final double NANOS = 1e9;

    private final UUID campaignId;
    private final AgentPool pool;
    private final Waker waker;
    private final long every;
    private final ToIntFunction<PacingSnapshot> callsToPlace;
    private long next;
    private int left;

    /**
     * @param every seconds from round to round
     * @param callsToPlace in this round; asked once a round
     */
    Rounds(UUID campaignId, AgentPool pool, Waker waker, double every, ToIntFunction<PacingSnapshot> callsToPlace) {
        this.campaignId = campaignId;
        this.pool = pool;
        this.waker = waker;
        this.every = (long) (every * NANOS);
        this.callsToPlace = callsToPlace;
        next = pool.now();
        pool.listen(this);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        if (pool.now() >= next) {
            left = Math.max(0, callsToPlace.applyAsInt(snapshot));
            while (next <= pool.now()) {
                next += every;
            }
            waker.after(next - pool.now());
        }
        return left > 0;
    }

    @Override
    public void dialed(UUID ofCampaign) {
        if (ofCampaign.equals(campaignId)) {
            left--;
        }
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.of(snapshot.dialing() + left);
    }
}
