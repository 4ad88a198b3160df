package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A launch or a hold with all that it was made from.
 *
 * @param targetId nil for a hold
 * @param callId nil for a hold
 * @param limit the line or flow limit that was reached, or calls still in progress while stopping; 0 where it does not
 *     apply
 * @param nextTryAt when the next target is due, or the hold ends, where that is known
 * @param rule calling rule that the next target waits for; null for other decisions
 */
public record PacingDecision(
        boolean launched,
        DecisionReason reason,
        PacingSnapshot snapshot,
        UUID targetId,
        UUID callId,
        int limit,
        @Nullable Instant nextTryAt,
        @Nullable RuleReason rule) {
    public static PacingDecision hold(
            DecisionReason reason, PacingSnapshot snapshot, int limit, @Nullable Instant nextTryAt) {
        return new PacingDecision(false, reason, snapshot, Ids.NIL, Ids.NIL, limit, nextTryAt, null);
    }

    public static PacingDecision launch(DecisionReason reason, PacingSnapshot snapshot, CampaignCall call) {
        return new PacingDecision(true, reason, snapshot, call.outdialTargetId(), call.id(), 0, null, null);
    }

    /** A do-not-call list bars everybody. */
    public static PacingDecision listTooOld(PacingSnapshot snapshot, DoNotCallList list, int days) {
        return new PacingDecision(
                false,
                DecisionReason.DO_NOT_CALL_TOO_OLD,
                snapshot,
                Ids.NIL,
                Ids.NIL,
                days,
                null,
                new RuleReason.ListTooOld(list.id(), list.name(), list.asOf()));
    }

    /** @param until when the rule allows the next call */
    public static PacingDecision heldByRule(PacingSnapshot snapshot, RuleReason rule, @Nullable Instant until) {
        return new PacingDecision(false, DecisionReason.HELD_BY_RULES, snapshot, Ids.NIL, Ids.NIL, 0, until, rule);
    }
}
