package dev.outpace.model;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far a list is worked through.
 *
 * @param counts of every standing; together all targets of the list
 * @param at when it was so
 */
public record Penetration(Map<TargetStanding, Long> counts, Instant at) {
    public Penetration {
        var all = new EnumMap<TargetStanding, Long>(TargetStanding.class);
        for (var standing : TargetStanding.values()) {
            all.put(standing, counts.getOrDefault(standing, 0L));
        }
        counts = Map.copyOf(all);
    }

    public long of(TargetStanding standing) {
        return counts.getOrDefault(standing, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many may be called now. */
    public long callableNow() {
        return of(TargetStanding.NEW) + of(TargetStanding.RETRY_DUE);
    }
}
