package dev.outpace.ui.rules;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.ConsentRule;
import dev.outpace.model.Holiday;
import dev.outpace.model.RegionRules;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A set of rules while it is edited, beside what is stored. Who shows it is told of each change. */
final class RuleDraft {
    private final Runnable onChange;
    private RuleSet saved;
    private String name = "";
    private @Nullable WeekHours hours;
    private UnknownZone unknownZone = UnknownZone.NEVER;
    private List<Holiday> holidays = List.of();
    private Map<String, RegionRules> regions = Map.of();
    private List<AttemptLimit> attempts = List.of();
    private RestRules rest = RestRules.NONE;
    private String personKey = "";
    private List<UUID> doNotCall = List.of();
    private @Nullable ConsentRule consent;

    RuleDraft(RuleSet saved, Runnable onChange) {
        this.saved = saved;
        this.onChange = onChange;
        take(saved);
    }

    private void take(RuleSet set) {
        name = set.name();
        hours = set.hours();
        unknownZone = set.unknownZone();
        holidays = set.holidays();
        regions = set.regions();
        attempts = set.attempts();
        rest = set.rest();
        personKey = set.personKey();
        doNotCall = set.doNotCall();
        consent = set.consent();
    }

    RuleSet saved() {
        return saved;
    }

    /** The set as it would be saved. */
    RuleSet edited() {
        return new RuleSet(
                saved.id(),
                name,
                saved.detail(),
                saved.asOf(),
                hours,
                unknownZone,
                holidays,
                regions,
                attempts,
                rest,
                personKey,
                doNotCall,
                consent,
                saved.stamps(),
                saved.unknown());
    }

    boolean isNew() {
        return saved.stamps().create() == null;
    }

    /** Number of things that differ from what is stored, each day of the week one. */
    int changes() {
        int count = 0;
        for (var day : DayOfWeek.values()) {
            count += Objects.equals(on(saved.hours(), day), on(hours, day)) ? 0 : 1;
        }
        for (boolean same : List.of(
                name.equals(saved.name()),
                (hours == null) == (saved.hours() == null),
                Objects.equals(holiday(hours), holiday(saved.hours())),
                Objects.equals(eve(hours), eve(saved.hours())),
                unknownZone == saved.unknownZone(),
                holidays.equals(saved.holidays()),
                regions.equals(saved.regions()),
                attempts.equals(saved.attempts()),
                rest.equals(saved.rest()),
                personKey.equals(saved.personKey()),
                doNotCall.equals(saved.doNotCall()),
                Objects.equals(consent, saved.consent()))) {
            count += same ? 0 : 1;
        }
        return count;
    }

    private static Object on(@Nullable WeekHours hours, DayOfWeek day) {
        return hours == null ? List.of() : hours.on(day);
    }

    private static @Nullable Object holiday(@Nullable WeekHours hours) {
        return hours == null ? null : hours.holiday();
    }

    private static @Nullable Object eve(@Nullable WeekHours hours) {
        return hours == null ? null : hours.eve();
    }

    boolean isDirty() {
        return isNew() || changes() > 0;
    }

    void revert() {
        take(saved);
        onChange.run();
    }

    /** Something else was stored meanwhile: what was not edited here follows it. */
    void savedIs(RuleSet now) {
        var before = saved;
        saved = now;
        name = name.equals(before.name()) ? now.name() : name;
        hours = Objects.equals(hours, before.hours()) ? now.hours() : hours;
        unknownZone = unknownZone == before.unknownZone() ? now.unknownZone() : unknownZone;
        holidays = holidays.equals(before.holidays()) ? now.holidays() : holidays;
        regions = regions.equals(before.regions()) ? now.regions() : regions;
        attempts = attempts.equals(before.attempts()) ? now.attempts() : attempts;
        rest = rest.equals(before.rest()) ? now.rest() : rest;
        personKey = personKey.equals(before.personKey()) ? now.personKey() : personKey;
        doNotCall = doNotCall.equals(before.doNotCall()) ? now.doNotCall() : doNotCall;
        consent = Objects.equals(consent, before.consent()) ? now.consent() : consent;
        onChange.run();
    }

    void setName(String text) {
        name = text;
        onChange.run();
    }

    @Nullable
    WeekHours hours() {
        return hours;
    }

    /** @param week null for every hour of every day */
    void setHours(@Nullable WeekHours week) {
        hours = week;
        onChange.run();
    }

    void setUnknownZone(UnknownZone choice) {
        unknownZone = choice;
        onChange.run();
    }

    void setHolidays(List<Holiday> days) {
        var sorted = new ArrayList<>(days);
        sorted.sort((one, other) -> one.date().compareTo(other.date()));
        holidays = List.copyOf(sorted);
        onChange.run();
    }

    /** @param rules null lets the region have none of its own */
    void setRegion(String region, @Nullable RegionRules rules) {
        var all = new TreeMap<>(regions);
        if (rules == null) {
            all.remove(region);
        } else {
            all.put(region, rules);
        }
        regions = all;
        onChange.run();
    }

    void setAttempts(List<AttemptLimit> limits) {
        attempts = List.copyOf(limits);
        onChange.run();
    }

    void setRest(RestRules rules) {
        rest = rules;
        onChange.run();
    }

    void setPersonKey(String column) {
        personKey = column.strip();
        onChange.run();
    }

    void setDoNotCall(List<UUID> lists) {
        doNotCall = List.copyOf(lists);
        onChange.run();
    }

    void setConsent(@Nullable ConsentRule rule) {
        consent = rule;
        onChange.run();
    }
}
