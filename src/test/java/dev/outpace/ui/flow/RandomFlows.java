package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Flows of all shapes, from a seed. */
final class RandomFlows {
    private final Random random;
    private long lastId;

    RandomFlows(long seed) {
        random = new Random(seed);
    }

    /** Ids that say nothing of the machine that makes them. */
    Supplier<UUID> ids() {
        return () -> new UUID(7, ++lastId);
    }

    static List<Action> chain(int length) {
        var actions = new ArrayList<Action>();
        for (int i = 0; i < length; i++) {
            actions.add(NewActions.of(ActionType.TALK));
        }
        return actions;
    }

    /** @param branching out of 100 */
    List<Action> flow(int length, int branching) {
        var types = new ArrayList<ActionType>();
        for (int i = 0; i < length; i++) {
            types.add(random.nextInt(100) < branching ? deciding() : plain());
        }
        var actions = new ArrayList<Action>();
        types.forEach(type -> actions.add(NewActions.of(type).withId(ids().get())));
        for (int i = 0; i < length; i++) {
            actions.set(i, wired(actions, i));
        }
        return actions;
    }

    private Action wired(List<Action> actions, int at) {
        var action = actions.get(at);
        var links = new FlowGraph(List.of(action)).links(0);
        for (var link : links) {
            int dice = random.nextInt(10);
            if (link.port().equals(Port.NEXT) ? dice < 2 : dice < 8) {
                action = ActionLinks.lead(action, link.port(), somewhere(actions, at));
            }
        }
        if (action.type().equals("branch")) {
            for (int key = 0; key < random.nextInt(5); key++) {
                action = random.nextInt(5) == 0
                        ? ActionLinks.cut(action, Port.branch("" + key))
                        : ActionLinks.lead(action, Port.branch("" + key), somewhere(actions, at));
            }
        }
        return action;
    }

    private UUID somewhere(List<Action> actions, int at) {
        return switch (random.nextInt(12)) {
            case 0 -> FlowGraph.FINISH;
            case 1 -> new UUID(9, random.nextInt());
            case 2 -> actions.get(random.nextInt(actions.size())).id();
            default ->
                actions.get(Math.min(actions.size() - 1, at + 1 + random.nextInt(12)))
                        .id();
        };
    }

    private ActionType deciding() {
        return List.of(ActionType.BRANCH, ActionType.CONDITION_VARIABLE, ActionType.GOTO)
                .get(random.nextInt(3));
    }

    private ActionType plain() {
        return List.of(ActionType.TALK, ActionType.TALK, ActionType.SLEEP, ActionType.HANGUP, ActionType.PLAY)
                .get(random.nextInt(5));
    }

    ActionType anyType() {
        return random.nextInt(3) == 0 ? deciding() : plain();
    }

    /** Some have no id, as in files. */
    static List<Action> someUnnamed(List<Action> actions) {
        var graph = new FlowGraph(actions);
        var named = new java.util.HashSet<Integer>();
        for (int i = 0; i < actions.size(); i++) {
            graph.links(i).stream()
                    .filter(link -> link.way() == FlowGraph.Way.ID)
                    .forEach(link -> named.add(link.to()));
        }
        var unnamed = new ArrayList<Action>();
        for (int i = 0; i < actions.size(); i++) {
            unnamed.add(named.contains(i) ? actions.get(i) : actions.get(i).withId(Ids.NIL));
        }
        return unnamed;
    }
}
