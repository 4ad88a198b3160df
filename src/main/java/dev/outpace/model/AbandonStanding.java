package dev.outpace.model;

/**
 * Where a campaign stands against its abandon target.
 *
 * @param abandoned calls abandoned in the window
 * @param of calls in the window of which they are a share, by the campaign's denominator
 * @param target highest share, 0.03 for 3 %
 */
public record AbandonStanding(long abandoned, long of, double target) {
    /** 0 before any call. */
    public double rate() {
        return of == 0 ? 0 : (double) abandoned / of;
    }

    /** Calls that may still be abandoned; below 0 when too many were. */
    public double callsLeft() {
        return target * of - abandoned;
    }

    /** One call alone is no share: no target allows it among the first calls of a window. */
    public boolean isOver() {
        return abandoned > 1 && abandoned > target * of;
    }
}
