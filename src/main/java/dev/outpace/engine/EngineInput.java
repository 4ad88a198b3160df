package dev.outpace.engine;

import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.StopMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything that ever influences a decision of the engine. */
public sealed interface EngineInput {
    /**
     * What the exchange tells.
     *
     * <p>{@code at} is when it happened, by the exchange's own time on our clock. Durations come from it, order and timers from
     * when it was heard.
     */
    sealed interface FromExchange extends EngineInput {
        Instant at();
    }

    /** What the exchange tells of a call. */
    sealed interface CallEvent extends FromExchange {
        UUID callId();
    }

    record CallAccepted(Instant at, UUID callId) implements CallEvent {}

    /**
     * The call never reached the network.
     *
     * @param text what the exchange says to it
     */
    record CallRefused(Instant at, UUID callId, Refusal why, String text) implements CallEvent {}

    record CallRinging(Instant at, UUID callId) implements CallEvent {}

    record CallAnswered(Instant at, UUID callId) implements CallEvent {}

    record CallEnded(Instant at, UUID callId, Outcome outcome, EndedBy by) implements CallEvent {}

    /** The order given by {@link Telephony#execute} ended. */
    record OrderEnded(Instant at, OrderId order, UUID callId, MediaResult result) implements CallEvent {}

    record QueueJoined(Instant at, UUID callId, UUID queueId) implements CallEvent {}

    record AgentRinging(Instant at, UUID callId, UUID agentId) implements CallEvent {}

    /** An agent was offered the caller and did not take it; the caller waits on. What the agent is now, {@link AgentChanged} tells. */
    record AgentMissed(Instant at, UUID callId, UUID agentId, Missed why) implements CallEvent {}

    record AgentConnected(Instant at, UUID callId, UUID agentId) implements CallEvent {}

    /**
     * The agent is no longer with the caller, whose call lives on. Where the call ends in the same breath its end says so, too, and
     * this may be left out.
     */
    record AgentReleased(Instant at, UUID callId, UUID agentId, Released how) implements CallEvent {}

    /** The caller left the queue without an agent. */
    record QueueLeft(Instant at, UUID callId, Left how) implements CallEvent {}

    record AgentChanged(Instant at, UUID agentId, AgentNow now) implements FromExchange {}

    /** The order about an agent is carried out, now or after the agent's call. */
    record OrderAccepted(Instant at, OrderId order) implements FromExchange {}

    /** @param reason what the exchange says to it */
    record OrderRefused(Instant at, OrderId order, String reason) implements FromExchange {}

    record LinkDown(Instant at, String reason) implements FromExchange {}

    /**
     * The exchange is there, with all that it has; again when it is asked to look.
     *
     * @param restarted it began anew since it was heard last: none of the calls from before lives
     */
    record LinkUp(Instant at, boolean restarted, Snapshot now) implements FromExchange {}

    /**
     * The store can't be written.
     *
     * @param place its file or folder
     * @param detail for a full disk how many megabytes must be free, else what the system says; empty for nothing
     */
    record StoreDown(StoreFault fault, String place, String detail) implements EngineInput {
        /** What people are told, be it as an alarm or as the answer to an order. */
        public Problem problem() {
            return switch (fault) {
                case DISK_FULL -> Problem.error("store.disk_full", "", place, detail);
                case FILE_GONE -> Problem.error("store.file_gone", "", place);
                case NOT_WRITABLE -> Problem.error("store.not_writable", "", place, detail);
            };
        }
    }

    /** The store can be written again, and all that was found meanwhile is written. */
    record StoreUp() implements EngineInput {}

    /** Orders, from people. */
    sealed interface Order extends EngineInput {}

    /** Starts a campaign, or lets one go on that was running when the workspace was closed. */
    record CampaignStarted(UUID campaignId) implements Order {}

    record CampaignStopped(UUID campaignId, StopMode mode) implements Order {}

    /** Campaigns that run place no call until each is started again: before the workspace closes. */
    record RunningHeld() implements Order {}

    record HangUpOrdered(UUID callId) implements Order {}

    record AgentOrdered(UUID agentId, AgentStatus status, AwayReason reason) implements Order {}

    /**
     * Saves a new, changed or deleted resource. A campaign's status in it is ignored.
     *
     * @param reopen reopen targets that a raised maximum makes dialable again
     */
    record Edited(Resource resource, boolean reopen) implements Order {}

    /**
     * Saves all that files brought, or nothing. A campaign's status in it is ignored.
     *
     * @param importId by which the store knows the targets that come with it
     * @param replace resources that are there already are replaced; otherwise they refuse the whole
     */
    record Imported(UUID importId, List<Resource> resources, boolean replace) implements Order {
        public Imported {
            resources = List.copyOf(resources);
        }
    }

    /** Targets were added, changed, reopened or removed by others than the engine. */
    record TargetsChanged(UUID outdialId) implements EngineInput {}

    record LimitsChanged(LineLimits limits) implements EngineInput {}

    record TimerFired(TimerKey timer) implements EngineInput {}

    /** Once a second. */
    record Tick() implements EngineInput {}

    /** The workspace closes: the end of every call in progress is ordered, and nothing is launched any more. */
    record Closing() implements EngineInput {}

    /** Why a store can't be written. */
    enum StoreFault {
        DISK_FULL,
        /** Its file was removed, moved or replaced. */
        FILE_GONE,
        NOT_WRITABLE
    }

    /** Why an agent did not take a caller. */
    enum Missed {
        /** The phone rang, and nobody picked up. */
        NO_ANSWER,
        REJECTED,
        /** The phone could not be reached: it never rang. */
        UNREACHABLE,
        /** The agent serves the queue no more. */
        WITHDRAWN
    }

    enum Left {
        ABANDONED,
        TIMEOUT,
        QUEUE_GONE,
        /** By our order. */
        WITHDRAWN,
        /** Nobody serves the queue. */
        NO_AGENTS,
        /** It was not told: the caller is on the line, and in no queue. */
        UNKNOWN
    }

    /** What parted an agent from a caller. */
    enum Released {
        /** The agent hung up. */
        AGENT,
        CALLER,
        /** Our order. */
        US,
        /** The agent passed the caller on to somebody else. */
        TRANSFERRED
    }

    /** Why the exchange took no call. */
    enum Refusal {
        /** No line leads there, or none is free. */
        NO_TRUNK,
        /** The network has no room for it now. */
        CONGESTED,
        LINK_DOWN,
        BAD_ADDRESS
    }

    /** Who ended a call. */
    enum EndedBy {
        /** Our order. */
        US,
        CALLER,
        AGENT,
        EXCHANGE,
        UNKNOWN
    }

    /** How the exchange saw a call end. */
    enum Outcome {
        COMPLETED,
        BUSY,
        NO_ANSWER,
        REJECTED,
        BAD_NUMBER,
        FAILED,
        CANCELLED,
        /** The link was lost and the call is gone. */
        UNKNOWN
    }

    /** Which timer fired. */
    sealed interface TimerKey {
        record RetryDue(UUID outdialId) implements TimerKey {}

        record DialTimeout(UUID callId) implements TimerKey {}

        record EndOverdue(UUID callId) implements TimerKey {}

        record ReservationOver(UUID callId) implements TimerKey {}

        record SleepOver(UUID callId) implements TimerKey {}

        /** The end of an order should have been told by now. */
        record OrderOverdue(UUID callId, OrderId order) implements TimerKey {}

        /** A queue should have taken the caller, or refused, by now. */
        record JoinOverdue(UUID callId, OrderId order) implements TimerKey {}

        /** The caller has waited in the queue for as long as allowed. */
        record WaitOver(UUID callId, OrderId join) implements TimerKey {}

        /** A queue should have let the caller go by now. */
        record LeaveOverdue(UUID callId, OrderId order) implements TimerKey {}

        /** The exchange should have said by now whether it changes the agent. */
        record AgentOrderOverdue(OrderId order) implements TimerKey {}

        record CallRateFree() implements TimerKey {}
    }
}
