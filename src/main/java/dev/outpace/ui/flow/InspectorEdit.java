package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Port;
import dev.outpace.model.Action;

/** What a form of the inspector asks the editor to change of the shown card. */
sealed interface InspectorEdit {
    /** @param option whose value changed; changes of the same option in a row are one step of undo */
    record Option(Action changed, String option) implements InspectorEdit {}

    /** @param to index of the card that the port shall lead to; -1 for none */
    record Connect(Port port, int to) implements InspectorEdit {}

    /** The keys of a branch are another set, or in another order. */
    record Branches(Action changed) implements InspectorEdit {}

    record Delete() implements InspectorEdit {}

    record Duplicate() implements InspectorEdit {}
}
