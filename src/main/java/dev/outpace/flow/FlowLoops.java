package dev.outpace.flow;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.PortKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Ways through a flow that only the limit of executed actions ends: loops without an input or a count, and ways that are
 * longer than the limit.
 */
final class FlowLoops {
    /** Beyond this many counted jumps the first ones stand for all. */
    private static final int JUMPS_LOOKED_AT = 50;

    interface Report {
        void warn(int index, String part, String code, Object... arguments);
    }

    private final FlowGraph graph;
    private final int size;
    /** The successors of each action without counted jumps, which end by themselves. */
    private final List<List<Integer>> ways;

    FlowLoops(FlowGraph graph) {
        this.graph = graph;
        size = graph.actions().size();
        ways = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ways.add(graph.links(i).stream()
                    .filter(link -> link.leads() && link.port().kind() != PortKind.JUMP)
                    .map(Link::to)
                    .distinct()
                    .toList());
        }
    }

    void check(boolean onCall, Report report) {
        var order = new int[size];
        int ordered = topological(order, onCall, report);
        tooLong(order, ordered, report);
    }

    /** An input waits for the person called, who ends a loop by hanging up. */
    private boolean waits(int index, boolean onCall) {
        return onCall
                && switch (ActionType.of(graph.actions().get(index).type()).orElse(null)) {
                    case DIGITS_RECEIVE, AI_TALK, QUEUE_JOIN, CONNECT, CONFERENCE_JOIN, CONFBRIDGE_JOIN -> true;
                    case null, default -> false;
                };
    }

    /**
     * Every action after those that lead to it, links back left out.
     *
     * @param order takes the indexes
     * @return how many there are, those that can be come to
     */
    private int topological(int[] order, boolean onCall, Report report) {
        var state = new byte[size];
        var next = new int[size];
        var path = new ArrayDeque<Integer>();
        var told = new BitSet(size);
        // How many on the path wait, up to and with this one.
        var waiting = new int[size];
        int from = size;
        if (size > 0) {
            path.push(0);
            state[0] = 1;
            waiting[0] = waits(0, onCall) ? 1 : 0;
        }
        while (!path.isEmpty()) {
            int at = path.element();
            if (next[at] < ways.get(at).size()) {
                int to = ways.get(at).get(next[at]++);
                if (state[to] == 0) {
                    state[to] = 1;
                    waiting[to] = waiting[at] + (waits(to, onCall) ? 1 : 0);
                    path.push(to);
                } else if (state[to] == 1 && !told.get(to) && waiting[at] == waiting[to] && !waits(to, onCall)) {
                    told.set(to);
                    report.warn(to, "", "flow.endless", graph.actions().get(to).type());
                }
            } else {
                path.pop();
                state[at] = 2;
                order[--from] = at;
            }
        }
        System.arraycopy(order, from, order, 0, size - from);
        return size - from;
    }

    /** Counts the longest way, and for each counted jump the longest way that takes it as often as it can. */
    private void tooLong(int[] order, int ordered, Report report) {
        var position = new int[size];
        Arrays.fill(position, -1);
        for (int i = 0; i < ordered; i++) {
            position[order[i]] = i;
        }
        var fromStart = longest(order, ordered, position, 0);
        for (int i = 0; i < ordered; i++) {
            if (fromStart[order[i]] > FlowRunner.MAX_ACTIONS) {
                report.warn(order[i], "", "flow.too_long", FlowRunner.MAX_ACTIONS);
                return;
            }
        }
        int looked = 0;
        for (int i = 0; i < ordered && looked < JUMPS_LOOKED_AT; i++) {
            looked += jump(order, ordered, position, order[i], fromStart[order[i]], report) ? 1 : 0;
        }
    }

    /** @return whether there is a counted jump back at {@code index} */
    private boolean jump(int[] order, int ordered, int[] position, int index, int before, Report report) {
        var jump = graph.link(index, FlowGraph.Port.JUMP).filter(Link::leads);
        long count = graph.actions().get(index).options().integer("loop_count", 0);
        if (jump.isEmpty() || count <= 0 || position[jump.get().to()] < 0) {
            return false;
        }
        int round = longest(order, ordered, position, jump.get().to())[index];
        if (round > 0 && before + Math.min(count, FlowRunner.MAX_ACTIONS) * round > FlowRunner.MAX_ACTIONS) {
            report.warn(index, "", "flow.too_long", FlowRunner.MAX_ACTIONS);
        }
        return true;
    }

    /** For each action the most actions on a way from {@code start} to it, both counted; 0 where there is none. */
    private int[] longest(int[] order, int ordered, int[] position, int start) {
        var most = new int[size];
        if (ordered == 0) {
            return most;
        }
        most[start] = 1;
        for (int i = position[start]; i < ordered; i++) {
            int at = order[i];
            if (most[at] > 0) {
                for (int to : ways.get(at)) {
                    if (position[to] > i) {
                        most[to] = Math.max(most[to], most[at] + 1);
                    }
                }
            }
        }
        return most;
    }
}
