package dev.outpace.pacing;

import dev.outpace.floor.LinesByAge;

/**
 * What was learned of calls that go through something which they leave in one of two ways: ringing, to an answer or to none; a
 * stage of the flow, to the queue or to an end without it.
 */
final class Passage {
    private static final double LONGEST = LinesByAge.STEPS * LinesByAge.STEP_SECONDS;
    private static final double MEMORY = 2_000;
    private static final double GUESS_WEIGHT = 5;
    /** Before anything is known, a caller in the flow counts as one who comes to the queue at once. */
    private static final double AT_ONCE = 0.1;

    private static final double TO_ANSWER = 8;
    private static final double TO_FAILURE = 20;

    /** The present share that leaves by the first way. */
    final AnswerRate chance;
    /** Seconds until the first way. */
    final Durations toSuccess;
    /** Seconds until the other way. */
    final Durations toFailure;

    private Passage(AnswerRate chance, double success, double failure) {
        this.chance = chance;
        toSuccess = new Durations(LONGEST, MEMORY, success, GUESS_WEIGHT);
        toFailure = new Durations(LONGEST, MEMORY, failure, GUESS_WEIGHT);
    }

    static Passage ringing() {
        return new Passage(AnswerRate.ofDials(), TO_ANSWER, TO_FAILURE);
    }

    static Passage throughFlow() {
        return new Passage(AnswerRate.ofCallers(), AT_ONCE, TO_FAILURE);
    }

    /** Learns of the time before. */
    void knew(boolean success, double seconds) {
        chance.knew(success ? 1 : 0, 1);
        knewTime(success, seconds);
    }

    /** The same where the chance is known otherwise. */
    void knewTime(boolean success, double seconds) {
        (success ? toSuccess : toFailure).observe(seconds);
    }

    /** @param present number of calls that go through it meanwhile */
    void observe(boolean success, double seconds, int present) {
        chance.observe(success, present);
        (success ? toSuccess : toFailure).observe(seconds);
    }
}
