package dev.outpace.pacing;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonStanding;
import dev.outpace.model.PacingChoice;
import java.util.OptionalLong;

/** The ringing lines of one campaign by age, and what was learned of its numbers. */
final class RingingLines {
    /** Nanoseconds of one step of age, as {@link Durations#STEP}. */
    private static final long STEP = (long) (Durations.STEP * 1e9);

    /** Older lines than this many steps are not expected to be answered. */
    static final int OLDEST = 256;

    static final double LONGEST = OLDEST * Durations.STEP;

    private static final double LATELY = 600e9;
    private static final long STILL_WANTS = 2_000_000_000L;

    final AnswerRate answerRate = new AnswerRate();
    final Durations timeToAnswer = new Durations(LONGEST, 2_000, 8, 5);
    final Durations timeToFail = new Durations(LONGEST, 2_000, 20, 5);
    final AbandonLedger ledger = new AbandonLedger();
    private final int[] byStep = new int[OLDEST];
    private int ringing;
    private long newest;
    private long firstDialedAt = Long.MAX_VALUE;
    private double lately;
    private long latelyAt;
    private long askedAt = Long.MIN_VALUE / 2;

    void dialed(Line line) {
        moveTo(line.dialedAt);
        ringing++;
        firstDialedAt = Math.min(firstDialedAt, line.dialedAt);
        lately = lately(line.dialedAt) + 1;
        latelyAt = line.dialedAt;
        byStep[slot(line.dialedAt / STEP)]++;
    }

    void resolved(Line line, long now, boolean wasAnswered) {
        moveTo(now);
        ringing--;
        if (newest - line.dialedAt / STEP < OLDEST) {
            byStep[slot(line.dialedAt / STEP)]--;
        }
        answerRate.saw(wasAnswered);
        (wasAnswered ? timeToAnswer : timeToFail).saw((now - line.dialedAt) / 1e9);
    }

    /** Steps that come into use are emptied of lines that are too old to be answered. */
    void moveTo(long now) {
        long step = now / STEP;
        for (long passed = Math.max(newest + 1, step - OLDEST + 1); passed <= step; passed++) {
            byStep[slot(passed)] = 0;
        }
        newest = Math.max(newest, step);
    }

    private static int slot(long step) {
        return (int) (step & (OLDEST - 1));
    }

    /** Dials of the last minutes, earlier ones counting less. */
    double lately(long now) {
        return lately * Math.exp((latelyAt - now) / LATELY);
    }

    /** The campaign wants to dial at this moment. */
    void asked(long now) {
        askedAt = now;
    }

    /** Whether it wanted to dial a moment ago: all are asked once a second. */
    boolean wantsToDial(long now) {
        return now - askedAt < STILL_WANTS;
    }

    /** Within the campaign's window, which ends with an hour. */
    AbandonStanding standing(PacingChoice choice, long hour) {
        var window = choice.window().length();
        return standing(choice, window == null ? ledger.ever() : ledger.within(hour, window.toHours()));
    }

    private static AbandonStanding standing(PacingChoice choice, AbandonLedger.Counts counts) {
        boolean ofQueued = choice.denominator() == AbandonDenominator.QUEUED;
        return new AbandonStanding(
                counts.abandoned(), ofQueued ? counts.queued() : counts.answered(), choice.abandonTarget());
    }

    /** The hour in which so much has left the window that the target holds again; empty where the window loses nothing. */
    OptionalLong withinTargetAt(PacingChoice choice, long hour) {
        var window = choice.window().length();
        return window == null
                ? OptionalLong.empty()
                : ledger.firstHour(
                        hour,
                        window.toHours(),
                        counts -> !standing(choice, counts).isOver());
    }

    /** Nanoseconds; the largest number before any. */
    long firstDialedAt() {
        return firstDialedAt;
    }

    int ringing() {
        return ringing;
    }

    /** Lines that were dialed so many steps before the newest moment told. */
    int ofAge(int steps) {
        return byStep[slot(newest - steps)];
    }
}
