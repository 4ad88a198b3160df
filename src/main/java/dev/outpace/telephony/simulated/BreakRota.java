package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.model.Ids;
import org.jspecify.annotations.Nullable;

/** Sends agents on their breaks, time and again. */
final class BreakRota implements Runnable {
    private final World world;
    private final SimulatedFloor floor;
    private EngineClock.@Nullable Timer timer;
    private long turns;

    BreakRota(World world, SimulatedFloor floor) {
        this.world = world;
        this.floor = floor;
    }

    /** Begins a new interval by the settings of now. */
    void begin() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        var breaks = world.settings().breaks();
        if (breaks.share() > 0) {
            timer = world.after(breaks.every(), this);
        }
    }

    @Override
    public void run() {
        var breaks = world.settings().breaks();
        floor.takeBreak(breaks.share(), breaks.length(), world.dice(Ids.NIL, turns++));
        begin();
    }
}
