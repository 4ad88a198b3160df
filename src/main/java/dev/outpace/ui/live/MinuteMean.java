package dev.outpace.ui.live;

import dev.outpace.ui.controls.PacingSamples;

/** The mean of the seconds of a minute. */
final class MinuteMean {
    private static final long MINUTE = 60_000;

    private long began;
    private double available;
    private double limit;
    private double dialing;
    private int seconds;

    void begin(long millis) {
        began = millis;
        available = 0;
        limit = 0;
        dialing = 0;
        seconds = 0;
    }

    boolean isOver(long millis) {
        return millis - began >= MINUTE;
    }

    void take(double availableNow, double limitNow, double dialingNow) {
        available += availableNow;
        limit += limitNow;
        dialing += dialingNow;
        seconds++;
    }

    /** As one sample at the beginning of the minute; nothing without a second. */
    void addTo(PacingSamples samples) {
        if (seconds > 0) {
            samples.add(began, available / seconds, limit / seconds, dialing / seconds);
        }
    }
}
