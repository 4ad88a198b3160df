package dev.outpace.telephony.simulated;

import dev.outpace.telephony.simulated.WorldSettings.Dial;

/** What becomes of the numbers that one campaign dials, and how that changes in the course of the day. */
public record Numbers(Dial dial, Drift drift) {
    /** The share that answers, so many seconds after the world began; what others answer less, nobody answers. */
    public double answered(double seconds) {
        double others = dial.rejected() + dial.busy() + dial.badNumber() + dial.failed();
        return Math.clamp(dial.answered() * drift.factor(seconds), 0, 1 - others);
    }
}
