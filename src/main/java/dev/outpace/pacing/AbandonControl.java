package dev.outpace.pacing;

import dev.outpace.model.AbandonStanding;

/**
 * Holds the abandon rate of one pool at its target. It decides how much of its abandon target a campaign may risk with one
 * line, depending on the number of calls that may still be abandoned. Each abandoned call makes all campaigns of the pool more
 * careful, and each answer makes them a little less careful. The rate therefore reaches its target even where the model behind
 * the risk is wrong.
 */
final class AbandonControl {
    /**
     * Share of the target that one line may risk: the first value in proportion to the target, the second in proportion to the
     * answer rate. A risk is computed when a line is dialed, and lines dialed later raise it; the lower the answer rate, the
     * more such lines there are, and the lower the risk, the more each of them adds to it. Both values were found in simulation.
     * They are only the starting point of the control.
     */
    private static final double SHARE_PER_TARGET = 8.3;

    private static final double SHARE_PER_ANSWER = 1.3;

    /**
     * Change of the share by one abandoned call, as a natural logarithm, for {@link #AGENTS} agents. The change is smaller with
     * more agents, because calls then come faster.
     */
    private static final double GAIN = 0.18;

    private static final double AGENTS = 20;
    /** The same for the part that is never given back: it slowly corrects what {@link #balance} alone can't. */
    private static final double LEARNING = 0.08;

    private static final double MAX_LEARNED = 1.5;
    /** Kept in reserve so that the abandon rate ends below the target and not around it, as a natural logarithm. */
    private static final double RESERVE = 0.35;

    /** Part of the target that is aimed at, for the same reason as the reserve. */
    private static final double AIM = 0.985;

    private static final double MAX_SAVED = 1.1;
    private static final double MAX_OWED = -4;
    private static final double MAX_OVERRUN = 3;
    private static final double MAX_SLACK = 1;
    /** Calls come whole, so this part of one more than allowed counts as nothing. */
    private static final double WHOLE_CALL = 0.5;

    /** Largest share, even if hardly any call is abandoned because callers are patient: long waits are bad for callers, too. */
    private static final double LARGEST_SHARE = 5;

    /** Number of calls by which a single campaign may be worse off than its pool. */
    private static final double OWN_ALLOWANCE = 3;

    /**
     * With so many calls that it was allowed to lose, a campaign is judged half by its own calls and half by those of its pool. What
     * few calls come to is chance.
     */
    private static final double HALF_OWN = 2;

    /** It begins owing one call: a window would break its target with the first call that it loses. */
    private double balance = -1;

    private double learned;
    /** Calls that all answers so far allowed to be abandoned. */
    private double everAllowed;

    private long changes;

    /**
     * Adds the part of a call that this answer allows to be abandoned. The balance is the sum of these parts minus the
     * abandoned calls.
     */
    void answered(double target, double agents) {
        double allowed = AIM * target;
        everAllowed += allowed;
        changes++;
        balance = Math.min(MAX_SAVED / gain(agents), balance + allowed);
        learned = Math.min(MAX_LEARNED, learned + LEARNING * allowed);
    }

    void abandoned() {
        balance -= 1;
        changes++;
        learned = Math.max(-MAX_LEARNED, learned - LEARNING);
    }

    /**
     * The share of the target that one line of the pool's only campaign may risk now.
     *
     * @param standing of the campaign in its window
     * @param answerRate share of the pool's dials that end with a caller in the queue
     * @param agents at work in the pool
     */
    double share(AbandonStanding standing, double answerRate, double agents) {
        return share(standing.target(), answerRate, factor(learned, owed(standing, agents)));
    }

    /**
     * What {@link #share(double, double, double)} needs to know of one of several campaigns. What others have saved is not the campaign's
     * to spend, and what it has lost itself counts whatever others have saved.
     *
     * @param own the campaign's own control
     * @param ownAgents agents who serve its callers
     */
    double factorOf(AbandonControl own, double ownAgents, AbandonStanding standing, double agents) {
        double weight = own.everAllowed / (own.everAllowed + HALF_OWN);
        double slack = own.slack(ownAgents);
        double owed = owed(standing, agents);
        return factor(
                learned + weight * Math.min(0, own.learned - learned),
                owed + weight * Math.min(0, Math.max(0, slack) - owed) + Math.min(0, slack));
    }

    private static double factor(double learned, double owed) {
        return Math.exp(learned + Math.max(MAX_OWED, owed) - RESERVE);
    }

    private double owed(AbandonStanding standing, double agents) {
        return gain(agents) * Math.min(balance, standing.callsLeft() + OWN_ALLOWANCE);
    }

    /**
     * The share of the target that one line of a campaign may risk now.
     *
     * @param factor by which experience changes it
     */
    static double share(double target, double answerRate, double factor) {
        return Math.min(LARGEST_SHARE, (SHARE_PER_TARGET * target + SHARE_PER_ANSWER * answerRate) * factor);
    }

    /** A number that grows with every change. */
    long changes() {
        return changes;
    }

    /**
     * How far the abandoned calls are under what is allowed, or over it, as a natural logarithm of the risk that this calls for;
     * negative if over.
     */
    double slack(double agents) {
        double calls = balance > 0 ? balance : Math.min(0, balance + WHOLE_CALL);
        return Math.clamp(gain(agents) * calls, -MAX_OVERRUN, MAX_SLACK);
    }

    private static double gain(double agents) {
        return GAIN * Math.sqrt(AGENTS / Math.max(1, agents));
    }
}
