package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What in a flow will not do what it looks like. Warnings only: a flow of another console may hold what this one can't run,
 * and is kept. Places are {@code actions[0]}, {@code actions[1]}.
 */
public final class FlowCheck {
    private static final Pattern PLACE =
            Pattern.compile("actions\\[([0-9]{1,9})](?:\\.option\\.([a-z_]+))?.*");

    private final List<Action> actions;
    private final CampaignType type;
    private final List<Problem> problems = new ArrayList<>();

    public FlowCheck(List<Action> actions, CampaignType type) {
        this.actions = actions;
        this.type = type;
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

    public List<Problem> check() {
        problems.clear();
        var ids = actions.stream().map(Action::id).collect(Collectors.toSet());
        var seen = new HashSet<UUID>();
        var reached = reached();
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            canRun(i, action);
            options(i, action);
            if (!Ids.isNil(action.id()) && !seen.add(action.id())) {
                warn(i, "flow.id_twice", action.id());
            }
            if (!Ids.isNil(action.nextId()) && !ids.contains(action.nextId())) {
                warn(i, "flow.next_missing");
            }
            if (!reached.get(i)) {
                warn(i, "flow.unreachable");
            }
        }
        return List.copyOf(problems);
    }

    private void canRun(int index, Action action) {
        var known = ActionType.of(action.type());
        if (known.filter(ActionType::runs).isEmpty()) {
            boolean decides = known.filter(FlowCheck::decides).isPresent();
            warn(index, decides ? "flow.refuses_start" : "flow.skipped", action.type());
        } else if (type == CampaignType.FLOW && known.get().lacksMedia(false)) {
            boolean queue = known.get() == ActionType.QUEUE_JOIN;
            warn(index, queue ? "flow.refuses_start" : "flow.needs_call", action.type());
        }
    }

    private void options(int index, Action action) {
        switch (ActionType.of(action.type()).orElse(null)) {
            case TALK -> {
                if (action.options().text("text", "").isBlank()) {
                    warn(index, "flow.no_text");
                }
            }
            case SLEEP -> {
                if (action.options().integer("duration", 0) <= 0) {
                    warn(index, "flow.no_duration");
                }
            }
            case QUEUE_JOIN -> {
                if (Ids.isNil(FlowPath.queueOf(action))) {
                    warn(index, "flow.no_queue");
                }
            }
            case null, default -> {}
        }
    }

    private static boolean decides(ActionType known) {
        return known.category() == ActionType.Category.LOGIC || known == ActionType.QUEUE_JOIN;
    }

    /** Which actions a run can come to. All, where an action that can't run here would decide where it goes. */
    private BitSet reached() {
        var reached = new BitSet(actions.size());
        boolean branches = actions.stream()
                .map(action -> ActionType.of(action.type()))
                .anyMatch(known -> known.filter(FlowCheck::decides).isPresent()
                        && known.filter(ActionType::runs).isEmpty());
        if (branches) {
            reached.set(0, actions.size());
            return reached;
        }
        int at = 0;
        while (at < actions.size() && !reached.get(at)) {
            reached.set(at);
            at = ends(actions.get(at)) ? actions.size() : FlowPath.successor(actions, at);
        }
        return reached;
    }

    private static boolean ends(Action action) {
        return ActionType.of(action.type())
                .filter(known -> known == ActionType.HANGUP || known == ActionType.STOP)
                .isPresent();
    }

    private void warn(int index, String code, Object... args) {
        problems.add(Problem.warning(code, "actions[" + index + "]", args));
    }
}
