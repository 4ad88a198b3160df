package dev.outpace.model;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What targets have in common that a filter lets through. Every condition must hold.
 *
 * @param standings one of these; empty for any
 * @param results one of these; empty for any
 * @param number at least four digits that stand side by side in one of its numbers; empty for any
 * @param zone its own time zone, such as {@code Europe/Paris}; empty for any
 * @param region its own region, {@code FR} or {@code US-FL}; empty for any
 * @param triesFrom fewest tries of all its numbers together
 * @param triesTo most of them
 * @param nextFrom earliest next try; null for any, also for none
 * @param nextTo the moment before which the next try is; null for any, also for none
 * @param priority null for any
 */
public record TargetConditions(
        Set<TargetStanding> standings,
        Set<LastResult> results,
        String number,
        String zone,
        String region,
        int triesFrom,
        int triesTo,
        @Nullable Instant nextFrom,
        @Nullable Instant nextTo,
        @Nullable Integer priority) {
    public static final TargetConditions NONE =
            new TargetConditions(Set.of(), Set.of(), "", "", "", 0, Integer.MAX_VALUE, null, null, null);

    /** Fewer digits would be found in nearly every list. */
    public static final int MIN_DIGITS = 4;

    public TargetConditions {
        standings = Set.copyOf(standings);
        results = Set.copyOf(results);
        if (!number.isEmpty() && !number.matches("[0-9]{" + MIN_DIGITS + ",}")) {
            throw new IllegalArgumentException("not at least " + MIN_DIGITS + " digits");
        }
    }

    public TargetConditions withStandings(Set<TargetStanding> some) {
        return new TargetConditions(
                some, results, number, zone, region, triesFrom, triesTo, nextFrom, nextTo, priority);
    }

    public TargetConditions withResults(Set<LastResult> some) {
        return new TargetConditions(
                standings, some, number, zone, region, triesFrom, triesTo, nextFrom, nextTo, priority);
    }

    public TargetConditions withNumber(String digits) {
        return new TargetConditions(
                standings, results, digits, zone, region, triesFrom, triesTo, nextFrom, nextTo, priority);
    }

    public TargetConditions withZone(String id) {
        return new TargetConditions(
                standings, results, number, id, region, triesFrom, triesTo, nextFrom, nextTo, priority);
    }

    public TargetConditions withRegion(String code) {
        return new TargetConditions(
                standings, results, number, zone, code, triesFrom, triesTo, nextFrom, nextTo, priority);
    }

    public TargetConditions withTries(int from, int to) {
        return new TargetConditions(standings, results, number, zone, region, from, to, nextFrom, nextTo, priority);
    }

    public TargetConditions withNextTry(@Nullable Instant from, @Nullable Instant to) {
        return new TargetConditions(standings, results, number, zone, region, triesFrom, triesTo, from, to, priority);
    }

    public TargetConditions withPriority(@Nullable Integer of) {
        return new TargetConditions(standings, results, number, zone, region, triesFrom, triesTo, nextFrom, nextTo, of);
    }

    /** The standings that may match. */
    public Set<TargetStanding> possible() {
        return standings.isEmpty() ? EnumSet.allOf(TargetStanding.class) : standings;
    }
}
