package dev.outpace.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts the calls of a campaign that were refused before they reached the network. */
final class Refusals {
    /** This many refusals in a row hold the campaign. */
    static final int TO_HOLD = 20;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);
    private static final int TARGETS_REMEMBERED = 10_000;

    /**
     * So much later the hold is told. An exchange that shuts down refuses all calls 1.3 s before its link is lost, and a supervisor is to
     * see the cause.
     */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(3);

    private int inRow;
    /** Why the call was refused that led to the hold; null for no hold that is still to be told. */
    private @Nullable String untold;
    /** Monotonic time of that refusal in nanoseconds. */
    private long heldAt;

    /** Number of refusals of each target since its last accepted call, oldest target first. */
    private final Map<UUID, Integer> times = new LinkedHashMap<>();

    /** @return wait before the target's next try; doubles with each refusal */
    Duration refused(UUID targetId) {
        inRow++;
        int refusals = times.merge(targetId, 1, Integer::sum);
        if (times.size() > TARGETS_REMEMBERED) {
            times.remove(times.keySet().iterator().next());
        }
        var wait = FIRST_WAIT;
        for (int i = 1; i < refusals && wait.compareTo(MAX_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT;
    }

    /** @param nanos now, monotonic */
    void hold(String reason, long nanos) {
        untold = reason;
        heldAt = nanos;
    }

    /** Why calls were refused, once, if it is time to tell that they are held; otherwise null. */
    @Nullable
    String toTell(long nanos) {
        var reason = untold;
        if (reason == null || nanos - heldAt < UNTIL_TOLD.toNanos()) {
            return null;
        }
        untold = null;
        return reason;
    }

    void accepted(UUID targetId) {
        goOn();
        times.remove(targetId);
    }

    /** Calls are placed again: a user ordered it, or the link to the exchange is a new one. */
    void forgiven() {
        goOn();
    }

    private void goOn() {
        inRow = 0;
        untold = null;
    }

    int inRow() {
        return inRow;
    }
}
