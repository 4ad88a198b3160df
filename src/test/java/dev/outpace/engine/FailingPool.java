package dev.outpace.engine;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.StoreFault;
import dev.outpace.model.TargetCounts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Targets whose claims and counts fail while they are told to, as those of a store on a full disk. */
final class FailingPool implements TargetPool {
    static final StoreDown FULL = new StoreDown(StoreFault.DISK_FULL, "/workspace", "16");

    private final TargetPool pool;
    boolean fails;
    /** A list that can't be counted, though others can; null for none. */
    @Nullable
    UUID failsOf;

    FailingPool(TargetPool pool) {
        this.pool = pool;
    }

    @Override
    public ClaimResult claim(Claim claim) {
        mayFail();
        return pool.claim(claim);
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        mayFail();
        if (outdialId.equals(failsOf)) {
            throw new Unavailable(FULL);
        }
        return pool.counts(outdialId);
    }

    private void mayFail() {
        if (fails) {
            throw new Unavailable(FULL);
        }
    }
}
