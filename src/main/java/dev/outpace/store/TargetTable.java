package dev.outpace.store;

import dev.outpace.engine.CallJournal.TargetFate;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.EndCause;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Targets on the writer thread: how many are in which state, and what becomes of one when its call has ended. */
final class TargetTable {
    private final Map<UUID, TargetCounts> counts = new HashMap<>();

    /** Reads how many targets of each list are in which state; by the index alone. */
    void loadCounts(Connection connection) throws SQLException {
        counts.clear();
        var sql = "select outdial_id, state, count(*) from target where state < 5 group by outdial_id, state";
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

    /** {@code number} more targets in a state; fewer when negative. */
    void add(UUID outdialId, TargetState state, long number) {
        var now = counts(outdialId);
        counts.put(
                outdialId,
                switch (state) {
                    case FRESH, RETRY, RETRY_OR_AGENT, PROGRESSING -> now.plus(0, number, 0);
                    case DONE -> now.plus(number, 0, 0);
                    case NOT_CALLABLE -> now.plus(0, 0, number);
                    case IMPORTING -> now;
                });
    }

    void forget(UUID outdialId) {
        counts.remove(outdialId);
    }

    void move(UUID outdialId, TargetState from, TargetState to) {
        add(outdialId, from, -1);
        add(outdialId, to, 1);
    }

    /** An agent may be kept free again for a target that was edited while it waited for one. */
    void mayComeEarlier(Transaction transaction, UUID targetId) throws SQLException {
        var statement = transaction.statement("update target set state = -1 where id = ? and state = 1");
        statement.setObject(1, targetId);
        statement.executeUpdate();
    }

    void settle(Transaction transaction, CampaignCall call, TargetFate fate) throws SQLException {
        switch (fate) {
            case TargetFate.Done _ -> {
                if (leaveCall(transaction, call, TargetState.DONE, 0)) {
                    move(call.outdialId(), TargetState.PROGRESSING, TargetState.DONE);
                }
            }
            case TargetFate.RetryAt(var at) -> leaveCall(transaction, call, TargetState.RETRY, Columns.micros(at));
            case TargetFate.RestsUntil(var at) ->
                leaveCall(transaction, call, TargetState.RETRY_OR_AGENT, Columns.micros(at));
            case TargetFate.TryGivenBack(var at) -> {
                leaveCall(transaction, call, TargetState.RETRY, Columns.micros(at));
                int index = Objects.checkIndex(call.destinationIndex(), Outplan.DESTINATIONS);
                var statement = transaction.statement("update target set tries_" + index + " = tries_" + index
                        + " - 1 where id = ? and tries_" + index + " > 0");
                statement.setObject(1, call.outdialTargetId());
                statement.executeUpdate();
            }
        }
    }

    private static boolean leaveCall(Transaction transaction, CampaignCall call, TargetState state, long nextTryAt)
            throws SQLException {
        boolean abandoned = call.cause() == EndCause.ABANDONED;
        var statement = transaction.statement("update target set state = ?, next_try_at = ?, last_result = ?,"
                + " updated_at = ?" + (abandoned ? ", abandoned_at = ?" : "") + " where id = ? and state = 2");
        statement.setInt(1, state.code);
        statement.setLong(2, nextTryAt);
        var cause = call.cause();
        statement.setString(3, cause == null ? null : cause.name());
        Columns.setInstant(statement, 4, call.endedAt());
        if (abandoned) {
            Columns.setInstant(statement, 5, call.endedAt());
        }
        statement.setObject(abandoned ? 6 : 5, call.outdialTargetId());
        return statement.executeUpdate() == 1;
    }
}
