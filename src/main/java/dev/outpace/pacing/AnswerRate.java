package dev.outpace.pacing;

/**
 * The present share of dials that people answer. It uses a long memory while nothing changes. It switches to a short memory
 * when the two differ by more than chance explains, and to the latest dials when these are answered far more often.
 */
final class AnswerRate {
    private static final double LONG_MEMORY = 1_000;
    private static final double SHORT_MEMORY = 120;
    private static final double LATEST_MEMORY = 25;
    /**
     * Answers come sooner than failures. A memory that holds fewer dials than ring at once would therefore see waves: first
     * only answers, then only failures. Each memory holds at least this many times the ringing lines.
     */
    private static final double SHORT_ROUNDS = 8;

    private static final double LATEST_ROUNDS = 2;

    private static final double LONG_ROUNDS = 54;
    /** Difference that chance still explains, in standard deviations of the short memory's average. */
    private static final double DISAGREEMENT = 3.2;

    /** The same for a rate that rises: too low a rate costs callers, too high a one only time. */
    private static final double RISE = 1.9;

    private static final double LATEST_RISE = 2.5;
    /** Rate before the first dial has ended; rather too high than too low. */
    private static final double GUESS = 0.6;

    private static final double GUESS_WEIGHT = 10;
    /** Most that dials of before count. */
    private static final double KNOWN_WEIGHT = 60;
    /** While the first lines ring, they count so many times these lines. */
    private static final double KNOWN_ROUNDS = 6;

    /** Lower bound as a share of the overall rate: after a bad part of a list, better numbers may follow at once. */
    private static final double LOWEST_OF_ALL = 1.0 / 3;

    private static final double LOWEST = 0.005;

    private double rate;
    private double weight = GUESS_WEIGHT;
    private double recentRate;
    private double latestRate;
    private double allAnswered;
    private double all = GUESS_WEIGHT;
    private long seen;
    private long known;
    private double knownRate;
    /**
     * Whether the first lines still ring. Some of their outcomes come sooner than others, so that the first ones tell little; until
     * then earlier dials count for more.
     */
    private boolean inFirstWave;

    private double seenAnswered;

    private AnswerRate(double guess) {
        rate = guess;
        recentRate = guess;
        latestRate = guess;
        allAnswered = guess * GUESS_WEIGHT;
    }

    static AnswerRate ofDials() {
        return new AnswerRate(GUESS);
    }

    /** The share of answered callers who come to a queue. */
    static AnswerRate ofCallers() {
        return new AnswerRate(1);
    }

    /**
     * Begins with what earlier dials came to. Must be called before {@link #observe}. They count less than as many present
     * dials, because the list may answer otherwise by now.
     *
     * @param dials whose outcome is known; of several calls, the dials add up
     */
    void knew(long answered, long dials) {
        if (dials <= 0) {
            return;
        }
        double before = known + GUESS_WEIGHT;
        rate = (rate * before + Math.min(answered, dials)) / (before + dials);
        recentRate = rate;
        latestRate = rate;
        known += dials;
        weight = Math.min(KNOWN_WEIGHT, known + GUESS_WEIGHT);
        all = weight;
        allAnswered = rate * weight;
        knownRate = rate;
        inFirstWave = known >= KNOWN_WEIGHT;
    }

    /** Begins with what another rate knows. */
    void knewAs(AnswerRate other) {
        long dials = Math.min((long) LONG_MEMORY, other.seen + other.known);
        knew(Math.round(other.now() * dials), dials);
    }

    /** Whether earlier dials told enough to begin by. */
    boolean isKnown() {
        return known >= SHORT_MEMORY;
    }

    /**
     * Learns from a dial that has ended.
     *
     * @param ringing number of lines that are ringing meanwhile
     */
    void observe(boolean answered, int ringing) {
        double shortMemory = Math.max(SHORT_MEMORY, SHORT_ROUNDS * ringing);
        double latestMemory = Math.max(LATEST_MEMORY, LATEST_ROUNDS * ringing);
        double longMemory = Math.max(LONG_MEMORY, LONG_ROUNDS * ringing);
        double value = answered ? 1 : 0;
        seen++;
        seenAnswered += value;
        allAnswered += value;
        all++;
        if (inFirstWave) {
            inFirstWave = seen < ringing;
            double before =
                    inFirstWave ? Math.clamp(KNOWN_ROUNDS * ringing, KNOWN_WEIGHT, (double) known) : KNOWN_WEIGHT;
            weight = before + seen;
            rate = (before * knownRate + seenAnswered) / weight;
            recentRate = rate;
            return;
        }
        weight = Math.min(longMemory, weight + 1);
        rate += (value - rate) / weight;
        recentRate += (value - recentRate) / Math.min(shortMemory, weight);
        latestRate += (value - latestRate) / Math.min(latestMemory, weight);
        double change = (recentRate - rate) / deviation(shortMemory);
        if (weight > shortMemory && (change > RISE || change < -DISAGREEMENT)) {
            rate = recentRate;
            weight = shortMemory;
        }
        if (weight > latestMemory && (latestRate - rate) / deviation(latestMemory) > LATEST_RISE) {
            rate = latestRate;
            weight = latestMemory;
        }
    }

    /** Standard deviation of a fading average over so many dials. */
    private double deviation(double memory) {
        return Math.sqrt(Math.max(rate * (1 - rate), 0.01) / (2 * memory - 1));
    }

    /** Number of dials whose outcome is known. */
    long observations() {
        return seen;
    }

    double now() {
        return Math.max(Math.max(rate, LOWEST), LOWEST_OF_ALL * allAnswered / all);
    }
}
