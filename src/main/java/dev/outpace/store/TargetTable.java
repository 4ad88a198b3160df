package dev.outpace.store;

import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetCounts;
import dev.outpace.store.ClassHeads.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the state of each target and the counts of each list, and changes them with calls. Used on the writer thread only. */
final class TargetTable {
    private record Kept(UUID outdialId, TargetState state) {}

    private final Map<UUID, TargetCounts> counts = new HashMap<>();
    /** How many targets calling rules hold or bar. */
    private final Map<Kept, Long> kept = new HashMap<>();

    private final ClassHeads heads;

    TargetTable(ClassHeads heads) {
        this.heads = heads;
    }

    /** Counts the targets of each list by state. H2 reads only the index. */
    void loadCounts(Connection connection) throws SQLException {
        counts.clear();
        kept.clear();
        heads.forgetAll();
        var sql = "select outdial_id, state, count(*) from target where " + TargetState.IN_LIST
                + " group by outdial_id, state";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            while (row.next()) {
                add(row.getObject(1, UUID.class), TargetState.of(row.getInt(2)), row.getLong(3));
            }
        }
    }

    TargetCounts counts(UUID outdialId) {
        return counts.getOrDefault(outdialId, TargetCounts.NONE);
    }

    Map<UUID, TargetCounts> counts() {
        return Map.copyOf(counts);
    }

    /** @param state held or barred */
    long count(UUID outdialId, TargetState state) {
        return kept.getOrDefault(new Kept(outdialId, state), 0L);
    }

    /** Targets have come into the list by something else than this class. */
    void added(UUID outdialId, TargetState state, long number) {
        add(outdialId, state, number);
        heads.forget(outdialId);
    }

    /** Targets whose class of hours is not known yet have joined the list; nobody says where in its order. */
    void joined(UUID outdialId, TargetState state, long number) {
        add(outdialId, state, number);
        heads.entered(outdialId, state, HoursClasses.UNKNOWN, Head.FIRST);
    }

    /** @param number of targets that enter the state; negative if they leave it */
    void add(UUID outdialId, TargetState state, long number) {
        var now = counts(outdialId);
        if (state == TargetState.HELD || state == TargetState.BARRED) {
            kept.merge(new Kept(outdialId, state), number, Long::sum);
        }
        counts.put(
                outdialId,
                switch (state) {
                    case FRESH, RETRY, RETRY_OR_AGENT, HELD, PROGRESSING -> now.plus(0, number, 0);
                    case DONE -> now.plus(number, 0, 0);
                    case NOT_CALLABLE, BARRED -> now.plus(0, 0, number);
                    case IMPORTING -> now;
                });
    }

    /** A target was edited, so that its class is not known any more. */
    void edited(UUID outdialId, TargetState from, TargetState to) {
        move(outdialId, from, to);
        heads.forget(outdialId);
    }

    void forget(UUID outdialId) {
        counts.remove(outdialId);
        kept.keySet().removeIf(list -> list.outdialId().equals(outdialId));
        heads.forget(outdialId);
    }

    void move(UUID outdialId, TargetState from, TargetState to) {
        add(outdialId, from, -1);
        add(outdialId, to, 1);
    }

    /** A target was put elsewhere by a statement that was executed before. */
    void moved(Transaction transaction, long seq, UUID outdialId, TargetState from, UUID toList, TargetState to)
            throws SQLException {
        add(outdialId, from, -1);
        add(toList, to, 1);
        heads.entered(transaction, toList, to, seq);
    }

    /** Stores that a call to the target begins. */
    void callBegins(Transaction transaction, OutdialTarget target, int index, int tries, Instant now)
            throws SQLException {
        int slot = Objects.checkIndex(index, Outplan.DESTINATIONS);
        transaction.change(
                "update target set state = ?, next_try_at = 0, tries_" + slot + " = ?, updated_at = ? where seq = ?",
                TargetState.PROGRESSING.code,
                tries,
                Columns.micros(now),
                target.seq());
    }

    /** Stores that the target has no destination that its outplan dials. */
    void becomesNotCallable(Transaction transaction, OutdialTarget target, TargetState from) throws SQLException {
        put(transaction, target, from, TargetState.NOT_CALLABLE, null, 0, null);
    }

    /** Takes a target out of the range because of do-not-call lists. It keeps its next try. */
    void bar(Transaction transaction, long seq, UUID outdialId, TargetState from) throws SQLException {
        moveRow(transaction, seq, outdialId, from, TargetState.BARRED, RuleKind.DO_NOT_CALL);
    }

    /** Takes a target that do-not-call lists barred back into the range, to where it was. */
    void release(Transaction transaction, long seq, UUID outdialId, long nextTryAt) throws SQLException {
        var to = nextTryAt <= 0 ? TargetState.FRESH : TargetState.RETRY;
        moveRow(transaction, seq, outdialId, TargetState.BARRED, to, null);
    }

    private void moveRow(
            Transaction transaction, long seq, UUID outdialId, TargetState from, TargetState to, @Nullable RuleKind by)
            throws SQLException {
        transaction.change(
                "update target set state = ?, held_by = ? where seq = ?", to.code, by == null ? null : by.code, seq);
        heads.entered(transaction, outdialId, to, seq);
        move(outdialId, from, to);
    }

    /** @param now when the wait begins */
    void waitUntil(
            Transaction transaction, OutdialTarget target, TargetState from, TargetState to, Instant now, Instant until)
            throws SQLException {
        put(transaction, target, from, to, now, Columns.micros(until), null);
    }

    /** Stores that a calling rule may allow the call at a moment, and not before. */
    void hold(Transaction transaction, OutdialTarget target, TargetState from, RuleKind by, Instant now, Instant until)
            throws SQLException {
        put(transaction, target, from, TargetState.HELD, now, Columns.micros(until), by);
    }

    /** Stores that calling rules never allow the call, as they are. */
    void bar(Transaction transaction, OutdialTarget target, TargetState from, RuleKind by, Instant now)
            throws SQLException {
        put(transaction, target, from, TargetState.BARRED, now, 0, by);
    }

    /**
     * Puts a target back that calling rules held or barred: it was due then, so it is due now.
     *
     * @param since when they began to
     */
    void letGo(Transaction transaction, OutdialTarget target, TargetState from, long since) throws SQLException {
        if (target.lastResult() == null) {
            becomesFresh(transaction, target, from);
        } else {
            put(transaction, target, from, TargetState.RETRY, Columns.instant(since), since, null);
        }
    }

    /** Stores the class of hours of a target, which stays in its state. */
    void classify(Transaction transaction, OutdialTarget target, TargetState state, int hoursClass)
            throws SQLException {
        transaction.change("update target set class = ? where seq = ?", hoursClass, target.seq());
        heads.entered(transaction, target.outdialId(), state, target.seq());
    }

    /** Puts the target among those that were never called. */
    void becomesFresh(Transaction transaction, OutdialTarget target, TargetState from) throws SQLException {
        put(transaction, target, from, TargetState.FRESH, null, 0, null);
    }

    private void put(
            Transaction transaction,
            OutdialTarget target,
            TargetState from,
            TargetState to,
            @Nullable Instant waitsSince,
            long nextTryAt,
            @Nullable RuleKind by)
            throws SQLException {
        transaction.change(
                "update target set state = ?, next_try_at = ?, waits_since = ?, held_by = ? where seq = ?",
                to.code,
                nextTryAt,
                Columns.microsOrNull(waitsSince),
                by == null ? null : by.code,
                target.seq());
        heads.entered(transaction, target.outdialId(), to, target.seq());
        move(target.outdialId(), from, to);
    }

    void callEnded(Transaction transaction, CampaignCall call, TargetFate fate) throws SQLException {
        switch (fate) {
            case TargetFate.Done(var closed) -> {
                close(transaction, call, closed);
                if (leaveCall(transaction, call, TargetState.DONE, 0)) {
                    move(call.outdialId(), TargetState.PROGRESSING, TargetState.DONE);
                }
            }
            case TargetFate.RetryAt(var at, var closed) -> {
                close(transaction, call, closed);
                leaveCall(transaction, call, TargetState.RETRY, Columns.micros(at));
            }
            case TargetFate.RestsUntil(var at) ->
                leaveCall(transaction, call, TargetState.RETRY_OR_AGENT, Columns.micros(at));
            case TargetFate.TryGivenBack(var at) -> {
                leaveCall(transaction, call, TargetState.RETRY, Columns.micros(at));
                int index = Objects.checkIndex(call.destinationIndex(), Outplan.DESTINATIONS);
                transaction.change(
                        "update target set tries_" + index + " = tries_" + index + " - 1 where id = ? and tries_"
                                + index + " > 0",
                        call.outdialTargetId());
            }
        }
    }

    /** Only of a target that still is in the call. */
    private static void close(Transaction transaction, CampaignCall call, ClosedDestinations closed)
            throws SQLException {
        if (!closed.isNone()) {
            transaction.change(
                    "update target set closed_destinations = bitor(closed_destinations, cast(? as tinyint)) where id ="
                            + " ? and state = ?",
                    closed.bits(),
                    call.outdialTargetId(),
                    TargetState.PROGRESSING.code);
        }
    }

    private boolean leaveCall(Transaction transaction, CampaignCall call, TargetState state, long nextTryAt)
            throws SQLException {
        var cause = call.cause();
        var endedAt = Columns.microsOrNull(call.endedAt());
        int left = transaction.change(
                "update target set state = ?, next_try_at = ?, last_result = ?, updated_at = ?, waits_since = ?"
                        + " where id = ? and state = ?",
                state.code,
                nextTryAt,
                cause == null ? null : cause.name(),
                endedAt,
                endedAt,
                call.outdialTargetId(),
                TargetState.PROGRESSING.code);
        if (left == 1) {
            heads.entered(transaction, call.outdialId(), state, call.outdialTargetId());
        }
        return left == 1;
    }
}
