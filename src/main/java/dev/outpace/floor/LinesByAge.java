package dev.outpace.floor;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one campaign in one queue that ring, or that stand at one stage of the flow, by the time since they began to ring or
 * came to the stage.
 */
public final class LinesByAge {
    /** Seconds of one step of age. */
    public static final double STEP_SECONDS = 0.5;

    /** Calls that are older than this many steps are counted, but have no age. */
    public static final int STEPS = 256;

    private static final long STEP = (long) (STEP_SECONDS * 1e9);
    private static final int FIRST_ROOM = 8;

    private final CampaignFloor campaign;
    private final @Nullable UUID stage;
    private final int number;
    /** The steps of time in which calls began that are still here, in order, from {@code first} on. */
    private long[] steps = new long[FIRST_ROOM];

    /** How many of these calls began in each of the steps. */
    private int[] begun = new int[FIRST_ROOM];

    private int first;
    private int end;
    private int count;
    private long changes;

    LinesByAge(CampaignFloor campaign, @Nullable UUID stage, int number) {
        this.campaign = campaign;
        this.stage = stage;
        this.number = number;
    }

    public CampaignFloor campaign() {
        return campaign;
    }

    /** The stage of the flow at which the calls stand; null if they ring. */
    public @Nullable UUID stage() {
        return stage;
    }

    /**
     * A small number that no others of its queue have while it is there, as an index into what is kept of each; later ones may have
     * it.
     */
    public int number() {
        return number;
    }

    /** A number that grows with every call that comes or goes. */
    public long changes() {
        return changes;
    }

    /** The step of time in which a moment lies. All calls are one step older in the next one. */
    public static long step(long now) {
        return now / STEP;
    }

    void begins(long at) {
        count++;
        changes++;
        long step = step(at);
        int place = place(step);
        if (place == end || steps[place] != step) {
            insert(place, step);
            place = place(step);
        }
        begun[place]++;
    }

    void ends(long begunAt) {
        count--;
        changes++;
        int place = place(step(begunAt));
        begun[place]--;
        if (begun[place] == 0) {
            remove(place);
        }
    }

    /** Where a step stands, or would stand; calls mostly begin in the last one. */
    private int place(long step) {
        if (first == end || steps[end - 1] < step) {
            return end;
        }
        int found = Arrays.binarySearch(steps, first, end, step);
        return found >= 0 ? found : -found - 1;
    }

    private void insert(int place, long step) {
        int at = place;
        if (end == steps.length) {
            int size = end - first;
            int room = 2 * size > steps.length ? 2 * steps.length : steps.length;
            var movedSteps = new long[room];
            var movedBegun = new int[room];
            System.arraycopy(steps, first, movedSteps, 0, size);
            System.arraycopy(begun, first, movedBegun, 0, size);
            steps = movedSteps;
            begun = movedBegun;
            at -= first;
            first = 0;
            end = size;
        }
        System.arraycopy(steps, at, steps, at + 1, end - at);
        System.arraycopy(begun, at, begun, at + 1, end - at);
        steps[at] = step;
        begun[at] = 0;
        end++;
    }

    private void remove(int place) {
        if (place == first) {
            first++;
        } else {
            System.arraycopy(steps, place + 1, steps, place, end - place - 1);
            System.arraycopy(begun, place + 1, begun, place, end - place - 1);
            end--;
        }
    }

    public int count() {
        return count;
    }

    @FunctionalInterface
    public interface OfAge {
        /**
         * @param steps of age, less than {@link #STEPS}
         * @param calls at least 1
         */
        void are(int steps, int calls);
    }

    /** Passes the number of calls of each age that any has, the youngest first. */
    public void forEach(long now, OfAge what) {
        long step = step(now);
        for (int place = end - 1; place >= first; place--) {
            long age = step - steps[place];
            if (age >= STEPS) {
                return;
            }
            what.are((int) age, begun[place]);
        }
    }
}
