package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent as seen right now.
 *
 * @param since when this status began
 * @param callId the call that rings or is talked to; nil otherwise
 * @param campaignId of that call; nil otherwise
 * @param wrappingUp busy after the call, not with one
 * @param awayFor of no meaning in another status than away
 */
public record AgentMoment(
        UUID agentId,
        AgentStatus status,
        Instant since,
        UUID callId,
        UUID campaignId,
        boolean wrappingUp,
        AwayReason awayFor,
        Remark remark) {
    /** Why the status is what it is, where that does not speak for itself. */
    public enum Remark {
        NONE,
        /** With a call that is not ours. */
        OTHER_CALL,
        /** The phone can't be rung. */
        UNREACHABLE,
        /** The exchange has no such agent. */
        NOT_ON_EXCHANGE,
        /** The phone is being called, to stay on the line. */
        CONNECTING,
        /** The phone is on the line: callers are put through without a ring, and it does not show them. */
        CONNECTED
    }

    /** Who goes away without saying what for, is on a break. */
    public AgentMoment(
            UUID agentId, AgentStatus status, Instant since, UUID callId, UUID campaignId, boolean wrappingUp) {
        this(agentId, status, since, callId, campaignId, wrappingUp, AwayReason.BREAK, Remark.NONE);
    }
}
