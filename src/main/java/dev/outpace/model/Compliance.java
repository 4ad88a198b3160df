package dev.outpace.model;

import java.time.Duration;

/**
 * Which calls of a campaign count as abandoned, and what it does for people whom no agent could take.
 *
 * @param abandonMessage spoken to a caller whom no agent takes in time, before the call is ended; empty for none
 * @param abandonAfter ms until then, and until a wait counts as abandoned; used with a message or where waits count
 * @param abandonFrom the moment from which that time runs
 * @param countsWaits whether a caller whom an agent takes only after that time counts as abandoned, although they talk
 * @param redialHours hours in which the number of an abandoned call is not dialed again, whichever target or list has it; 0 for no such rule
 * @param redialWithAgent an abandoned number may be dialed earlier, by the outplan, when an agent is kept free for it from the dial on
 * @param minimumRing ms that a call rings at least, whatever the outplan's dial timeout; 0 for no such rule
 * @param unknown further fields of the object, kept
 */
public record Compliance(
        String abandonMessage,
        int abandonAfter,
        AbandonFrom abandonFrom,
        boolean countsWaits,
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

    /** Rules by which only callers without an agent are abandoned, and the time runs from joining the queue. */
    public Compliance(
            String abandonMessage,
            int abandonAfter,
            int redialHours,
            boolean redialWithAgent,
            int minimumRing,
            Json.Obj unknown) {
        this(
                abandonMessage,
                abandonAfter,
                AbandonFrom.QUEUE,
                false,
                redialHours,
                redialWithAgent,
                minimumRing,
                unknown);
    }

    public Compliance withWaits(boolean counted, AbandonFrom from) {
        return new Compliance(
                abandonMessage, abandonAfter, from, counted, redialHours, redialWithAgent, minimumRing, unknown);
    }

    /** The part that says which calls count as abandoned; a message ends the waits of some. */
    public Compliance countingOnly() {
        return new Compliance(abandonMessage, abandonAfter, abandonFrom, countsWaits, 0, false, 0, Json.Obj.EMPTY);
    }

    /** {@link #abandonAfter}, from {@link #abandonFrom} on. */
    public Duration longestWait() {
        return Duration.ofMillis(abandonAfter);
    }

    public boolean hasMessage() {
        return !abandonMessage.isBlank();
    }

    /** Whether abandoned numbers are not dialed again for a while. */
    public boolean restsAbandoned() {
        return redialHours > 0;
    }
}
