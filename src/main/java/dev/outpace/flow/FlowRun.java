package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One run of a flow, pulled step by step by its driver. It holds the place in the flow and nothing of the call.
 *
 * <p>Successor of an action: its {@code next_id} if it has one, else the next of the list; an id that is not in the list
 * ends the flow (published rule). More than {@value #MAX_ACTIONS} executed actions end it with an error.
 */
public final class FlowRun {
    public static final int MAX_ACTIONS = 100;

    private final List<Action> actions;
    private final boolean onCall;
    private int next;
    private int executed;

    /** @param onCall false for a campaign of type flow: actions that need a call are skipped */
    public FlowRun(List<Action> actions, boolean onCall) {
        this.actions = actions;
        this.onCall = onCall;
    }

    public FlowStep next() {
        if (next >= actions.size()) {
            return new FlowStep.Finished();
        }
        if (++executed > MAX_ACTIONS) {
            return new FlowStep.Failed("flow.limit");
        }
        var action = actions.get(next);
        next = FlowPath.successor(actions, next);
        var type = ActionType.of(action.type()).filter(ActionType::runs).orElse(null);
        if (type == null) {
            return new FlowStep.Skipped(action, "flow.skipped.not_possible");
        }
        if (!onCall && type.lacksMedia(false)) {
            return new FlowStep.Skipped(action, "flow.skipped.needs_call");
        }
        return switch (type) {
            case TALK -> new FlowStep.Perform(action);
            case SLEEP ->
                new FlowStep.Sleep(
                        action, Duration.ofMillis(Math.max(0, action.options().integer("duration", 0))));
            case QUEUE_JOIN -> new FlowStep.JoinQueue(action, FlowPath.queueOf(action));
            case HANGUP -> new FlowStep.HangUp(action);
            case STOP -> new FlowStep.Stopped(action);
            default -> new FlowStep.Passed(action);
        };
    }

    /**
     * The queue that the rest of this flow leads to.
     *
     * @param atEnd the queue joined at the flow's end, nil for none
     * @return nil when it leads to none
     */
    public UUID leadsTo(UUID atEnd) {
        return onCall ? FlowPath.leadsTo(actions, next, atEnd) : Ids.NIL;
    }
}
