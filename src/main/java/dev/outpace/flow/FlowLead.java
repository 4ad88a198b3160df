package dev.outpace.flow;

import dev.outpace.flow.FlowGraph.Way;
import dev.outpace.model.Action;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.UUID;

/**
 * Where the rest of a flow leads, without running it.
 *
 * @param queueId the first queue that can be come to; nil for none
 * @param surely every way leads there
 */
public record FlowLead(UUID queueId, boolean surely) {
    public static final FlowLead NOWHERE = new FlowLead(Ids.NIL, true);

    /**
     * @param start index of an action, or the number of actions for the end
     * @param atEnd the queue joined at the end of the list, nil for none
     */
    public static FlowLead of(FlowGraph flow, int start, UUID atEnd) {
        return of(flow, start, atEnd, false);
    }

    /** @param goesOn at the end of the list other actions follow, of which nothing is known here */
    static FlowLead of(FlowGraph flow, int start, UUID atEnd, boolean goesOn) {
        var queues = new HashSet<UUID>();
        var first = Ids.NIL;
        boolean elsewhere = false;
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>();
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.remove();
            if (at >= 0 && at < flow.actions().size()) {
                if (seen.get(at)) {
                    continue;
                }
                seen.set(at);
            }
            var queue = queueAt(flow, at, atEnd);
            if (!Ids.isNil(queue)) {
                first = Ids.isNil(first) ? queue : first;
                queues.add(queue);
            } else if (at < 0 || at >= flow.actions().size() || flow.links(at).isEmpty()) {
                elsewhere = true;
            } else {
                for (var link : flow.links(at)) {
                    open.add(
                            link.leads()
                                    ? link.to()
                                    : link.way() == Way.END ? flow.actions().size() : -1);
                }
            }
        }
        elsewhere |= goesOn && Ids.isNil(first);
        return Ids.isNil(first) ? NOWHERE : new FlowLead(first, queues.size() == 1 && !elsewhere);
    }

    private static UUID queueAt(FlowGraph flow, int at, UUID atEnd) {
        if (at < 0) {
            return Ids.NIL;
        }
        if (at >= flow.actions().size()) {
            return atEnd;
        }
        var action = flow.actions().get(at);
        return joinsQueue(action) ? queueOf(action) : Ids.NIL;
    }

    public static boolean joinsQueue(Action action) {
        return ActionType.of(action.type()).orElse(null) == ActionType.QUEUE_JOIN;
    }

    /** The queue that a {@code queue_join} names; nil when it names none. */
    public static UUID queueOf(Action queueJoin) {
        return queueJoin.options().get("queue_id") instanceof Json.Text(var id)
                ? Ids.parse(id.strip()).orElse(Ids.NIL)
                : Ids.NIL;
    }
}
