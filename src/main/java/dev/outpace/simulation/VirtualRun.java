package dev.outpace.simulation;

import dev.outpace.engine.CampaignEngine;
import dev.outpace.engine.EngineInbox;
import java.time.Duration;

/**
 * Drives an engine by a virtual clock. At each instant, all events are applied, then calls are launched, then the clock jumps
 * to the next timer.
 */
public final class VirtualRun {
    private final VirtualClock clock;
    private final EngineInbox inbox;
    private final CampaignEngine engine;

    public VirtualRun(VirtualClock clock, EngineInbox inbox, CampaignEngine engine) {
        this.clock = clock;
        this.inbox = inbox;
        this.engine = engine;
    }

    /** Works until nothing is left to do at this instant. */
    public void settle() {
        do {
            applyAll();
        } while (engine.launch() || dueNow());
    }

    private void applyAll() {
        boolean worked = true;
        while (worked) {
            worked = inbox.applyTo(engine);
            while (dueNow() && clock.runNext()) {
                worked = true;
            }
        }
    }

    private boolean dueNow() {
        return clock.nextNanos() <= clock.monotonicNanos();
    }

    public void run(Duration engineTime) {
        settle();
        long end = clock.monotonicNanos() + engineTime.toNanos();
        while (clock.nextNanos() <= end) {
            clock.runNext();
            settle();
        }
        clock.run(Duration.ofNanos(end - clock.monotonicNanos()));
    }
}
