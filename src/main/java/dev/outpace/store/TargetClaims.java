package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims on the writer thread: walks over the targets of a list until one is found that can be dialed now. */
final class TargetClaims {
    /** A claim looks at so many targets at most, so that no other write waits long. */
    private static final int LONGEST_WALK = 256;

    private static final String RETRIES = "select * from target where outdial_id = ? and state = ?"
            + " and (next_try_at > ? or (next_try_at = ? and seq > ?)) and next_try_at <= ?"
            + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
    private static final String FRESH = "select * from target where outdial_id = ? and state = 0"
            + " and next_try_at = 0 and seq > ?"
            + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
    private static final String NEXT_TRY = "select next_try_at from target where outdial_id = ? and state = ?"
            + " and next_try_at > ? order by outdial_id, state, next_try_at, seq fetch first row only";

    private final TargetRows rows;
    private final CallRows calls;
    private final TargetTable table;

    TargetClaims(TargetRows rows, CallRows calls, TargetTable table) {
        this.rows = rows;
        this.calls = calls;
        this.table = table;
    }

    private static final class Walk {
        int looked;
        int notCallable;
        /** Targets that were due, had they not been abandoned a while ago. */
        int resting;

        boolean blocked;

        @Nullable
        OutdialTarget found;

        /** Looks at targets before their time. */
        boolean withAgent;

        /** When the first of those may be dialed that were looked at too soon. */
        @Nullable
        Instant tooSoonUntil;

        /** It was found before its time, since an agent can be kept free for it. */
        boolean keepsAgent;

        boolean goesOn() {
            return found == null && looked < LONGEST_WALK;
        }
    }

    ClaimResult claim(Transaction transaction, Claim claim) throws SQLException {
        var walk = new Walk();
        walkRetries(transaction, claim, TargetState.RETRY, claim.now(), walk);
        if (walk.goesOn()) {
            walkRetries(transaction, claim, TargetState.RETRY_OR_AGENT, claim.now(), walk);
        }
        if (walk.goesOn() && claim.agentFree() && claim.earlierWithAgent().isPositive()) {
            var soonEnough = claim.now().plus(claim.earlierWithAgent());
            walk.withAgent = true;
            walkRetries(transaction, claim, TargetState.RETRY_OR_AGENT, soonEnough, walk);
            walk.withAgent = false;
        }
        if (walk.goesOn()) {
            walkFresh(transaction, claim, walk);
        }
        if (walk.found != null) {
            return new ClaimResult.Claimed(
                    place(transaction, claim, walk.found),
                    progressing(claim, walk.found),
                    walk.notCallable,
                    walk.keepsAgent);
        }
        // Who was found to rest on may be dialed at once, where an agent can be kept free.
        if (walk.resting > 0 || (walk.looked >= LONGEST_WALK && walk.notCallable > 0)) {
            return new ClaimResult.Unfinished(walk.notCallable);
        }
        return nothingDue(transaction, claim, walk);
    }

    /** @param until up to and with which next try the walk goes */
    private void walkRetries(Transaction transaction, Claim claim, TargetState state, Instant until, Walk walk)
            throws SQLException {
        long afterMoment = -1;
        long afterSeq = -1;
        int page = 1;
        while (walk.goesOn()) {
            var statement = transaction.statement(RETRIES);
            statement.setObject(1, claim.campaign().outdialId());
            statement.setInt(2, state.code);
            statement.setLong(3, afterMoment);
            statement.setLong(4, afterMoment);
            statement.setLong(5, afterSeq);
            statement.setLong(6, Columns.micros(until));
            statement.setInt(7, page);
            var candidates = new ArrayList<Candidate>(page);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    candidates.add(candidate(row));
                    afterMoment = row.getLong("next_try_at");
                    afterSeq = row.getLong("seq");
                }
            }
            look(transaction, claim, candidates, state, walk);
            if (candidates.size() < page) {
                return;
            }
            page = 32;
        }
    }

    /** @param abandonedAt when the last call of the target that was abandoned ended; null where none was */
    private record Candidate(OutdialTarget target, @Nullable Instant abandonedAt) {}

    private Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(rows.read(row), Columns.instantOrNull(row, "abandoned_at"));
    }

    private void walkFresh(Transaction transaction, Claim claim, Walk walk) throws SQLException {
        long afterSeq = -1;
        int page = 1;
        while (walk.goesOn()) {
            var statement = transaction.statement(FRESH);
            statement.setObject(1, claim.campaign().outdialId());
            statement.setLong(2, afterSeq);
            statement.setInt(3, page);
            var candidates = new ArrayList<Candidate>(page);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    candidates.add(candidate(row));
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

    private void look(Transaction transaction, Claim claim, List<Candidate> candidates, TargetState state, Walk walk)
            throws SQLException {
        for (var look : candidates) {
            var candidate = look.target();
            walk.looked++;
            var index = candidate.nextDestination(claim.outplan());
            if (index.isEmpty()) {
                walk.notCallable++;
                notCallable(transaction, candidate);
                table.move(candidate.outdialId(), state, TargetState.NOT_CALLABLE);
                continue;
            }
            if (rests(transaction, claim, look, walk)) {
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

    /** Whether a target is to be left alone because it was abandoned; it then stands where it is found when that is over. */
    private static boolean rests(Transaction transaction, Claim claim, Candidate look, Walk walk) throws SQLException {
        var abandonedAt = look.abandonedAt();
        var until = abandonedAt == null ? null : claim.restsUntil(abandonedAt);
        walk.keepsAgent = false;
        if (abandonedAt == null || until == null || !until.isAfter(claim.now())) {
            return false;
        }
        if (walk.withAgent) {
            var byOutplan = abandonedAt.plus(claim.outplan().retryAfter());
            boolean tooSoon = byOutplan.isAfter(claim.now());
            if (tooSoon && (walk.tooSoonUntil == null || byOutplan.isBefore(walk.tooSoonUntil))) {
                walk.tooSoonUntil = byOutplan;
            }
            walk.keepsAgent = !tooSoon;
            return tooSoon;
        }
        walk.resting++;
        rest(transaction, claim, look.target(), until);
        return true;
    }

    /** It came back before its rest is over, for another address, more tries or another rule: it goes on resting. */
    private static void rest(Transaction transaction, Claim claim, OutdialTarget target, Instant until)
            throws SQLException {
        var state = claim.earlierWithAgent().isPositive() ? TargetState.RETRY_OR_AGENT : TargetState.RETRY;
        var statement = transaction.statement("update target set state = ?, next_try_at = ? where seq = ?");
        statement.setInt(1, state.code);
        statement.setLong(2, Columns.micros(until));
        statement.setLong(3, target.seq());
        statement.executeUpdate();
    }

    private static ClaimResult nothingDue(Transaction transaction, Claim claim, Walk walk) throws SQLException {
        var next = nextTryAt(transaction, claim, TargetState.RETRY, claim.now());
        var rested = nextTryAt(transaction, claim, TargetState.RETRY_OR_AGENT, claim.now());
        if (rested == null) {
            return new ClaimResult.NothingDue(next, walk.blocked, walk.notCallable);
        }
        var withAgent = rested.minus(claim.earlierWithAgent());
        boolean waitsForAgent = !withAgent.isAfter(claim.now());
        // One that could be dialed with an agent, and was not although there is one, waits for its address.
        var looked = waitsForAgent ? rested : withAgent;
        if (waitsForAgent) {
            // The next of them comes of age while this one waits, for an agent or for its address.
            var soonEnough = claim.now().plus(claim.earlierWithAgent());
            var following = nextTryAt(transaction, claim, TargetState.RETRY_OR_AGENT, soonEnough);
            if (following != null && following.minus(claim.earlierWithAgent()).isBefore(looked)) {
                looked = following.minus(claim.earlierWithAgent());
            }
        }
        if (walk.tooSoonUntil != null && walk.tooSoonUntil.isBefore(looked)) {
            looked = walk.tooSoonUntil;
        }
        return new ClaimResult.NothingDue(
                next == null || looked.isBefore(next) ? looked : next,
                walk.blocked,
                walk.notCallable,
                waitsForAgent && !claim.agentFree());
    }

    private static @Nullable Instant nextTryAt(Transaction transaction, Claim claim, TargetState state, Instant after)
            throws SQLException {
        var statement = transaction.statement(NEXT_TRY);
        statement.setObject(1, claim.campaign().outdialId());
        statement.setInt(2, state.code);
        statement.setLong(3, Columns.micros(after));
        try (var row = statement.executeQuery()) {
            return row.next() ? Columns.instant(row.getLong(1)) : null;
        }
    }

    private static void notCallable(Transaction transaction, OutdialTarget target) throws SQLException {
        var statement = transaction.statement("update target set state = 4, next_try_at = 0 where seq = ?");
        statement.setLong(1, target.seq());
        statement.executeUpdate();
    }
}
