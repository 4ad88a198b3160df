package dev.outpace.model;

/** Why a call was launched, or why none is. */
public enum DecisionReason {
    /** The rule is true. */
    DIALING,
    /** No queue, so the rule is not used. */
    DIALING_WITHOUT_RULE,
    /** A campaign of type flow began with a target. */
    FLOW_STARTED,
    /** The rule is false, with agents available. */
    WAITING_FOR_AGENT,
    /** More calls dialing than allowed. */
    OVER_LIMIT,
    /** More than the abandon target is abandoned in the window: held until {@code nextTryAt}, where the window tells that. */
    OVER_ABANDON_TARGET,
    /** Agents are available, but calls of other queues that the same people serve need them. */
    AGENTS_NEEDED_ELSEWHERE,
    NO_AGENT_AVAILABLE,
    QUEUE_GONE,
    LINE_LIMIT,
    CALLS_PER_SECOND,
    FLOW_LIMIT,
    /** Nothing is due before {@code nextTryAt}, or before a call in progress has ended. */
    NO_TARGET_DUE,
    /** Calling rules allow no call before {@code nextTryAt}: the decision's {@code rule} says which. */
    HELD_BY_RULES,
    /** Only targets are due that were abandoned a while ago, and no agent can be kept free for one. */
    WAITING_FOR_KEPT_AGENT,
    /** The list is used up; the campaign will stop. */
    NO_TARGET_LEFT,
    /** The list is used up; the campaign waits for targets to be added. */
    WAITING_FOR_TARGETS,
    STOP_ASKED,
    /** Something was wrong that only a person can mend; calls in progress end by themselves. */
    STOPPING_AFTER_FAULT,
    STOPPED,
    TELEPHONY_DOWN,
    /** 20 calls in a row were refused before they reached the network. */
    CALLS_REFUSED,
    /** A do-not-call list that counts for the campaign is older than its maximum age: {@code limit} days, 0 if it has no date. */
    DO_NOT_CALL_TOO_OLD,
    /** The store can't be written: nothing is placed that could not be accounted for. */
    STORE_DOWN,
    /** Wall time and monotonic time parted; launching pauses until both are read again. */
    CLOCK_CHANGED,
    /** Was running when the workspace was closed; waits for the word to go on. */
    WAITING_TO_GO_ON
}
