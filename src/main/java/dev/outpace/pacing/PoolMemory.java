package dev.outpace.pacing;

import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.AgentPool;
import dev.outpace.floor.FloorListener;
import dev.outpace.floor.Line;
import dev.outpace.floor.RingingLines;

/** What was learned of the people and callers of one queue, or of several that people connect, from what happened there. */
final class PoolMemory implements FloorListener {
    /** After so many seconds without an agent the law of several countries calls a caller abandoned. */
    private static final double ABANDONED_AFTER = 2;

    /** However patient callers are: nobody is dialed in the hope that they wait longer. */
    private static final double LONGEST_PATIENCE = 5;

    private static final double PATIENCE_MEMORY = 20;

    /** How long agents talk and wrap up; begun with a careful guess. */
    final Durations talk = new Durations(3_600, 500, 180, 3);

    final Durations wrapUp = new Durations(600, 500, 60, 3);
    /** Of all campaigns together. */
    final Durations timeToAnswer = new Durations(RingingLines.STEPS * RingingLines.STEP_SECONDS, 2_000, 8, 5);

    final AnswerRate answerRate = new AnswerRate();
    final AbandonControl control = new AbandonControl();
    final Outlook outlook;
    private final AgentPool pool;
    private final PacingMemory all;
    /** Seconds, of those who did not wait longer. */
    private double patience = ABANDONED_AFTER;

    PoolMemory(AgentPool pool, PacingMemory all) {
        this.pool = pool;
        this.all = all;
        outlook = new Outlook(pool, this, all);
    }

    @Override
    public void dialed(Line line) {
        outlook.expects(line.campaign());
    }

    @Override
    public void answered(Line line, double seconds) {
        answerRate.saw(true);
        timeToAnswer.saw(seconds);
        outlook.learned();
    }

    @Override
    public void unanswered(Line line, double seconds) {
        answerRate.saw(false);
        outlook.learned();
    }

    @Override
    public void leftQueue(Line line, double seconds) {
        patience += (seconds - patience) / PATIENCE_MEMORY;
    }

    @Override
    public void phaseEnded(AgentPhase phase, double seconds) {
        switch (phase) {
            case TALKING -> talk.saw(seconds);
            case WRAPPING_UP -> wrapUp.saw(seconds);
            case FREE, RINGING, AWAY, OFFLINE -> {}
        }
        outlook.learned();
    }

    /** Seconds that callers wait before they give up, as far as pacing may count on it: of several queues the shortest. */
    double patience() {
        double shortest = LONGEST_PATIENCE;
        for (var queue : pool.queues()) {
            shortest = Math.min(shortest, all.of(queue).patience);
        }
        return shortest;
    }
}
