package dev.outpace.ui.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** Calls per minute, now and over the last minutes, from the calls of each second. */
final class CallRate {
    private static final int SECONDS = 60;
    /** Seconds from point to point of the series. */
    private static final int STEP = 10;

    private static final int MAX_POINTS = 30;
    /** Before that a rate would be a guess. */
    private static final int MIN_SECONDS = 10;

    private final int[] bySecond = new int[SECONDS];
    private final Deque<Integer> past = new ArrayDeque<>();
    private int sum;
    private int placed;
    private long seconds;

    void placed(int calls) {
        placed += calls;
    }

    /** Once a second. */
    void tick() {
        int slot = (int) (seconds % SECONDS);
        sum += placed - bySecond[slot];
        bySecond[slot] = placed;
        placed = 0;
        seconds++;
        if (seconds % STEP == 0 && seconds >= MIN_SECONDS) {
            past.add(perMinute());
            if (past.size() > MAX_POINTS) {
                past.removeFirst();
            }
        }
    }

    int perMinute() {
        if (seconds < MIN_SECONDS) {
            return 0;
        }
        return Math.round((float) sum * SECONDS / Math.min(SECONDS, seconds));
    }

    /** One point for ten seconds, oldest first, five minutes at most. */
    double[] series() {
        return past.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
