package dev.outpace.flow;

import dev.outpace.model.Action;
import java.time.Duration;
import java.util.UUID;

/** What the driver of a flow has to do next. */
public sealed interface FlowStep {
    /**
     * Where a step stands.
     *
     * @param flowId nil for the outermost flow, else the id of the nested one
     * @param index in the list of that flow
     */
    record At(UUID flowId, int index, Action action) {
        /** By which the history of calls knows the action. */
        public UUID historyId() {
            return FlowGraph.historyId(action, index);
        }
    }

    /**
     * Goes on by itself: the driver notes it and asks for the next step.
     *
     * @param way code of the port it leaves by; empty for one that decides nothing
     */
    record Passed(At at, String way) implements FlowStep {}

    /** Left out. {@code reason} is a code of the texts. */
    record Skipped(At at, String reason) implements FlowStep {}

    /** For the leg of the call; the flow waits for {@link FlowRunner#ended}. */
    record Perform(At at, MediaOrder order) implements FlowStep {}

    record Sleep(At at, Duration duration) implements FlowStep {}

    /** Joins the queue that the action names; the flow goes on if the wait times out. */
    record JoinQueue(At at, UUID queueId) implements FlowStep {}

    /** @param reason the published hangup reason; {@code normal} for success */
    record HangUp(At at, String reason) implements FlowStep {}

    /** An answering machine was heard, and the flow ends calls to those. */
    record MachineHeard(At at) implements FlowStep {}

    /** @param queueFollows at the end of the list the campaign's own queue follows, where it has one */
    record Finished(boolean queueFollows) implements FlowStep {}

    /** The action {@code stop}: nothing follows. */
    record Stopped(At at) implements FlowStep {}

    /** {@code reason} is a code of the texts. */
    record Failed(At at, String reason) implements FlowStep {}
}
