package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RuleReason;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Consent;
import dev.outpace.rules.Done;
import dev.outpace.rules.HoursRule;
import dev.outpace.rules.Ruling;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One set of calling rules, as claims ask it. Used on the writer thread, or by one reader alone. */
final class RuleGate {
    /** As far as the hours look ahead. */
    private static final Duration NO_CHANGE = Duration.ofDays(366);

    private final CallingRules rules;
    private final HoursClasses classes;
    private final Columns columns;
    private final Map<Integer, Spell> spells = new HashMap<>();

    /** A class is open, or closed, from one moment to another. */
    private record Spell(boolean open, Instant from, Instant until) {
        boolean covers(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** @param keepsAgent whether an agent must be reserved for the call */
    record Asked(Ruling ruling, boolean keepsAgent) {}

    RuleGate(CallingRules rules, HoursClasses classes, Columns columns) {
        this.rules = rules;
        this.classes = classes;
        this.columns = columns;
    }

    CallingRules rules() {
        return rules;
    }

    /**
     * Whether a target of the class may be called at a moment, as far as hours say. One that can never be called counts as open:
     * it is looked at once, and barred.
     */
    boolean isOpen(int hoursClass, Instant now) {
        var spell = spells.get(hoursClass);
        if (spell == null || !spell.covers(now)) {
            spell = spell(hoursClass, now);
            spells.put(hoursClass, spell);
        }
        return spell.open();
    }

    private Spell spell(int hoursClass, Instant now) {
        var callees = classes.callees(hoursClass);
        var until = now.plus(NO_CHANGE);
        for (var callee : callees) {
            var change = rules.hours(callee).nextChange(now);
            until = change != null && change.isBefore(until) ? change : until;
        }
        return new Spell(isOpen(callees, now), now, until);
    }

    /** The same of a target whose numbers may be there. */
    boolean isOpen(Set<Callee> callees, Instant now) {
        return callees.isEmpty()
                || callees.stream()
                        .map(rules::hours)
                        .anyMatch(
                                hours -> hours.isOpen(now) || hours.opensAt(now).isEmpty());
    }

    /** Where a target of the class may be that can be called first from a moment on; empty if hours don't tell. */
    Optional<Callee> firstToOpen(int hoursClass, Instant from) {
        return firstToOpen(classes.callees(hoursClass), from);
    }

    Optional<Callee> firstToOpen(Set<Callee> callees, Instant from) {
        return callees.stream()
                .filter(callee -> rules.hours(callee).opensAt(from).isPresent())
                .min((one, other) -> opensAt(one, from).compareTo(opensAt(other, from)));
    }

    Instant opensAt(Callee callee, Instant from) {
        HoursRule hours = rules.hours(callee);
        return hours.opensAt(from).orElse(Instant.MAX);
    }

    /** Why a callee can't be called at a moment; null within the hours. */
    @Nullable
    RuleReason whyClosed(Callee callee, Instant moment) {
        var hours = rules.hours(callee);
        return hours.isOpen(moment)
                ? null
                : hours.whyClosed(moment, hours.opensAt(moment).orElse(null));
    }

    /** @param agentFree whether an agent can be reserved, so that an abandoned number may be dialed earlier */
    Asked ask(CallHistory.Statements statements, OutdialTarget target, Address number, Instant now, boolean agentFree)
            throws SQLException {
        var facts = facts(statements, target, number, now);
        var done = facts.done();
        var ruling = rules.ruling(facts.callee(), done, facts.consent(), now);
        if (ruling instanceof Ruling.NotBefore && agentFree && mayComeEarlier(done)) {
            var withAgent = rules.ruling(facts.callee(), done.withoutAbandon(), facts.consent(), now);
            return new Asked(withAgent, withAgent instanceof Ruling.MayCall);
        }
        return new Asked(ruling, false);
    }

    NumberFacts facts(CallHistory.Statements statements, OutdialTarget target, Address number, Instant now)
            throws SQLException {
        var set = rules.set();
        var data = set.personKey().isEmpty() && set.consent() == null ? Json.Obj.EMPTY : columns.unknown(target.data());
        var consentRule = set.consent();
        return new NumberFacts(
                target,
                classes.callee(number, target.routing()),
                CallHistory.done(statements, rules, target, number, person(data), now),
                consentRule == null ? Consent.NONE : Consent.read(consentRule, column -> data.text(column, "")));
    }

    private boolean mayComeEarlier(Done done) {
        return rules.set().rest().abandonWithAgent() && done.abandon() != null;
    }

    private String person(Json.Obj data) {
        var column = rules.set().personKey();
        return column.isEmpty() ? "" : personOf(column, data);
    }

    /** How a person is stored who is told by a value of a column; empty without a value. */
    static String personOf(String column, Json.Obj data) {
        var value = value(data.get(column));
        return value.isEmpty() ? "" : column + '=' + value;
    }

    private static String value(@Nullable Json value) {
        return switch (value) {
            case Json.Text(var text) -> text.strip();
            case Json.Num(var number) -> number.toPlainString();
            case null, default -> "";
        };
    }
}
