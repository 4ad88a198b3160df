package dev.outpace.flow;

import dev.outpace.model.Action;
import java.time.Duration;
import java.util.UUID;

/** What the driver of a flow has to do next. */
public sealed interface FlowStep {
    /** Goes on by itself: the driver notes it and asks for the next step. */
    record Passed(Action action) implements FlowStep {}

    /** Can't run here; noted and passed over. {@code reason} is a code of the texts. */
    record Skipped(Action action, String reason) implements FlowStep {}

    /** A media action for the telephony; the flow waits for its end. */
    record Perform(Action action) implements FlowStep {}

    record Sleep(Action action, Duration duration) implements FlowStep {}

    /** Joins the queue that the action names; the flow goes on if the wait times out. */
    record JoinQueue(Action action, UUID queueId) implements FlowStep {}

    record HangUp(Action action) implements FlowStep {}

    /** The end of the list: the campaign's queue follows, when it has one. */
    record Finished() implements FlowStep {}

    /** The action {@code stop}: nothing follows. */
    record Stopped(Action action) implements FlowStep {}

    /** {@code reason} is a code of the texts. */
    record Failed(String reason) implements FlowStep {}
}
