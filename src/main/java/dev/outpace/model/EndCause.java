package dev.outpace.model;

/** How a campaign call ended. Only {@code NORMAL} is a success. */
public enum EndCause {
    /** After its flow or its talk with an agent. */
    NORMAL,
    /** The person joined the queue, or answered after our hang-up order, and ended without an agent. */
    ABANDONED,
    BUSY,
    NO_ANSWER,
    REJECTED,
    BAD_NUMBER,
    /** Nothing rang within the dial timeout: the phone, or the network that leads to it, was out of reach. */
    UNREACHABLE,
    /** The network lost the room for a call whose phone had rung; its try was given back. */
    CONGESTED,
    /** A fault on the way. */
    FAILED,
    /** We hung up before the person had an agent or the flow was through; before an answer, its try was given back. */
    CANCELLED,
    /** The person hung up before the flow was through. */
    HUNG_UP,
    /** Refused before it reached the network; its try was given back. */
    NOT_PLACED,
    /** No end came within 30 s of our hang-up order. */
    LOST,
    /** Answered and open when the workspace was closed, or open when the program was cut. */
    INTERRUPTED,
    /** An answering machine was heard, and the flow ends calls to those. */
    MACHINE,
    /** The flow ended with an error or at its limit. */
    FLOW_FAILED
}
