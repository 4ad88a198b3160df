package dev.outpace.model;

/**
 * What a campaign does for people whom no agent could take; with adaptive pacing.
 *
 * @param abandonMessage spoken to a caller whom no agent takes in time, before the call is ended; empty for none
 * @param abandonAfter ms from joining the queue until then; used with a message only
 * @param redialHours hours in which the number of an abandoned call is not dialed again, whichever target or list has it; 0 for no such rule
 * @param redialWithAgent an abandoned number may be dialed earlier, by the outplan, when an agent is kept free for it from the dial on
 * @param minimumRing ms that a call rings at least, whatever the outplan's dial timeout; 0 for no such rule
 * @param unknown further fields of the object, kept
 */
public record Compliance(
        String abandonMessage,
        int abandonAfter,
        int redialHours,
        boolean redialWithAgent,
        int minimumRing,
        Json.Obj unknown) {
    public static final int ABANDON_AFTER = 2_000;
    public static final int SHORTEST_ABANDON_AFTER = 500;
    public static final int MAX_ABANDON_AFTER = 60_000;
    public static final int MAX_MESSAGE = 1_000;
    /** 30 days. */
    public static final int MAX_REDIAL_HOURS = 720;

    public static final int MAX_MINIMUM_RING = 120_000;
    public static final Compliance DEFAULT = new Compliance("", ABANDON_AFTER, 0, false, 0, Json.Obj.EMPTY);

    public boolean hasMessage() {
        return !abandonMessage.isBlank();
    }

    /** Whether abandoned numbers are not dialed again for a while. */
    public boolean restsAbandoned() {
        return redialHours > 0;
    }
}
