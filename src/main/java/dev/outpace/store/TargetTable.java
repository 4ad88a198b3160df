package dev.outpace.store;

import dev.outpace.engine.CallJournal.TargetFate;
import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Targets on the writer thread: claims, and what becomes of a target when its call has ended. */
final class TargetTable {
    /** A claim looks at so many targets at most, so that no other write waits long. */
    private static final int LONGEST_WALK = 256;

    private static final String RETRIES = "select * from target where outdial_id = ? and state = 1"
            + " and (next_try_at > ? or (next_try_at = ? and seq > ?)) and next_try_at <= ?"
            + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
    private static final String FRESH = "select * from target where outdial_id = ? and state = 0"
            + " and next_try_at = 0 and seq > ?"
            + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
    private static final String NEXT_TRY = "select next_try_at from target where outdial_id = ? and state = 1"
            + " and next_try_at > ? order by outdial_id, state, next_try_at, seq fetch first row only";

    private final TargetRows rows;
    private final CallRows calls;
    private final Map<UUID, TargetCounts> counts = new HashMap<>();

    TargetTable(TargetRows rows, CallRows calls) {
        this.rows = rows;
        this.calls = calls;
    }

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
                    case FRESH, RETRY, PROGRESSING -> now.plus(0, number, 0);
                    case DONE -> now.plus(number, 0, 0);
                    case NOT_CALLABLE -> now.plus(0, 0, number);
                    case DELETED, IMPORTING -> now;
                });
    }

    void forget(UUID outdialId) {
        counts.remove(outdialId);
    }

    void move(UUID outdialId, TargetState from, TargetState to) {
        add(outdialId, from, -1);
        add(outdialId, to, 1);
    }

    private static final class Walk {
        int looked;
        int notCallable;
        boolean blocked;

        @Nullable
        OutdialTarget found;

        boolean goesOn() {
            return found == null && looked < LONGEST_WALK;
        }
    }

    ClaimResult claim(Transaction transaction, Claim claim) throws SQLException {
        var walk = new Walk();
        walkRetries(transaction, claim, walk);
        if (walk.goesOn()) {
            walkFresh(transaction, claim, walk);
        }
        if (walk.found != null) {
            return new ClaimResult.Claimed(
                    place(transaction, claim, walk.found), progressing(claim, walk.found), walk.notCallable);
        }
        if (walk.looked >= LONGEST_WALK && walk.notCallable > 0) {
            return new ClaimResult.Unfinished(walk.notCallable);
        }
        return new ClaimResult.NothingDue(nextTryAt(transaction, claim), walk.blocked, walk.notCallable);
    }

    private void walkRetries(Transaction transaction, Claim claim, Walk walk) throws SQLException {
        long afterMoment = -1;
        long afterSeq = -1;
        int page = 1;
        while (walk.goesOn()) {
            var statement = transaction.statement(RETRIES);
            statement.setObject(1, claim.campaign().outdialId());
            statement.setLong(2, afterMoment);
            statement.setLong(3, afterMoment);
            statement.setLong(4, afterSeq);
            statement.setLong(5, Columns.micros(claim.now()));
            statement.setInt(6, page);
            var candidates = new ArrayList<OutdialTarget>(page);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    candidates.add(rows.read(row));
                    afterMoment = row.getLong("next_try_at");
                    afterSeq = row.getLong("seq");
                }
            }
            look(transaction, claim, candidates, TargetState.RETRY, walk);
            if (candidates.size() < page) {
                return;
            }
            page = 32;
        }
    }

    private void walkFresh(Transaction transaction, Claim claim, Walk walk) throws SQLException {
        long afterSeq = -1;
        int page = 1;
        while (walk.goesOn()) {
            var statement = transaction.statement(FRESH);
            statement.setObject(1, claim.campaign().outdialId());
            statement.setLong(2, afterSeq);
            statement.setInt(3, page);
            var candidates = new ArrayList<OutdialTarget>(page);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    candidates.add(rows.read(row));
                    afterSeq = row.getLong("seq");
                }
            }
            look(transaction, claim, candidates, TargetState.FRESH, walk);
            if (candidates.size() < page) {
                return;
            }
            page = 32;
        }
    }

    private void look(
            Transaction transaction, Claim claim, List<OutdialTarget> candidates, TargetState state, Walk walk)
            throws SQLException {
        for (var candidate : candidates) {
            walk.looked++;
            var index = candidate.nextDestination(claim.outplan());
            if (index.isEmpty()) {
                walk.notCallable++;
                notCallable(transaction, candidate);
                move(candidate.outdialId(), state, TargetState.NOT_CALLABLE);
                continue;
            }
            var destination = candidate.destinations().get(index.getAsInt());
            if (destination != null
                    && claim.campaign().type() == CampaignType.CALL
                    && claim.inCall().test(destination)) {
                walk.blocked = true;
                continue;
            }
            walk.found = candidate;
            return;
        }
    }

    private CampaignCall place(Transaction transaction, Claim claim, OutdialTarget target) throws SQLException {
        int index = target.nextDestination(claim.outplan()).orElseThrow();
        int tries = target.tryCounts().get(index) + 1;
        var statement = transaction.statement(
                "update target set state = 2, next_try_at = 0, tries_" + index + " = ?, updated_at = ? where seq = ?");
        statement.setInt(1, tries);
        statement.setLong(2, Columns.micros(claim.now()));
        statement.setLong(3, target.seq());
        statement.executeUpdate();
        var campaign = claim.campaign();
        var call = new CampaignCall(
                claim.callId(),
                campaign.id(),
                campaign.outplanId(),
                campaign.outdialId(),
                target.id(),
                campaign.queueId(),
                campaign.type(),
                target.name(),
                claim.outplan().source(),
                target.destinations().get(index),
                index,
                tries,
                CallStatus.DIALING,
                CallResult.NONE,
                null,
                claim.now(),
                null,
                null,
                null,
                null,
                Ids.NIL);
        calls.insert(transaction, call);
        var placed = transaction.statement(
                "update campaign set placed_since_start = true where id = ? and not placed_since_start");
        placed.setObject(1, campaign.id());
        placed.executeUpdate();
        return call;
    }

    private static OutdialTarget progressing(Claim claim, OutdialTarget target) {
        int index = target.nextDestination(claim.outplan()).orElseThrow();
        var tries = new ArrayList<>(target.tryCounts());
        tries.set(index, tries.get(index) + 1);
        return new OutdialTarget(
                target.id(),
                target.outdialId(),
                target.seq(),
                target.name(),
                target.detail(),
                target.data(),
                TargetStatus.PROGRESSING,
                target.destinations(),
                tries,
                null,
                target.lastResult(),
                target.stamps().updatedAt(claim.now()),
                target.unknown());
    }

    private static @Nullable Instant nextTryAt(Transaction transaction, Claim claim) throws SQLException {
        var statement = transaction.statement(NEXT_TRY);
        statement.setObject(1, claim.campaign().outdialId());
        statement.setLong(2, Columns.micros(claim.now()));
        try (var row = statement.executeQuery()) {
            return row.next() ? Columns.instant(row.getLong(1)) : null;
        }
    }

    void settle(Transaction transaction, CampaignCall call, TargetFate fate) throws SQLException {
        switch (fate) {
            case TargetFate.Done _ -> {
                if (leaveCall(transaction, call, TargetState.DONE, 0)) {
                    move(call.outdialId(), TargetState.PROGRESSING, TargetState.DONE);
                }
            }
            case TargetFate.RetryAt(var at) -> leaveCall(transaction, call, TargetState.RETRY, Columns.micros(at));
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
        var statement = transaction.statement("update target set state = ?, next_try_at = ?, last_result = ?,"
                + " updated_at = ? where id = ? and state = 2");
        statement.setInt(1, state.code);
        statement.setLong(2, nextTryAt);
        var cause = call.cause();
        statement.setString(3, cause == null ? null : cause.name());
        Columns.setInstant(statement, 4, call.endedAt());
        statement.setObject(5, call.outdialTargetId());
        return statement.executeUpdate() == 1;
    }

    private static void notCallable(Transaction transaction, OutdialTarget target) throws SQLException {
        var statement = transaction.statement("update target set state = 4, next_try_at = 0 where seq = ?");
        statement.setLong(1, target.seq());
        statement.executeUpdate();
    }
}
