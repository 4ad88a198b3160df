package dev.outpace.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calling rules: when, how often and whom campaigns may call. They hold in the called party's time and region.
 *
 * @param detail what the rules come from
 * @param asOf day of the facts that they express; null when nobody said
 * @param hours null for any hour
 * @param regions rules of a country ({@code FR}) or of a state of the US or Canada ({@code US-FL})
 * @param personKey column of a target's data that tells a person; empty where a target is a person
 * @param doNotCall lists of numbers that are not called, besides those of the workspace
 * @param consent null where none is needed
 * @param unknown further fields of the object, kept
 */
public record RuleSet(
        UUID id,
        String name,
        String detail,
        @Nullable LocalDate asOf,
        @Nullable WeekHours hours,
        UnknownZone unknownZone,
        List<Holiday> holidays,
        Map<String, RegionRules> regions,
        List<AttemptLimit> attempts,
        RestRules rest,
        String personKey,
        List<UUID> doNotCall,
        @Nullable ConsentRule consent,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    public RuleSet {
        holidays = List.copyOf(holidays);
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        attempts = List.copyOf(attempts);
        doNotCall = List.copyOf(doNotCall);
    }

    /** One that allows every call. */
    public static RuleSet named(UUID id, String name) {
        return new RuleSet(
                id,
                name,
                "",
                null,
                null,
                UnknownZone.NEVER,
                List.of(),
                Map.of(),
                List.of(),
                RestRules.NONE,
                "",
                List.of(),
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    /** The same rules as another set, which is not stored yet. */
    public RuleSet copy(UUID newId, String newName) {
        return new RuleSet(
                newId,
                newName,
                detail,
                asOf,
                hours,
                unknownZone,
                holidays,
                regions,
                attempts,
                rest,
                personKey,
                doNotCall,
                consent,
                Stamps.NONE,
                unknown);
    }

    /** Calling hours of a region; null for any hour. */
    public @Nullable WeekHours hoursIn(String region) {
        var own = of(region, RegionRules::hours);
        return own == null ? hours : own;
    }

    /** Limits of calls in a region. */
    public List<AttemptLimit> attemptsIn(String region) {
        var own = of(region, RegionRules::attempts);
        return own == null ? attempts : own;
    }

    /** Of the state, where it has rules of that kind, else of its country. */
    private <T> @Nullable T of(String region, Function<RegionRules, @Nullable T> kind) {
        var own = regions.get(region);
        var ofRegion = own == null ? null : kind.apply(own);
        int dash = region.indexOf('-');
        return ofRegion != null || dash < 0 ? ofRegion : of(region.substring(0, dash), kind);
    }

    /** The same for whom no consent is asked. */
    public RuleSet withoutConsent() {
        return new RuleSet(
                id,
                name,
                detail,
                asOf,
                hours,
                unknownZone,
                holidays,
                regions,
                attempts,
                rest,
                personKey,
                doNotCall,
                null,
                stamps,
                unknown);
    }

    public RuleSet withHolidays(List<Holiday> newHolidays) {
        return new RuleSet(
                id,
                name,
                detail,
                asOf,
                hours,
                unknownZone,
                newHolidays,
                regions,
                attempts,
                rest,
                personKey,
                doNotCall,
                consent,
                stamps,
                unknown);
    }

    @Override
    public RuleSet withStamps(Stamps newStamps) {
        return new RuleSet(
                id,
                name,
                detail,
                asOf,
                hours,
                unknownZone,
                holidays,
                regions,
                attempts,
                rest,
                personKey,
                doNotCall,
                consent,
                newStamps,
                unknown);
    }
}
