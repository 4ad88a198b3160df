package dev.outpace.simulation.baseline;

import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.AgentPhase;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.pacing.PoolListener;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What the code of the published platform does, other than its document says: one call if floor(available × service_level /
 * 100) > dialing, so that a higher level dials more; the next look is 0.5 s after a call and 5 s after none. Agents whom an
 * answered caller is on the way to count as available.
 */
public final class VoipbinCode implements PacingPolicy, PoolListener {
    private static final long AFTER_CALL = Duration.ofMillis(500).toNanos();
    private static final long AFTER_NONE = Duration.ofSeconds(5).toNanos();
    private static final int PERCENT = 100;

    private final UUID campaignId;
    private final AgentPool pool;
    private final Waker waker;
    private final long level;
    private long next;

    /** @param level percent; higher dials more */
    public VoipbinCode(UUID campaignId, AgentPool pool, Waker waker, double level) {
        this.campaignId = campaignId;
        this.pool = pool;
        this.waker = waker;
        this.level = (long) level;
        next = pool.now();
        pool.listen(this);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        if (pool.now() < next) {
            return false;
        }
        if (lines() > snapshot.ownDialing()) {
            return true;
        }
        lookAgainAfter(AFTER_NONE);
        return false;
    }

    private long lines() {
        return pool.agents(AgentPhase.FREE) * level / PERCENT;
    }

    @Override
    public void dialed(UUID ofCampaign) {
        if (ofCampaign.equals(campaignId)) {
            lookAgainAfter(AFTER_CALL);
        }
    }

    private void lookAgainAfter(long nanos) {
        next = pool.now() + nanos;
        waker.after(nanos);
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.of(Math.toIntExact(lines()));
    }
}
