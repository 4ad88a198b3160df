package dev.outpace.flow;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.model.Action;
import java.util.ArrayDeque;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Keys that mean something else than it looks like. As published, the key that ends an input is one of the keys pressed, and only a
 * branch on the keys forgets them.
 */
final class FlowDigits {
    private final FlowGraph graph;

    FlowDigits(FlowGraph graph) {
        this.graph = graph;
    }

    void check(FlowLoops.Report report) {
        for (int at = 0; at < graph.actions().size(); at++) {
            if (typeOf(at) == ActionType.DIGITS_RECEIVE) {
                follow(at, report);
            }
        }
    }

    /** To wherever the keys of an input are used first. */
    private void follow(int input, FlowLoops.Report report) {
        var seen = new BitSet();
        var open = new ArrayDeque<Integer>();
        open.add(input);
        while (!open.isEmpty()) {
            for (var link : graph.links(open.remove())) {
                if (link.leads() && !seen.get(link.to())) {
                    seen.set(link.to());
                    if (!uses(input, link.to(), report)) {
                        open.add(link.to());
                    }
                }
            }
        }
    }

    private boolean uses(int input, int at, FlowLoops.Report report) {
        return switch (typeOf(at)) {
            case BRANCH -> {
                boolean ofKeys = namesDigits(at, "variable", true);
                if (ofKeys) {
                    branch(input, at, report);
                }
                yield ofKeys;
            }
            case DIGITS_RECEIVE -> {
                if (at != input || isEndedByKeys(at)) {
                    report.warn(at, "", "flow.digits_kept", input + 1);
                }
                yield true;
            }
            case VARIABLE_SET -> namesDigits(at, "key", false);
            case null, default -> false;
        };
    }

    private void branch(int input, int at, FlowLoops.Report report) {
        var options = graph.actions().get(input).options();
        var endKeys = options.text("key", "");
        long length = options.integer("length", 0);
        if (endKeys.isEmpty() || endKeys.contains("${")) {
            return;
        }
        graph.links(at).stream()
                .map(Link::port)
                .filter(port -> port.kind() == PortKind.BRANCH)
                .map(FlowGraph.Port::key)
                .filter(value -> value.length() != length && !endsWithOneOf(value, endKeys))
                .findFirst()
                .ifPresent(value ->
                        report.warn(at, ".option.target_ids", "flow.end_key_stays", input + 1, endKeys, value));
    }

    private boolean isEndedByKeys(int at) {
        var options = graph.actions().get(at).options();
        return options.integer("length", 0) > 0 || !options.text("key", "").isEmpty();
    }

    private static boolean endsWithOneOf(String value, String endKeys) {
        return !value.isEmpty() && endKeys.indexOf(value.charAt(value.length() - 1)) >= 0;
    }

    private boolean namesDigits(int at, String option, boolean orUnnamed) {
        var named = graph.actions().get(at).options().text(option, "").strip();
        return named.isEmpty() ? orUnnamed : named.equals(Variables.DIGITS);
    }

    private @Nullable ActionType typeOf(int at) {
        Action action = graph.actions().get(at);
        return ActionType.of(action.type()).orElse(null);
    }
}
