package dev.outpace.floor;

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

    private final CampaignFloor campaign;
    private final @Nullable UUID stage;
    private final int[] byStep = new int[STEPS];
    private int count;
    private long newest;

    LinesByAge(CampaignFloor campaign, @Nullable UUID stage) {
        this.campaign = campaign;
        this.stage = stage;
    }

    public CampaignFloor campaign() {
        return campaign;
    }

    /** The stage of the flow at which the calls stand; null if they ring. */
    public @Nullable UUID stage() {
        return stage;
    }

    void begins(long at) {
        moveTo(at);
        count++;
        byStep[slot(at / STEP)]++;
    }

    void ends(long begunAt, long now) {
        moveTo(now);
        count--;
        if (newest - begunAt / STEP < STEPS) {
            byStep[slot(begunAt / STEP)]--;
        }
    }

    /** Clears the steps that are used again for new calls. */
    private void moveTo(long now) {
        long step = now / STEP;
        for (long passed = Math.max(newest + 1, step - STEPS + 1); passed <= step; passed++) {
            byStep[slot(passed)] = 0;
        }
        newest = Math.max(newest, step);
    }

    private static int slot(long step) {
        return (int) (step & (STEPS - 1));
    }

    public int count() {
        return count;
    }

    /** Number of calls that began to ring, or came to the stage, {@code steps} ago. */
    public int ofAge(int steps, long now) {
        long step = now / STEP - steps;
        return step > newest || step <= newest - STEPS ? 0 : byStep[slot(step)];
    }
}
