package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.flow.FlowGraph.PortKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ports that lead to no action. */
final class OpenPorts {
    private OpenPorts() {}

    static List<Link> of(FlowDocument document, int index) {
        return document.graph().links(index).stream()
                .filter(link -> !link.leads())
                .toList();
    }

    /** The successor, where there is none: the others show a ghost. Null where a sign of it would say nothing. */
    static @Nullable Port plus(FlowDocument document, int index) {
        return of(document, index).stream()
                .filter(link -> link.port().kind() == PortKind.NEXT && !Ghosts.isGhost(link))
                .map(Link::port)
                .findFirst()
                .orElse(null);
    }
}
