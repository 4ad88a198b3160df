package dev.outpace.flow;

import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.flow.FlowStep.At;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a flow, pulled step by step by its driver, which gives the media orders to the leg of the call and tells how
 * they ended. It knows nothing of the call itself.
 *
 * <p>Rules (published): the successor is {@code next_id} or the next of the list, looked for in the nested flow first, then
 * in those around it; an id that is nowhere ends the flow as a next and fails it as a target. More than {@value #MAX_ACTIONS}
 * executed actions fail it; those that lack their media are passed over and don't count.
 */
public final class FlowRunner {
    public static final int MAX_ACTIONS = 100;
    static final String LIMIT = "flow.failed.limit";

    private static final int MAX_NESTED = 100;
    private static final int MAX_PASSED_OVER = 1_000;

    /** A flow in the stack: the outermost, or one nested by {@code fetch_flow}. */
    private static final class Frame {
        final UUID flowId;
        final FlowGraph graph;
        final Map<Integer, Long> jumps = new HashMap<>();
        int next;

        Frame(UUID flowId, FlowGraph graph) {
            this.flowId = flowId;
            this.graph = graph;
        }
    }

    private final Deque<Frame> stack = new ArrayDeque<>();
    private final boolean onCall;
    private final Variables variables;
    private final Options options;
    private final Function<UUID, @Nullable FlowGraph> flows;
    private final Conditions conditions;
    private int executed;
    private int passedOver;
    private @Nullable FlowStep end;
    /** What follows {@link #ended}. */
    private boolean hangsUpOnMachine;

    private @Nullable At performed;

    /**
     * @param onCall false for a campaign of type flow
     * @param flows the flow of an id, for nesting; null where there is none
     * @param now wall time
     */
    public FlowRunner(
            FlowGraph flow,
            boolean onCall,
            Variables variables,
            Function<UUID, @Nullable FlowGraph> flows,
            Supplier<Instant> now) {
        this.onCall = onCall;
        this.variables = variables;
        this.flows = flows;
        options = new Options(variables);
        conditions = new Conditions(variables, options, now);
        stack.push(new Frame(Ids.NIL, flow));
    }

    public Variables variables() {
        return variables;
    }

    /** The person pressed a key, whatever is being done. */
    public void pressed(char key) {
        variables.set(Variables.DIGITS, variables.get(Variables.DIGITS) + key);
    }

    /** How the last {@link FlowStep.Perform} ended; before the next step is asked for. */
    public void ended(MediaResult result) {
        if (result.machine() && hangsUpOnMachine && performed != null) {
            end = new FlowStep.MachineHeard(performed);
        }
        hangsUpOnMachine = false;
    }

    /** The next thing to do; after the end, the end again. */
    public FlowStep next() {
        while (end == null) {
            var frame = stack.element();
            if (frame.next < frame.graph.actions().size()) {
                return step(frame);
            }
            if (stack.size() == 1) {
                end = new FlowStep.Finished(true);
            } else {
                stack.pop();
            }
        }
        return end;
    }

    private FlowStep step(Frame frame) {
        var at = new At(frame.flowId, frame.next, frame.graph.actions().get(frame.next));
        var type = ActionType.of(at.action().type()).orElse(null);
        if (type != null && type.lacksMedia(onCall)) {
            if (++passedOver > MAX_PASSED_OVER) {
                return fail(at, LIMIT);
            }
            follow(frame, Port.NEXT);
            return new FlowStep.Skipped(at, onCall ? "flow.skipped.needs_no_call" : "flow.skipped.needs_call");
        }
        if (++executed > MAX_ACTIONS) {
            return fail(at, LIMIT);
        }
        if (type == null || !type.runs()) {
            follow(frame, Port.NEXT);
            return new FlowStep.Skipped(at, "flow.skipped.not_possible");
        }
        return execute(frame, at, type);
    }

    private FlowStep execute(Frame frame, At at, ActionType type) {
        return switch (type) {
            case BRANCH -> decide(frame, at, branch(frame, at));
            case GOTO -> decide(frame, at, jump(frame, at));
            case CONDITION_CALL_DIGITS, CONDITION_CALL_STATUS, CONDITION_DATETIME, CONDITION_VARIABLE ->
                decide(frame, at, conditions.holds(type, at.action()) ? Port.NEXT : Port.FALSE);
            case HANGUP -> {
                var reason = options.text(at.action(), "reason");
                yield last(new FlowStep.HangUp(at, reason.isBlank() ? "normal" : reason));
            }
            case STOP -> last(new FlowStep.Stopped(at));
            case FETCH_FLOW -> nest(frame, at);
            default -> {
                var step = straight(at, type);
                follow(frame, Port.NEXT);
                yield step;
            }
        };
    }

    /** What goes on to its one successor afterwards. */
    private FlowStep straight(At at, ActionType type) {
        var action = at.action();
        return switch (type) {
            case SLEEP -> new FlowStep.Sleep(at, options.millis(action, "duration"));
            case QUEUE_JOIN -> {
                var queueId =
                        Ids.parse(options.text(action, "queue_id").strip()).orElse(Ids.NIL);
                variables.set("voipbin.queue.id", queueId.toString());
                yield new FlowStep.JoinQueue(at, queueId);
            }
            case VARIABLE_SET -> {
                variables.set(options.text(action, "key").strip(), options.text(action, "value"));
                yield new FlowStep.Passed(at, "");
            }
            case ActionType media
            when media.isMediaOrder() -> {
                hangsUpOnMachine = type == ActionType.AMD
                        && options.text(action, "machine_handle").equals("hangup");
                yield perform(at, options.order(type, action));
            }
            case DIGITS_RECEIVE -> receive(at);
            default -> new FlowStep.Passed(at, "");
        };
    }

    private FlowStep perform(At at, MediaOrder order) {
        performed = at;
        return new FlowStep.Perform(at, order);
    }

    /** Keys that were pressed before count at once (published): enough of them, and nothing is waited for. */
    private FlowStep receive(At at) {
        var pressed = variables.get(Variables.DIGITS);
        var order = options.receive(at.action());
        if (pressedAny(pressed, order.endKeys()) || (order.length() > 0 && pressed.length() >= order.length())) {
            return new FlowStep.Passed(at, "");
        }
        return perform(
                at,
                order.length() == 0
                        ? order
                        : new MediaOrder.ReceiveDigits(
                                order.longest(), order.length() - pressed.length(), order.endKeys()));
    }

    private static boolean pressedAny(String pressed, String endKeys) {
        for (int i = 0; i < endKeys.length(); i++) {
            if (pressed.indexOf(endKeys.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The variable is cleared by reading it (published). */
    private Port branch(Frame frame, At at) {
        var named = options.text(at.action(), "variable").strip();
        var variable = named.isEmpty() ? Variables.DIGITS : named;
        var key = Port.branch(variables.get(variable));
        variables.set(variable, "");
        return frame.graph.link(at.index(), key).isPresent() ? key : Port.DEFAULT;
    }

    private Port jump(Frame frame, At at) {
        long taken = frame.jumps.getOrDefault(at.index(), 0L);
        if (taken >= options.count(at.action(), "loop_count")) {
            return Port.NEXT;
        }
        frame.jumps.put(at.index(), taken + 1);
        return Port.JUMP;
    }

    private FlowStep decide(Frame frame, At at, Port port) {
        return follow(frame, port) ? new FlowStep.Passed(at, port.code()) : fail(at, "flow.failed.no_target");
    }

    private FlowStep nest(Frame frame, At at) {
        var id = Ids.parse(options.text(at.action(), "flow_id").strip()).orElse(Ids.NIL);
        var nested = flows.apply(id);
        if (nested == null) {
            return fail(at, "flow.failed.no_flow");
        }
        if (stack.size() >= MAX_NESTED) {
            return fail(at, LIMIT);
        }
        follow(frame, Port.NEXT);
        if (end == null) {
            stack.push(new Frame(id, nested));
        }
        return new FlowStep.Passed(at, "");
    }

    /** @return false where a target leads nowhere; a successor that leads nowhere ends the flow */
    private boolean follow(Frame frame, Port port) {
        var link = frame.graph.link(frame.next, port).orElse(null);
        if (link == null) {
            return false;
        }
        if (link.leads()) {
            frame.next = link.to();
            return true;
        }
        if (link.way() == Way.END) {
            frame.next = frame.graph.actions().size();
            return true;
        }
        if (link.way() == Way.DANGLING && outer(frame.graph.idAt(frame.next, port))) {
            return true;
        }
        if (port.kind() == PortKind.NEXT || link.way() == Way.FINISH) {
            end = new FlowStep.Finished(false);
            return true;
        }
        return false;
    }

    /** Goes on in a flow around this one, if it has the action. */
    private boolean outer(UUID id) {
        if (stack.stream().skip(1).noneMatch(frame -> frame.graph.indexOf(id) >= 0)) {
            return false;
        }
        do {
            stack.pop();
        } while (stack.element().graph.indexOf(id) < 0);
        stack.element().next = stack.element().graph.indexOf(id);
        return true;
    }

    private FlowStep last(FlowStep step) {
        end = step;
        return step;
    }

    private FlowStep fail(At at, String reason) {
        return last(new FlowStep.Failed(at, reason));
    }

    /**
     * Where the rest of this run leads.
     *
     * @param atEnd the queue joined at the flow's end, nil for none
     */
    public FlowLead leadsTo(UUID atEnd) {
        if (!onCall || end != null) {
            return FlowLead.NOWHERE;
        }
        var frame = stack.element();
        return frame.graph.lead(frame.next, stack.size() == 1 ? atEnd : Ids.NIL);
    }
}
