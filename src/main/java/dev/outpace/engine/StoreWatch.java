package dev.outpace.engine;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.TargetPool.Unavailable;
import dev.outpace.model.Ids;
import java.util.UUID;

/** The store: while it can't be written no call is placed, and calls in progress go on. */
final class StoreWatch {
    private final Floor floor;

    StoreWatch(Floor floor) {
        this.floor = floor;
    }

    /** One alarm, until it can be written again. */
    void down(StoreDown down) {
        if (floor.storeDown == null) {
            floor.storeDown = down;
            floor.alarm(Ids.NIL, down.problem());
            floor.wakeAll();
        }
    }

    void up() {
        if (floor.storeDown != null) {
            floor.storeDown = null;
            floor.listIds().forEach(this::recount);
            floor.somethingMayBeDueEverywhere();
            floor.wakeAll();
        }
    }

    /** What can't be counted now is counted when the store is up again. */
    void recount(UUID outdialId) {
        try {
            floor.list(outdialId).counts = floor.pool.counts(outdialId);
        } catch (Unavailable failure) {
            down(failure.down());
        }
    }
}
