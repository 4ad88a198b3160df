package dev.outpace.flow;

import dev.outpace.flow.ActionType.Here;
import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is wrong with a flow. Errors would end calls in the middle; warnings do something else than it looks like. Places are
 * {@code actions[0]}, {@code actions[0].next_id} and {@code actions[0].option.text}.
 */
public final class FlowCheck {
    private static final Pattern PLACE = Pattern.compile("actions\\[([0-9]{1,9})](?:\\.option\\.([a-z_]+))?.*");

    private final FlowGraph graph;
    private final List<Action> actions;
    private final FlowContext context;
    private final String prefix;
    private final List<Problem> problems = new ArrayList<>();

    public FlowCheck(List<Action> actions, FlowContext context) {
        this(new FlowGraph(actions), context);
    }

    public FlowCheck(FlowGraph graph, FlowContext context) {
        this(graph, context, "");
    }

    /** @param prefix of the places */
    FlowCheck(FlowGraph graph, FlowContext context, String prefix) {
        this.graph = graph;
        this.actions = graph.actions();
        this.context = context;
        this.prefix = prefix;
    }

    /** Index of the action that a problem is about, of the outermost flow; -1 for the flow as a whole. */
    public static int indexOf(Problem problem) {
        var place = PLACE.matcher(problem.place());
        return place.matches() ? Integer.parseInt(place.group(1)) : -1;
    }

    /** The option that a problem is about; empty for the action as a whole. */
    public static String optionOf(Problem problem) {
        var place = PLACE.matcher(problem.place());
        return place.matches() && place.group(2) != null ? place.group(2) : "";
    }

    /** Whether a problem of a campaign is one of its flow. */
    public static boolean isOfFlow(Problem problem) {
        return problem.code().startsWith("flow.");
    }

    /** Whether calls would end in the middle, where it is left as it is. */
    public static boolean failsCalls(Problem problem) {
        return switch (problem.code()) {
            case "flow.no_false_target", "flow.no_default", "flow.no_goto_target", "flow.no_branch_target" -> true;
            case "flow.dangling" -> problem.place().contains("].option.");
            default -> false;
        };
    }

    /** In the order of the list. */
    public List<Problem> check() {
        problems.clear();
        var seen = new HashSet<UUID>();
        var reached = graph.reachable();
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            if (!Ids.isNil(action.id()) && !seen.add(action.id())) {
                error(i, ".id", "flow.duplicate_id", action.id().toString());
            }
            links(i);
            var type = ActionType.of(action.type());
            if (type.isPresent()) {
                new Known(i, action).check(type.get());
            } else {
                warn(i, "", "flow.unknown_type", action.type());
            }
            if (!reached.get(i)) {
                warn(i, "", "flow.unreachable", action.type());
            }
        }
        new FlowLoops(graph).check(context.onCall(), this::warn);
        if (context.onCall()) {
            new FlowDigits(graph).check(this::warn);
        }
        problems.sort(Comparator.comparingInt(FlowCheck::indexOf));
        return List.copyOf(problems);
    }

    private void links(int index) {
        graph.links(index).forEach(link -> link(index, link));
    }

    private void link(int index, Link link) {
        if (link.way() == Way.DANGLING) {
            var id = graph.idAt(index, link.port());
            error(index, placeOf(link.port().kind()), "flow.dangling", words(link), Ids.isNil(id) ? "" : id.toString());
        } else if (link.way() == Way.UNSET) {
            switch (link.port().kind()) {
                case FALSE -> error(index, placeOf(PortKind.FALSE), "flow.no_false_target");
                case DEFAULT -> error(index, placeOf(PortKind.DEFAULT), "flow.no_default");
                case JUMP -> error(index, placeOf(PortKind.JUMP), "flow.no_goto_target");
                case BRANCH ->
                    error(
                            index,
                            placeOf(PortKind.BRANCH),
                            "flow.no_branch_target",
                            link.port().key());
                case NEXT -> {}
            }
        }
    }

    private static String placeOf(PortKind port) {
        return switch (port) {
            case NEXT -> ".next_id";
            case FALSE -> ".option.false_target_id";
            case BRANCH -> ".option.target_ids";
            case DEFAULT -> ".option.default_target_id";
            case JUMP -> ".option.target_id";
        };
    }

    private static String words(Link link) {
        return link.port().kind() == PortKind.BRANCH
                ? "target_ids." + link.port().key()
                : placeOf(link.port().kind()).replaceFirst(".*\\.", "");
    }

    /** One action of a published type. */
    private final class Known {
        private final int index;
        private final Action action;

        Known(int index, Action action) {
            this.index = index;
            this.action = action;
        }

        void check(ActionType type) {
            if (type.lacksMedia(context.onCall())) {
                warn(index, "", context.onCall() ? "flow.needs_no_call" : "flow.needs_call", type.published());
            } else if (type.here() == Here.REFUSES_START) {
                warn(index, "", "flow.refuses_start", type.published());
            } else if (type.here() == Here.SKIPPED) {
                warn(index, "", "flow.skipped", type.published());
            }
            new OptionCheck(type, action.options(), context)
                    .check((severity, option, code, arguments) -> problems.add(
                            new Problem(severity, code, place(index, ".option." + option), List.of(arguments))));
            switch (type) {
                case QUEUE_JOIN -> queueJoin();
                case GOTO -> {
                    if (action.options().integer("loop_count", 0) <= 0) {
                        warn(index, ".option.loop_count", "flow.goto_without_count");
                    }
                }
                case CALL -> nested();
                default -> {}
            }
        }

        private void queueJoin() {
            if (context.type() == CampaignType.CALL) {
                boolean own = !Ids.isNil(context.queueId());
                warn(index, "", own ? "flow.queue_doubled" : "flow.queue_unpaced");
            }
        }

        /** Its actions run on another call. */
        private void nested() {
            var inner = NestedActions.read(action.options().get("actions"));
            if (!inner.isEmpty()) {
                var ofCall = new FlowContext(CampaignType.CALL, Ids.NIL, context.queues(), context.flows());
                problems.addAll(new FlowCheck(new FlowGraph(inner), ofCall, place(index, ".option.")).check());
            }
        }
    }

    private void error(int index, String part, String code, Object... arguments) {
        problems.add(Problem.error(code, place(index, part), arguments));
    }

    private void warn(int index, String part, String code, Object... arguments) {
        problems.add(Problem.warning(code, place(index, part), arguments));
    }

    private String place(int index, String part) {
        return prefix + "actions[" + index + ']' + part;
    }
}
