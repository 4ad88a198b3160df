package dev.outpace.truth;

import dev.outpace.simulation.DayResult;

/**
 * What came of a half hour. Calls are those that ended in it.
 *
 * @param utilisation talk and the work after it, as a share of the time in which agents were there
 */
record Measured(double utilisation, long dials, long answered, long abandoned, long handled) {
    static Measured of(DayResult day) {
        return new Measured(day.utilisation(), day.dials(), day.answered(), day.abandoned(), day.handled());
    }

    double abandonRate() {
        return answered == 0 ? 0 : (double) abandoned / answered;
    }
}
