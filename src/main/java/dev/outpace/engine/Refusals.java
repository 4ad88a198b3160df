package dev.outpace.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Counts the calls of a campaign that were refused before they reached the network. */
final class Refusals {
    /** This many refusals in a row hold the campaign. */
    static final int TO_HOLD = 20;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);
    private static final int TARGETS_REMEMBERED = 10_000;

    private int inRow;
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

    void accepted(UUID targetId) {
        inRow = 0;
        times.remove(targetId);
    }

    /** Calls are placed again: a user ordered it, or the link to the exchange is a new one. */
    void forgiven() {
        inRow = 0;
    }

    int inRow() {
        return inRow;
    }
}
