package dev.outpace.model;

/**
 * How a campaign is paced. Target, window and denominator are used by adaptive pacing, and by the published rule where it holds
 * at the target.
 *
 * @param abandonTarget highest share of abandoned calls, 0.001 to 0.5
 * @param holdAtTarget by the published rule: nothing is dialed while more than the target is abandoned in the window
 * @param machineErrors share of the answering machines that are assumed to be people whom the detection took for one, 0 to 0.5:
 *     the call ended for them without an agent, so the law counts them as answered and abandoned
 * @param unknown further fields of the object, kept
 */
public record PacingChoice(
        PacingMode mode,
        double abandonTarget,
        AbandonWindow window,
        AbandonDenominator denominator,
        boolean holdAtTarget,
        double machineErrors,
        Json.Obj unknown) {
    public static final double ABANDON_TARGET = 0.03;
    public static final double LOWEST_TARGET = 0.001;
    public static final double HIGHEST_TARGET = 0.5;
    public static final double MOST_MACHINE_ERRORS = 0.5;
    public static final PacingChoice DEFAULT = new PacingChoice(
            PacingMode.SERVICE_LEVEL,
            ABANDON_TARGET,
            AbandonWindow.DAYS_30,
            AbandonDenominator.ANSWERED,
            false,
            0,
            Json.Obj.EMPTY);

    public static PacingChoice adaptive(double abandonTarget) {
        return new PacingChoice(
                PacingMode.ADAPTIVE, abandonTarget, DEFAULT.window, DEFAULT.denominator, false, 0, Json.Obj.EMPTY);
    }

    public PacingChoice withAbandonTarget(double share) {
        return new PacingChoice(mode, share, window, denominator, holdAtTarget, machineErrors, unknown);
    }

    public PacingChoice withHoldAtTarget(boolean holds) {
        return new PacingChoice(mode, abandonTarget, window, denominator, holds, machineErrors, unknown);
    }

    public PacingChoice withMachineErrors(double share) {
        return new PacingChoice(mode, abandonTarget, window, denominator, holdAtTarget, share, unknown);
    }

    /** Of so many machines, those that are assumed to be people; rounded. */
    public long peopleAmong(long machines) {
        return Math.round(machineErrors * machines);
    }

    /** Adaptive pacing keeps to its target by itself. */
    public boolean holds() {
        return holdAtTarget && mode == PacingMode.SERVICE_LEVEL;
    }

    public boolean isAdaptive() {
        return mode == PacingMode.ADAPTIVE;
    }
}
