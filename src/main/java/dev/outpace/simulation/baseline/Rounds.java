package dev.outpace.simulation.baseline;

import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.PacingPolicy;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntSupplier;

/** A dialer that wakes up periodically, places a number of calls, and sleeps again. */
final class Rounds implements PacingPolicy, FloorListener {
    private static final double NANOS = 1e9;

    private final UUID campaignId;
    private final Waker waker;
    private final long every;
    private final IntSupplier callsToPlace;
    private int left;

    /**
     * @param every seconds between rounds
     * @param callsToPlace asked once per round
     */
    Rounds(UUID campaignId, QueueFloor queue, Waker waker, double every, IntSupplier callsToPlace) {
        this.campaignId = campaignId;
        this.waker = waker;
        this.every = (long) (every * NANOS);
        this.callsToPlace = callsToPlace;
        queue.listen(this);
        waker.after(0, this::round);
    }

    private void round() {
        left = Math.max(0, callsToPlace.getAsInt());
        waker.after(every, this::round);
    }

    @Override
    public boolean mayDial(PacingSnapshot snapshot) {
        return left > 0;
    }

    @Override
    public void dialed(Line line) {
        if (line.campaign().id().equals(campaignId)) {
            left--;
        }
    }

    @Override
    public OptionalInt allowed(PacingSnapshot snapshot) {
        return OptionalInt.of(snapshot.dialing() + left);
    }
}
