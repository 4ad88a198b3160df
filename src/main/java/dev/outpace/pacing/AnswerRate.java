package dev.outpace.pacing;

/**
 * The share of dials that people answer, as it is now: a long memory while nothing changes, and a short one from the moment at
 * which the two disagree by more than chance explains.
 */
final class AnswerRate {
    private static final double LONG_MEMORY = 1_000;
    private static final double SHORT_MEMORY = 120;
    /** Standard deviations of the short memory's average that chance explains. */
    private static final double DISAGREEMENT = 3.2;
    /** Before anything was seen: rather too many answers than too few. */
    private static final double GUESS = 0.6;

    private static final double GUESS_WEIGHT = 10;
    /** However bad the numbers are now, better ones may follow at once. */
    private static final double LOWEST_OF_ALL = 1.0 / 3;

    private static final double LOWEST = 0.005;

    private double rate = GUESS;
    private double weight = GUESS_WEIGHT;
    private double lately = GUESS;
    private double allAnswered = GUESS * GUESS_WEIGHT;
    private double all = GUESS_WEIGHT;
    private long seen;

    void saw(boolean answered) {
        double value = answered ? 1 : 0;
        seen++;
        allAnswered += value;
        all++;
        weight = Math.min(LONG_MEMORY, weight + 1);
        rate += (value - rate) / weight;
        lately += (value - lately) / Math.min(SHORT_MEMORY, weight);
        double deviation = Math.sqrt(Math.max(rate * (1 - rate), 0.01) / (2 * SHORT_MEMORY - 1));
        if (weight > SHORT_MEMORY && Math.abs(lately - rate) > DISAGREEMENT * deviation) {
            rate = lately;
            weight = SHORT_MEMORY;
        }
    }

    /** Dials of which the outcome was seen. */
    long seen() {
        return seen;
    }

    double now() {
        return Math.max(Math.max(rate, LOWEST), LOWEST_OF_ALL * allAnswered / all);
    }
}
