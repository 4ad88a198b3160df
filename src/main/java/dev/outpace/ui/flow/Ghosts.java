package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.PortKind;
import dev.outpace.flow.FlowGraph.Way;

/** Where a port should lead to an action and doesn't, the canvas shows the place of one. */
final class Ghosts {
    private Ghosts() {}

    static boolean isGhost(Link link) {
        return !link.leads()
                && (link.way() == Way.DANGLING
                        || (link.way() == Way.UNSET && link.port().kind() != PortKind.NEXT));
    }
}
