package dev.outpace.rules;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a number may be, as far as calling rules ask.
 *
 * @param zones all time zones in which it may be; empty if nobody knows
 * @param region country ({@code FR}), or state or province of the US and Canada ({@code US-FL}); empty if unknown
 */
public record Callee(Set<ZoneId> zones, String region) {
    public static final Callee UNKNOWN = new Callee(Set.of(), "");

    public Callee {
        zones = Set.copyOf(zones);
    }

    /** The same text for equal ones: {@code US-IN America/Chicago America/New_York}. */
    public String key() {
        return zones.stream()
                .map(ZoneId::getId)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(" ", region + (zones.isEmpty() ? "" : " "), ""));
    }

    /** What {@link #key} wrote. */
    public static Callee ofKey(String key) {
        var parts = key.split(" ", -1);
        return new Callee(
                Arrays.stream(parts).skip(1).map(ZoneId::of).collect(Collectors.toUnmodifiableSet()), parts[0]);
    }
}
