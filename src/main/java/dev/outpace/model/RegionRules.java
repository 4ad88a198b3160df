package dev.outpace.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds in one region instead of the rules of the set.
 *
 * @param hours null for those of the country, or else of the set
 * @param attempts null for those of the country, or else of the set; empty for no limits
 * @param unknown further fields of the object, kept
 */
public record RegionRules(
        @Nullable WeekHours hours, @Nullable List<AttemptLimit> attempts, Json.Obj unknown) {
    public RegionRules {
        attempts = attempts == null ? null : List.copyOf(attempts);
    }
}
