package dev.outpace.floor;

/** Dialing calls of one campaign in one queue, by age. */
public final class RingingLines {
    /** Seconds of one step of age. */
    public static final double STEP_SECONDS = 0.5;

    /** Calls that are older than this many steps are counted, but have no age. */
    public static final int STEPS = 256;

    private static final long STEP = (long) (STEP_SECONDS * 1e9);

    private final CampaignFloor campaign;
    private final int[] byStep = new int[STEPS];
    private int count;
    private long newest;

    RingingLines(CampaignFloor campaign) {
        this.campaign = campaign;
    }

    public CampaignFloor campaign() {
        return campaign;
    }

    void begins(long dialedAt) {
        moveTo(dialedAt);
        count++;
        byStep[slot(dialedAt / STEP)]++;
    }

    void ends(long dialedAt, long now) {
        moveTo(now);
        count--;
        if (newest - dialedAt / STEP < STEPS) {
            byStep[slot(dialedAt / STEP)]--;
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

    /** Number of calls that were dialed {@code steps} ago. */
    public int ofAge(int steps, long now) {
        long step = now / STEP - steps;
        return step > newest || step <= newest - STEPS ? 0 : byStep[slot(step)];
    }
}
