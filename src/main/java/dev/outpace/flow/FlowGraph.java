package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The links of a flow: from the ports of each action, by {@code next_id}, by the order of the list, and by the options that
 * name actions. Actions are known by their index; of two with the same id the first is found, as the runner does.
 */
public final class FlowGraph {
    /** As {@code next_id}: the flow ends here, and no queue of the campaign follows. Published, reserved. */
    public static final UUID FINISH = new UUID(0, 2);

    /** As {@code next_id}: the next of the list. Published, reserved. */
    private static final UUID IN_ORDER = new UUID(0, 3);

    /** Beyond the reserved ids. */
    private static final long FIRST_MADE = 1_000;

    /** Where a link leaves an action. */
    public enum PortKind {
        /** The successor; of a condition, when it is true; of a goto, when its count is used up. */
        NEXT,
        FALSE,
        BRANCH,
        DEFAULT,
        JUMP
    }

    /** @param key the value of a {@code BRANCH}; empty otherwise */
    public record Port(PortKind kind, String key) {
        public static final Port NEXT = new Port(PortKind.NEXT, "");
        public static final Port FALSE = new Port(PortKind.FALSE, "");
        public static final Port DEFAULT = new Port(PortKind.DEFAULT, "");
        public static final Port JUMP = new Port(PortKind.JUMP, "");

        public static Port branch(String key) {
            return new Port(PortKind.BRANCH, key);
        }

        /** As it stands in a call's history: {@code next}, {@code false}, {@code default}, {@code jump} or {@code =key}. */
        public String code() {
            return kind == PortKind.BRANCH ? '=' + key : kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a link leads where it leads. */
    public enum Way {
        /** Next of the list. */
        ORDER,
        /** By an id: {@code next_id} or an option. */
        ID,
        /** The end of the list: the campaign's queue follows, where it has one. */
        END,
        /** The reserved id that ends the flow. */
        FINISH,
        /** No id is assigned where one is needed. */
        UNSET,
        /** The id is of no action here. */
        DANGLING
    }

    /** @param to -1 where it leads to no action */
    public record Link(int from, Port port, int to, Way way) {
        public boolean leads() {
            return to >= 0;
        }
    }

    /** The options that name actions. */
    private static final List<String> LINKS =
            List.of("target_ids", "default_target_id", "target_id", "false_target_id");

    private final List<Action> actions;
    private final Map<UUID, Integer> byId;
    private final List<List<Link>> links;
    /** By start, the one that was asked for last: each call of a campaign asks for the same ones. */
    private final AtomicReferenceArray<@Nullable Lead> leads;

    private record Lead(UUID atEnd, FlowLead lead) {}

    public FlowGraph(List<Action> actions) {
        this.actions = List.copyOf(actions);
        byId = new HashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            if (!Ids.isNil(actions.get(i).id())) {
                byId.putIfAbsent(actions.get(i).id(), i);
            }
        }
        leads = new AtomicReferenceArray<>(actions.size() + 1);
        links = new ArrayList<>(actions.size());
        for (int i = 0; i < actions.size(); i++) {
            links.add(List.copyOf(linksOf(i)));
        }
    }

    private FlowGraph(List<Action> actions, FlowGraph linked) {
        this.actions = actions;
        byId = linked.byId;
        links = linked.links;
        leads = new AtomicReferenceArray<>(actions.size() + 1);
    }

    /** With another action at this place, whose links are the same. */
    public FlowGraph with(int index, Action action) {
        var changed = new ArrayList<>(actions);
        changed.set(index, action);
        return new FlowGraph(List.copyOf(changed), this);
    }

    /** Whether an action in place of that one would leave by the same ports to the same ids. */
    public static boolean linkAlike(Action one, Action other) {
        return one.type().equals(other.type())
                && one.id().equals(other.id())
                && one.nextId().equals(other.nextId())
                && LINKS.stream()
                        .allMatch(name -> Objects.equals(
                                one.options().get(name), other.options().get(name)));
    }

    /** Whether every port leads where it does in the other. */
    public boolean linksAre(FlowGraph other) {
        return links.equals(other.links);
    }

    public List<Action> actions() {
        return actions;
    }

    /** In the order of the ports. */
    public List<Link> links(int from) {
        return links.get(from);
    }

    public Optional<Link> link(int from, Port port) {
        var all = links.get(from);
        for (int i = 0; i < all.size(); i++) {
            var own = all.get(i).port();
            if (own.kind() == port.kind() && own.key().equals(port.key())) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** By which the history of calls knows an action: its own id, or one made of its index where it has none. */
    public static UUID historyId(Action action, int index) {
        return Ids.isNil(action.id()) ? new UUID(0, FIRST_MADE + index) : action.id();
    }

    /**
     * Where the rest of the flow leads.
     *
     * @param start index of an action, or the number of actions for the end
     * @param atEnd the queue joined at the end of the list, nil for none
     */
    FlowLead lead(int start, UUID atEnd) {
        var known = leads.get(start);
        if (known == null || !known.atEnd().equals(atEnd)) {
            known = new Lead(atEnd, FlowLead.of(this, start, atEnd));
            leads.set(start, known);
        }
        return known.lead();
    }

    /** Index of the first action of this id; -1 for none. */
    public int indexOf(UUID id) {
        return byId.getOrDefault(id, -1);
    }

    /** The id that a port names, whether or not it is of an action here; nil for none. */
    public UUID idAt(int from, Port port) {
        var action = actions.get(from);
        var value = switch (port.kind()) {
            case NEXT -> new Json.Text(action.nextId().toString());
            case FALSE -> action.options().get("false_target_id");
            case DEFAULT -> action.options().get("default_target_id");
            case JUMP -> action.options().get("target_id");
            case BRANCH ->
                action.options().get("target_ids") instanceof Json.Obj targets ? targets.get(port.key()) : null;
        };
        return value instanceof Json.Text(var text) ? Ids.parse(text).orElse(Ids.NIL) : Ids.NIL;
    }

    /** What a run can come to from the first action. */
    public BitSet reachable() {
        var reached = new BitSet(actions.size());
        var open = new ArrayDeque<Integer>();
        if (!actions.isEmpty()) {
            reached.set(0);
            open.add(0);
        }
        while (!open.isEmpty()) {
            for (var link : links.get(open.remove())) {
                if (link.leads() && !reached.get(link.to())) {
                    reached.set(link.to());
                    open.add(link.to());
                }
            }
        }
        return reached;
    }

    private List<Link> linksOf(int at) {
        var action = actions.get(at);
        var found = new ArrayList<Link>();
        switch (ActionType.of(action.type()).orElse(null)) {
            case HANGUP, STOP -> {}
            case BRANCH -> {
                if (action.options().get("target_ids") instanceof Json.Obj(var targets)) {
                    targets.forEach((key, id) -> found.add(named(at, Port.branch(key), id)));
                }
                found.add(option(at, Port.DEFAULT, "default_target_id"));
            }
            case GOTO -> {
                found.add(option(at, Port.JUMP, "target_id"));
                found.add(next(at));
            }
            case CONDITION_CALL_DIGITS, CONDITION_CALL_STATUS, CONDITION_DATETIME, CONDITION_VARIABLE -> {
                found.add(next(at));
                found.add(option(at, Port.FALSE, "false_target_id"));
            }
            case null, default -> found.add(next(at));
        }
        return found;
    }

    private Link next(int at) {
        var nextId = actions.get(at).nextId();
        if (Ids.isNil(nextId) || nextId.equals(IN_ORDER)) {
            return at + 1 < actions.size()
                    ? new Link(at, Port.NEXT, at + 1, Way.ORDER)
                    : new Link(at, Port.NEXT, -1, Way.END);
        }
        return to(at, Port.NEXT, nextId);
    }

    private Link option(int at, Port port, String name) {
        return named(at, port, actions.get(at).options().get(name));
    }

    private Link named(int at, Port port, @Nullable Json value) {
        if (!(value instanceof Json.Text(var text)) || text.isBlank()) {
            return new Link(
                    at,
                    port,
                    -1,
                    value == null || value instanceof Json.Null || value instanceof Json.Text
                            ? Way.UNSET
                            : Way.DANGLING);
        }
        return Ids.parse(text).map(id -> to(at, port, id)).orElseGet(() -> new Link(at, port, -1, Way.DANGLING));
    }

    private Link to(int at, Port port, UUID id) {
        if (Ids.isNil(id)) {
            return new Link(at, port, -1, Way.UNSET);
        }
        int to = indexOf(id);
        return to >= 0
                ? new Link(at, port, to, Way.ID)
                : new Link(at, port, -1, id.equals(FINISH) ? Way.FINISH : Way.DANGLING);
    }
}
