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
import dev.outpace.store.NumberRule.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims targets on the writer thread: walks through a list until a target is found that can be dialed now. */
final class TargetClaims {
    /** Targets that one claim examines at most, so that no other write waits long. */
    private static final int MAX_WALK = 256;

    /** The same under calling rules, which cost more to ask. */
    private static final int MAX_RULED_WALK = 16;

    private static final int PAGE = 32;

    /** A moment that is later than any next try. */
    static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    static final String DUE = "select * from target where outdial_id = ? and state = ? and next_try_at <= ?"
            + " order by outdial_id, state, next_try_at, seq fetch first ? rows only";
    private static final String NEXT_TRY = "select next_try_at from target where outdial_id = ? and state = ?"
            + " and next_try_at > ? order by outdial_id, state, next_try_at, seq fetch first row only";

    /** Fresh targets have no next try. Their column holds this moment. */
    static final Instant FRESH = Instant.EPOCH;

    private final TargetRows rows;
    private final CallRows calls;
    private final TargetTable table;
    private final DialedNumbers numbers;
    private final DoNotCallTable doNotCall;
    private final ClaimRules rules;
    private final FreshOrder freshOrder;

    TargetClaims(
            TargetRows rows,
            CallRows calls,
            TargetTable table,
            DialedNumbers numbers,
            DoNotCallTable doNotCall,
            ClaimRules rules,
            FreshOrder freshOrder) {
        this.freshOrder = freshOrder;
        this.rows = rows;
        this.calls = calls;
        this.table = table;
        this.numbers = numbers;
        this.doNotCall = doNotCall;
        this.rules = rules;
    }

    private record Found(OutdialTarget target, int index, boolean keepsAgent) {}

    /**
     * One claim's walk through a list. Each target that it examines is either claimed or moved to another state, so the next
     * claim does not examine it again.
     */
    private final class Walk {
        private final Transaction transaction;
        private final Claim claim;
        /** Null without calling rules. */
        private final @Nullable RuledWalk ruled;

        private int examined;
        private int notCallable;

        @Nullable
        Found found;

        Walk(Transaction transaction, Claim claim) {
            this.transaction = transaction;
            this.claim = claim;
            ruled = rules.walk(transaction, claim);
        }

        boolean isUnfinished() {
            return found == null && examined < (ruled == null ? MAX_WALK : MAX_RULED_WALK);
        }

        /** @param until targets with a next try up to this moment are examined, the moment included */
        void walkThrough(TargetState state, Instant until) throws SQLException {
            if (ruled != null) {
                walkThroughOpen(ruled, state, until);
                return;
            }
            int page = 1;
            while (isUnfinished()) {
                var due = due(state, until, page);
                for (int i = 0; i < due.size() && found == null; i++) {
                    examine(due.get(i), state);
                }
                if (due.size() < page) {
                    return;
                }
                page = PAGE;
            }
        }

        /** The same, but only through targets that are within their calling hours now. */
        private void walkThroughOpen(RuledWalk open, TargetState state, Instant until) throws SQLException {
            while (isUnfinished()) {
                var target = open.first(state, until);
                if (target == null) {
                    return;
                }
                examined++;
                if (open.isOpen(target, state)) {
                    examineRuled(open, target, state);
                }
            }
        }

        private void examineRuled(RuledWalk open, OutdialTarget target, TargetState state) throws SQLException {
            switch (open.destination(target)) {
                case RuledWalk.Answer.None _ -> {
                    notCallable++;
                    table.becomesNotCallable(transaction, target, state);
                }
                case RuledWalk.Answer.Barred(var by) -> {
                    notCallable++;
                    if (by == RuleKind.DO_NOT_CALL) {
                        table.bar(transaction, target.seq(), target.outdialId(), state);
                    } else {
                        table.bar(transaction, target, state, by, claim.now());
                    }
                }
                case RuledWalk.Answer.Held(var by, var until) ->
                    table.hold(transaction, target, state, by, claim.now(), until);
                case RuledWalk.Answer.Dial(var index, var keepsAgent) -> dial(target, state, index, keepsAgent);
            }
        }

        private List<OutdialTarget> due(TargetState state, Instant until, int page) throws SQLException {
            var statement = transaction.statement(DUE);
            statement.setObject(1, claim.campaign().outdialId());
            statement.setInt(2, state.code);
            statement.setLong(3, Columns.micros(until));
            statement.setInt(4, page);
            var due = new ArrayList<OutdialTarget>(page);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(rows.read(row));
                }
            }
            return due;
        }

        private void examine(OutdialTarget target, TargetState state) throws SQLException {
            examined++;
            var index = target.nextDestination(claim.outplan());
            if (index.isEmpty()) {
                notCallable++;
                table.becomesNotCallable(transaction, target, state);
                return;
            }
            index = allowed(target, index);
            if (index.isEmpty()) {
                notCallable++;
                table.bar(transaction, target.seq(), target.outdialId(), state);
                return;
            }
            dial(target, state, index.getAsInt(), false);
        }

        private void dial(OutdialTarget target, TargetState state, int index, boolean ruleKeepsAgent)
                throws SQLException {
            switch (verdict(target, index)) {
                case Verdict.Dial(var keepsAgent) -> found = new Found(target, index, keepsAgent || ruleKeepsAgent);
                case Verdict.Wait(var waiting, var until) ->
                    table.waitUntil(transaction, target, state, waiting, claim.now(), until);
            }
        }

        /** The first destination from this one on that is on no do-not-call list; empty if each is. */
        private OptionalInt allowed(OutdialTarget target, OptionalInt first) throws SQLException {
            if (claim.campaign().type() == CampaignType.FLOW) {
                return first;
            }
            var index = first;
            while (index.isPresent()) {
                var number = Objects.requireNonNull(target.destinations().get(index.getAsInt()));
                if (doNotCall.find(transaction, claim.doNotCall(), number) == null) {
                    return index;
                }
                index = target.nextDestination(claim.outplan(), index.getAsInt() + 1);
            }
            return index;
        }

        private Verdict verdict(OutdialTarget target, int index) throws SQLException {
            if (claim.campaign().type() == CampaignType.FLOW) {
                return new Verdict.Dial(false);
            }
            var number = Objects.requireNonNull(target.destinations().get(index));
            boolean inCall = claim.inCall().test(number);
            return NumberRule.of(claim, target.id(), inCall, inCall ? null : numbers.known(transaction, number));
        }
    }

    ClaimResult claim(Transaction transaction, Claim claim) throws SQLException {
        numbers.forgetOutdated(transaction, claim.now(), claim.rest());
        rules.calledBy(transaction, claim);
        freshOrder.place(transaction, claim.campaign().outdialId());
        var walk = new Walk(transaction, claim);
        if (claim.freshFirst()) {
            walk.walkThrough(TargetState.FRESH, FRESH);
        }
        walk.walkThrough(TargetState.RETRY, claim.now());
        if (table.count(claim.campaign().outdialId(), TargetState.HELD) > 0) {
            // Without rules nothing holds them any more.
            walk.walkThrough(TargetState.HELD, walk.ruled == null ? EVER : claim.now());
        }
        walk.walkThrough(TargetState.RETRY_OR_AGENT, claim.now());
        var earlier = claim.rest().earlierWithAgent();
        if (claim.agentFree() && earlier.isPositive()) {
            walk.walkThrough(TargetState.RETRY_OR_AGENT, claim.now().plus(earlier));
        }
        if (!claim.freshFirst()) {
            walk.walkThrough(TargetState.FRESH, FRESH);
        }
        var found = walk.found;
        if (found != null) {
            var target = progressing(claim, found);
            var call = place(transaction, claim, found);
            return new ClaimResult.Claimed(call, target, walk.notCallable, found.keepsAgent());
        }
        return walk.isUnfinished()
                ? walk.ruled == null
                        ? nothingDue(transaction, claim, walk.notCallable)
                        : walk.ruled.nothingDue(walk.notCallable)
                : new ClaimResult.Unfinished(walk.notCallable);
    }

    private CampaignCall place(Transaction transaction, Claim claim, Found found) throws SQLException {
        var target = found.target();
        int index = found.index();
        int tries = target.tryCounts().get(index) + 1;
        table.callBegins(transaction, target, index, tries, claim.now());
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
        rules.dialed(transaction, claim, target);
        transaction.change(
                "update campaign set placed_since_start = true where id = ? and not placed_since_start", campaign.id());
        return call;
    }

    private static OutdialTarget progressing(Claim claim, Found found) {
        var target = found.target();
        var tries = new ArrayList<>(target.tryCounts());
        tries.set(found.index(), tries.get(found.index()) + 1);
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
                target.routing(),
                target.stamps().updatedAt(claim.now()),
                target.unknown());
    }

    /** Called when every target that is due, or may be dialed early with a reserved agent, was examined. */
    private static ClaimResult nothingDue(Transaction transaction, Claim claim, int notCallable) throws SQLException {
        var now = claim.now();
        var earlier = claim.rest().earlierWithAgent();
        var retry = nextTryAt(transaction, claim, TargetState.RETRY, now);
        var rested = nextTryAt(transaction, claim, TargetState.RETRY_OR_AGENT, now);
        boolean waitsForAgent =
                rested != null && !claim.agentFree() && !rested.minus(earlier).isAfter(now);
        // A target that was not dialed because no agent was free can be dialed with an agent at any time. The next
        // event
        // is the next target's early moment, or the moment from which no agent is needed.
        var withAgent = nextTryAt(transaction, claim, TargetState.RETRY_OR_AGENT, now.plus(earlier));
        var next = Stream.of(retry, rested, withAgent == null ? null : withAgent.minus(earlier))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new ClaimResult.NothingDue(next, notCallable, waitsForAgent);
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
}
