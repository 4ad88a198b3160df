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

/** Everything that influences a decision of the engine. */
public sealed interface EngineInput {
    /**
     * A report of the exchange.
     *
     * <p>{@code at} is the moment of the event: the exchange's own time, converted to our clock. Durations are computed from
     * it. The order of events and all timers depend on when the report arrived.
     */
    sealed interface FromExchange extends EngineInput {
        Instant at();
    }

    /** A report of the exchange about a call. */
    sealed interface CallEvent extends FromExchange {
        UUID callId();
    }

    record CallAccepted(Instant at, UUID callId) implements CallEvent {}

    /**
     * The call never reached the network.
     *
     * @param text the exchange's own reason
     */
    record CallRefused(Instant at, UUID callId, Refusal why, String text) implements CallEvent {}

    record CallRinging(Instant at, UUID callId) implements CallEvent {}

    record CallAnswered(Instant at, UUID callId) implements CallEvent {}

    record CallEnded(Instant at, UUID callId, Outcome outcome, EndedBy by) implements CallEvent {}

    /** The order given by {@link Telephony#execute} ended. */
    record OrderEnded(Instant at, OrderId order, UUID callId, MediaResult result) implements CallEvent {}

    /** The person pressed a key, during an order or between two orders. */
    record KeyPressed(Instant at, UUID callId, char key) implements CallEvent {}

    /**
     * Others are called because of the call, or no longer: its flow connects it with them. Told with each change, also with one
     * that happened while the link was down; the end of the call ends it.
     *
     * @param lines how many lines to the network it takes besides its own from now on
     */
    record OthersCalled(Instant at, UUID callId, int lines) implements CallEvent {}

    record QueueJoined(Instant at, UUID callId, UUID queueId) implements CallEvent {}

    record AgentRinging(Instant at, UUID callId, UUID agentId) implements CallEvent {}

    /**
     * An agent was offered the caller and did not take the call; the caller keeps waiting. {@link AgentChanged} reports the
     * agent's new state.
     */
    record AgentMissed(Instant at, UUID callId, UUID agentId, Missed why) implements CallEvent {}

    record AgentConnected(Instant at, UUID callId, UUID agentId) implements CallEvent {}

    /**
     * The agent is no longer with the caller, whose call continues. If the call ends at the same moment, this input may be left
     * out.
     */
    record AgentReleased(Instant at, UUID callId, UUID agentId, Released how) implements CallEvent {}

    /** The caller left the queue without an agent. */
    record QueueLeft(Instant at, UUID callId, Left how) implements CallEvent {}

    /**
     * A supervisor takes part in the talk, in another way than before, or no longer. It decides nothing; it is kept with the
     * call.
     *
     * @param phone of the supervisor, as the exchange dials it
     */
    record CallListened(Instant at, UUID callId, Listened what, String phone) implements CallEvent {}

    /**
     * Callers whom no campaign called wait in a queue for agents whom this one has. Only an exchange with queues of its own tells it, from
     * the begin on and with each change.
     *
     * @param callers how many wait while no phone rings for them
     */
    record OthersWait(Instant at, UUID queueId, int callers) implements FromExchange {}

    record AgentChanged(Instant at, UUID agentId, AgentNow now) implements FromExchange {}

    /** The order about an agent is carried out, now or after the agent's call. */
    record OrderAccepted(Instant at, OrderId order) implements FromExchange {}

    /** @param reason the exchange's own reason */
    record OrderRefused(Instant at, OrderId order, String reason) implements FromExchange {}

    /** The exchange can't be reached. Told again, without a link between, where that has another reason than before. */
    record LinkDown(Instant at, String reason) implements FromExchange {}

    /**
     * The exchange is connected, and this is all that it has. Also the answer to a request for a snapshot.
     *
     * @param restarted whether the exchange was restarted since its last report, so that no earlier call exists any more
     */
    record LinkUp(Instant at, boolean restarted, Snapshot now) implements FromExchange {}

    /**
     * The store can't be written.
     *
     * @param place file or folder of the store
     * @param detail for a full disk: how many megabytes must be free; otherwise the operating system's message; empty if there
     *     is none
     */
    record StoreDown(StoreFault fault, String place, String detail) implements EngineInput {
        /** The problem as an alarm or as the answer to an order. */
        public Problem problem() {
            return switch (fault) {
                case DISK_FULL -> Problem.error("store.disk_full", "", place, detail);
                case FILE_GONE -> Problem.error("store.file_gone", "", place);
                case NOT_WRITABLE -> Problem.error("store.not_writable", "", place, detail);
            };
        }
    }

    /** The store can be written again, and all facts found meanwhile are written. */
    record StoreUp() implements EngineInput {}

    /** An order of a user. */
    sealed interface Order extends EngineInput {}

    /** Starts a campaign, or resumes one that was running when the workspace was closed. */
    record CampaignStarted(UUID campaignId) implements Order {}

    /** Starts a campaign for one call, after which it stops; one that has placed a call since its start stops. */
    record CampaignTried(UUID campaignId) implements Order {}

    record CampaignStopped(UUID campaignId, StopMode mode) implements Order {}

    /** The workspace is about to close: running campaigns place no call until each is started again. */
    record RunningHeld() implements Order {}

    record HangUpOrdered(UUID callId) implements Order {}

    record AgentOrdered(UUID agentId, AgentStatus status, AwayReason reason) implements Order {}

    /**
     * Saves a new, changed or deleted resource. The status of a campaign in it is ignored.
     *
     * @param reopen whether targets become callable again that a raised maximum makes dialable
     */
    record Edited(Resource resource, boolean reopen) implements Order {}

    /**
     * Saves everything that files contain, or nothing. The status of a campaign in it is ignored.
     *
     * @param importId under this id the store has prepared the import's targets
     * @param replace whether existing resources are replaced; otherwise they refuse the whole import
     */
    record Imported(UUID importId, List<Resource> resources, boolean replace) implements Order {
        public Imported {
            resources = List.copyOf(resources);
        }
    }

    /** Targets were added, changed, reopened or removed by something else than the engine. */
    record TargetsChanged(UUID outdialId) implements EngineInput {}

    record LimitsChanged(LineLimits limits) implements EngineInput {}

    record TimerFired(TimerKey timer) implements EngineInput {}

    /** Once a second. */
    record Tick() implements EngineInput {}

    /** The workspace closes: the end of every call in progress is ordered, and no call is placed any more. */
    record Closing() implements EngineInput {}

    /** Why the store can't be written. */
    enum StoreFault {
        DISK_FULL,
        /** The file was removed, moved or replaced. */
        FILE_GONE,
        NOT_WRITABLE
    }

    /** Why an agent did not take a caller. */
    enum Missed {
        /** The phone rang, and nobody picked up. */
        NO_ANSWER,
        REJECTED,
        /** The phone could not be reached, so it never rang. */
        UNREACHABLE,
        /** The agent no longer serves the queue. */
        WITHDRAWN
    }

    /** How a supervisor takes part in a talk. */
    enum Listened {
        LISTEN,
        WHISPER,
        BARGE,
        ENDED
    }

    enum Left {
        ABANDONED,
        TIMEOUT,
        QUEUE_GONE,
        /** By our order. */
        WITHDRAWN,
        /** No agent serves the queue. */
        NO_AGENTS,
        /** It was not told: the caller is on the line, and in no queue. */
        UNKNOWN
    }

    /** What separated an agent from a caller. */
    enum Released {
        /** The agent hung up. */
        AGENT,
        CALLER,
        /** Our order. */
        US,
        /** The agent passed the caller on to somebody else. */
        TRANSFERRED
    }

    /** Why the exchange refused a call. */
    enum Refusal {
        /** No trunk leads to the destination, or none is free. */
        NO_TRUNK,
        /** The network has no capacity for the call now. */
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

    /** How a call ended, as the exchange reports it. */
    enum Outcome {
        COMPLETED,
        BUSY,
        NO_ANSWER,
        REJECTED,
        BAD_NUMBER,
        /** Nothing rang within the dial timeout. */
        UNREACHABLE,
        FAILED,
        /** The network had no capacity for the call, so it never reached the person. */
        CONGESTED,
        CANCELLED,
        /** The link was lost and the call is gone. */
        UNKNOWN
    }

    /** Identifies the timer that fired. */
    sealed interface TimerKey {
        record RetryDue(UUID outdialId) implements TimerKey {}

        record DialTimeout(UUID callId) implements TimerKey {}

        record EndOverdue(UUID callId) implements TimerKey {}

        record ReservationOver(UUID callId) implements TimerKey {}

        record SleepOver(UUID callId) implements TimerKey {}

        /** The end of an order should have been reported by now. */
        record OrderOverdue(UUID callId, OrderId order) implements TimerKey {}

        /** A queue should have taken or refused the caller by now. */
        record JoinOverdue(UUID callId, OrderId order) implements TimerKey {}

        /** The caller has waited in the queue as long as allowed. */
        record WaitOver(UUID callId, OrderId join) implements TimerKey {}

        /** A queue should have released the caller by now. */
        record LeaveOverdue(UUID callId, OrderId order) implements TimerKey {}

        /** The exchange should have accepted or refused an order about an agent by now. */
        record AgentOrderOverdue(OrderId order) implements TimerKey {}

        record CallRateFree() implements TimerKey {}
    }
}
