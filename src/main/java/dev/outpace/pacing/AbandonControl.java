package dev.outpace.pacing;

/**
 * Keeps the abandoned calls of one pool at their share: how much of its target a campaign may risk with one line follows the
 * calls that may still be abandoned. Each abandoned call makes all campaigns of the queue more careful and each answer a
 * little less, so that the share comes out whatever the model behind the risk overlooks.
 */
final class AbandonControl {
    /**
     * Share of the target that one line may risk where a line is never and where it is always answered. A risk is weighed when a
     * line is dialed; the lines dialed after it raise it, the more of them the fewer are answered. Found in simulation, and only where
     * the control starts from.
     */
    private static final double SHARE_AT_NO_ANSWERS = 0.25;

    private static final double SHARE_PER_ANSWER = 1.3;

    /** What one abandoned call changes, in the logarithm, with {@link #AGENTS} agents; less with more, as calls come faster. */
    private static final double GAIN = 0.14;

    private static final double AGENTS = 20;
    /** The same for good: what the present balance can't settle is learned slowly. */
    private static final double LEARNING = 0.006;

    private static final double MAX_LEARNED = 1.5;
    /** Kept back so that the share ends under the target, not around it, in the logarithm; and for one agent more. */
    private static final double RESERVE = 0.35;

    private static final double RESERVE_OF_ONE = 1;

    /** Part of the target that is aimed at, for the same reason. */
    private static final double AIM = 0.985;

    private static final double MAX_SAVED = 1.1;
    private static final double MAX_OWED = -4;
    /** However few have been abandoned, as where callers are patient: waiting, too, is bad for them. */
    private static final double LARGEST_SHARE = 2;

    /** Calls by which a single campaign may be worse off than the pool. */
    private static final double OWN_ALLOWANCE = 3;

    private double balance;
    private double learned;

    /** The balance in calls: what the answers allowed so far, less what was abandoned. */
    void answered(double target, int agents) {
        double allowed = AIM * target;
        balance = Math.min(MAX_SAVED / gain(agents), balance + allowed);
        learned = Math.min(MAX_LEARNED, learned + LEARNING * allowed);
    }

    void abandoned() {
        balance -= 1;
        learned = Math.max(-MAX_LEARNED, learned - LEARNING);
    }

    /**
     * The share of the target that one line may risk now.
     *
     * @param ownBudget calls that the campaign itself may still lose in its window
     * @param answerRate of the campaign
     * @param agents at work in the pool
     */
    double share(double ownBudget, double answerRate, int agents) {
        double gain = gain(agents);
        double owed = gain * Math.min(balance, ownBudget + OWN_ALLOWANCE);
        double share = (SHARE_AT_NO_ANSWERS + SHARE_PER_ANSWER * answerRate)
                * Math.exp(learned + Math.max(MAX_OWED, owed) - RESERVE - RESERVE_OF_ONE / Math.max(1, agents));
        return Math.min(LARGEST_SHARE, share);
    }

    private static double gain(int agents) {
        return GAIN * Math.sqrt(AGENTS / Math.max(1, agents));
    }
}
