package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RuleReason;
import dev.outpace.rules.Callee;
import dev.outpace.rules.Ruling;
import dev.outpace.store.ClassHeads.Head;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One claim's way through the classes of a list that are within their calling hours now, in the order of all of them. */
final class RuledWalk {
    private static final String FIRST = "select * from target where outdial_id = ? and state = ? and class = ?"
            + " order by outdial_id, state, class, next_try_at, rank, seq fetch first row only";
    private static final List<TargetState> BY_HOURS =
            List.of(TargetState.RETRY, TargetState.RETRY_OR_AGENT, TargetState.FRESH);

    private final Transaction transaction;
    private final Claim claim;
    private final RuleGate gate;
    private final TargetRows rows;
    private final TargetTable table;
    private final ClassHeads heads;
    private final HoursClasses classes;
    private final Classification classification;
    private final DoNotCallTable doNotCall;
    /** Class of the target that {@link #first} gave. */
    private int foundClass;

    RuledWalk(
            Transaction transaction,
            Claim claim,
            RuleGate gate,
            TargetRows rows,
            TargetTable table,
            ClassHeads heads,
            HoursClasses classes,
            Classification classification,
            DoNotCallTable doNotCall) {
        this.transaction = transaction;
        this.claim = claim;
        this.gate = gate;
        this.rows = rows;
        this.table = table;
        this.heads = heads;
        this.classes = classes;
        this.classification = classification;
        this.doNotCall = doNotCall;
    }

    /** What the rules say of a target. */
    sealed interface Answer {
        /** @param keepsAgent whether an agent must be reserved for the call */
        record Dial(int index, boolean keepsAgent) implements Answer {}

        record Held(RuleKind by, Instant until) implements Answer {}

        record Barred(RuleKind by) implements Answer {}

        /** Its outplan dials none of its destinations. */
        record None() implements Answer {}
    }

    private record Found(OutdialTarget target, Head head) {}

    /**
     * The first target in a state of all classes that are open now.
     *
     * @param until latest next try, the moment included
     */
    @Nullable
    OutdialTarget first(TargetState state, Instant until) throws SQLException {
        long latest = Columns.micros(until);
        var all = heads.of(transaction, claim.campaign().outdialId(), state);
        while (true) {
            var nearest = nearest(all);
            if (nearest == null || nearest.getValue().nextTryAt() > latest) {
                return null;
            }
            int hoursClass = nearest.getKey();
            var found = firstOf(state, hoursClass);
            if (found == null) {
                all.remove(hoursClass);
            } else if (found.head().equals(nearest.getValue())) {
                foundClass = hoursClass;
                return found.target();
            } else {
                all.put(hoursClass, found.head());
            }
        }
    }

    /** Of the open classes, the one whose first target comes first, as far as is known. */
    private Map.@Nullable Entry<Integer, Head> nearest(Map<Integer, Head> all) {
        Map.Entry<Integer, Head> nearest = null;
        for (var one : all.entrySet()) {
            if ((nearest == null || one.getValue().compareTo(nearest.getValue()) < 0)
                    && gate.isOpen(one.getKey(), claim.now())) {
                nearest = one;
            }
        }
        return nearest;
    }

    private @Nullable Found firstOf(TargetState state, int hoursClass) throws SQLException {
        var statement = transaction.statement(FIRST);
        statement.setObject(1, claim.campaign().outdialId());
        statement.setInt(2, state.code);
        statement.setInt(3, hoursClass);
        try (var row = statement.executeQuery()) {
            return row.next()
                    ? new Found(
                            rows.read(row),
                            new Head(row.getLong("next_try_at"), row.getLong("rank"), row.getLong("seq")))
                    : null;
        }
    }

    /** Whether the target that {@link #first} gave may be called by its hours; finds out its class if that is not known yet. */
    boolean isOpen(OutdialTarget target, TargetState state) throws SQLException {
        if (foundClass != HoursClasses.UNKNOWN) {
            return true;
        }
        classification.begin(target.outdialId());
        int hoursClass = classes.of(transaction, target);
        table.classify(transaction, target, state, hoursClass);
        return gate.isOpen(hoursClass, claim.now());
    }

    /** The destination to dial: the first one with tries left that no rule forbids for ever. */
    Answer destination(OutdialTarget target) throws SQLException {
        RuleKind barred = null;
        var next = target.nextDestination(claim.outplan());
        while (next.isPresent()) {
            int index = next.getAsInt();
            var number = Objects.requireNonNull(target.destinations().get(index));
            if (doNotCall.find(transaction, claim.doNotCall(), number) != null) {
                barred = barred == null ? RuleKind.DO_NOT_CALL : barred;
            } else {
                var asked = ask(target, number);
                switch (asked.ruling()) {
                    case Ruling.MayCall _ -> {
                        return new Answer.Dial(index, asked.keepsAgent());
                    }
                    case Ruling.NotBefore(var until, var reason) -> {
                        return new Answer.Held(RuleKind.of(reason), until);
                    }
                    case Ruling.Never(var reason) -> barred = barred == null ? RuleKind.of(reason) : barred;
                }
            }
            next = target.nextDestination(claim.outplan(), index + 1);
        }
        return barred == null ? new Answer.None() : new Answer.Barred(barred);
    }

    private RuleGate.Asked ask(OutdialTarget target, Address number) throws SQLException {
        return gate.ask(transaction::statement, target, number, claim.now(), claim.agentFree());
    }

    /** What a target waits for, the earliest of all. */
    private record Next(Instant at, @Nullable RuleReason rule) {
        static @Nullable Next earlier(@Nullable Next one, @Nullable Next other) {
            return one == null || (other != null && other.at().isBefore(one.at())) ? other : one;
        }
    }

    /** Called when every target that is due, and within its hours, was examined. */
    ClaimResult nothingDue(int notCallable) throws SQLException {
        Next next = null;
        boolean waitsForAgent = false;
        for (var state : BY_HOURS) {
            var all = heads.of(transaction, claim.campaign().outdialId(), state);
            for (var hoursClass : List.copyOf(all.keySet())) {
                var found = firstOf(state, hoursClass);
                if (found == null) {
                    all.remove(hoursClass);
                } else {
                    all.put(hoursClass, found.head());
                    next = Next.earlier(next, next(state, hoursClass, found.head()));
                    waitsForAgent |= state == TargetState.RETRY_OR_AGENT && waitsForAgent(hoursClass, found.head());
                }
            }
        }
        if (table.count(claim.campaign().outdialId(), TargetState.HELD) > 0) {
            next = Next.earlier(next, nextHeld());
        }
        return next == null
                ? new ClaimResult.NothingDue(null, notCallable, waitsForAgent)
                : new ClaimResult.NothingDue(next.at(), notCallable, waitsForAgent, next.rule());
    }

    private boolean waitsForAgent(int hoursClass, Head head) {
        var early = Columns.instant(head.nextTryAt()).minus(claim.rest().earlierWithAgent());
        return !claim.agentFree() && !early.isAfter(claim.now()) && gate.isOpen(hoursClass, claim.now());
    }

    private Next next(TargetState state, int hoursClass, Head head) {
        var now = claim.now();
        var due = Columns.instant(head.nextTryAt());
        if (state == TargetState.RETRY_OR_AGENT) {
            var early = due.minus(claim.rest().earlierWithAgent());
            due = early.isAfter(now) ? early : due;
        }
        var from = due.isAfter(now) ? due : now;
        Callee callee = gate.firstToOpen(hoursClass, from).orElse(null);
        if (callee == null) {
            return new Next(from, null);
        }
        var opens = gate.opensAt(callee, from);
        return opens.isAfter(from) ? new Next(opens, gate.whyClosed(callee, from)) : new Next(opens, null);
    }

    /** Of each class the first one: who is due in a class that is closed may come later than others who are not due yet. */
    private @Nullable Next nextHeld() throws SQLException {
        Next next = null;
        OutdialTarget first = null;
        var all = heads.of(transaction, claim.campaign().outdialId(), TargetState.HELD);
        for (var hoursClass : List.copyOf(all.keySet())) {
            var found = firstOf(TargetState.HELD, hoursClass);
            if (found == null) {
                all.remove(hoursClass);
            } else {
                all.put(hoursClass, found.head());
                var opens = next(TargetState.HELD, hoursClass, found.head());
                if (next == null || opens.at().isBefore(next.at())) {
                    next = opens;
                    first = found.target();
                }
            }
        }
        // Where its class does not hold it, its own rule does.
        return next == null || first == null || next.rule() != null ? next : new Next(next.at(), why(first));
    }

    private @Nullable RuleReason why(OutdialTarget target) throws SQLException {
        var index = target.nextDestination(claim.outplan());
        if (index.isEmpty()) {
            return null;
        }
        var number = Objects.requireNonNull(target.destinations().get(index.getAsInt()));
        return switch (ask(target, number).ruling()) {
            case Ruling.NotBefore(var _, var reason) -> reason;
            case Ruling.Never(var reason) -> reason;
            case Ruling.MayCall _ -> null;
        };
    }
}
