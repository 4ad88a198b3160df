package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.FlowGraph;
import java.util.List;
import java.util.stream.Stream;

/** The names of variables that a flow can use: those that are always there, then those it sets itself. */
final class KnownVariables {
    private static final int MAX_VARIABLES = 200;

    /** Those that nearly every text names come first. */
    private static final List<String> ALWAYS = """
        target.name
        campaign.name
        target.detail
        target.data.
        voipbin.call.destination.target
        voipbin.call.digits
        voipbin.queue.name
        """.lines().toList();

    private KnownVariables() {}

    static List<String> of(FlowGraph graph) {
        return Stream.concat(ALWAYS.stream(), setBy(graph)).distinct().toList();
    }

    /** How many of them every flow has. */
    static int always() {
        return ALWAYS.size();
    }

    /** Whether something of the target's data is still to be typed after it. */
    static boolean isOpen(String name) {
        return name.endsWith(".");
    }

    private static Stream<String> setBy(FlowGraph graph) {
        return graph.actions().stream()
                .filter(action -> action.type().equals(ActionType.VARIABLE_SET.published()))
                .map(action -> action.options().text("key", "").strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MAX_VARIABLES);
    }
}
