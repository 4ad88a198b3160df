package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Consent;
import dev.outpace.rules.Done;
import dev.outpace.rules.Ruling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells of many targets what a claim under the same rules would find, and changes nothing. One thread. */
final class TargetLook implements AutoCloseable {
    private final Connection connection;
    private final Outplan outplan;
    private final CallingRules rules;
    private final List<UUID> lists;
    private final HoursClasses classes;
    private final Columns columns;
    private final Instant now;
    private final CalledBefore called;
    private final DoNotCallNumbers listed;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    /** Of those to whom nothing was done, and who need no consent. */
    private final Map<Callee, Ruling> byHours = new HashMap<>();

    TargetLook(
            Connection connection,
            Outplan outplan,
            CallingRules rules,
            List<DoNotCallList> lists,
            HoursClasses classes,
            Columns columns,
            Instant now)
            throws SQLException {
        this.connection = connection;
        this.outplan = outplan;
        this.rules = rules;
        this.lists = lists.stream().map(DoNotCallList::id).toList();
        this.classes = classes;
        this.columns = columns;
        this.now = now;
        called = CalledBefore.read(connection, rules, now);
        listed = DoNotCallNumbers.of(connection, this.lists);
    }

    /** The walk through the destinations is that of {@link RuledWalk#destination}. */
    void tell(OutdialTarget target, int hoursClass, LookTally tally) throws SQLException {
        RuleKind barred = null;
        var next = target.nextDestination(outplan);
        while (next.isPresent()) {
            int index = next.getAsInt();
            var number = Objects.requireNonNull(target.destinations().get(index));
            if (listed.has(number)) {
                barred = barred == null ? RuleKind.DO_NOT_CALL : barred;
            } else {
                var callee = classes.callee(number, target.routing(), hoursClass);
                switch (ruling(target, number, callee)) {
                    case Ruling.MayCall _ -> {
                        tally.callable(callee);
                        return;
                    }
                    case Ruling.NotBefore(var until, var reason) -> {
                        tally.held(callee, RuleKind.of(reason), until);
                        return;
                    }
                    case Ruling.Never(var reason) -> barred = barred == null ? RuleKind.of(reason) : barred;
                }
            }
            next = target.nextDestination(outplan, index + 1);
        }
        if (barred == null) {
            tally.undialed();
        } else {
            tally.barred(barred);
        }
    }

    private Ruling ruling(OutdialTarget target, Address number, Callee callee) throws SQLException {
        var set = rules.set();
        var consentRule = set.consent();
        var data = set.personKey().isEmpty() && consentRule == null ? Json.Obj.EMPTY : columns.unknown(target.data());
        var person = set.personKey().isEmpty() ? "" : RuleGate.personOf(set.personKey(), data);
        boolean mayBeHeld = called.mayHold(number.target()) || called.mayHold(person.isEmpty() ? target.id() : person);
        if (!mayBeHeld && consentRule == null) {
            var known = byHours.get(callee);
            if (known == null) {
                known = rules.ruling(callee, Done.NOTHING, Consent.NONE, now);
                byHours.put(callee, known);
            }
            return known;
        }
        var done = mayBeHeld ? CallHistory.done(this::statement, rules, target, number, person, now) : Done.NOTHING;
        var consent = consentRule == null ? Consent.NONE : Consent.read(consentRule, column -> data.text(column, ""));
        return rules.ruling(callee, done, consent, now);
    }

    private PreparedStatement statement(String sql) throws SQLException {
        var known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
        listed.close();
    }
}
