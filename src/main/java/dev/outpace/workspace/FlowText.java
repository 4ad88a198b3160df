package dev.outpace.workspace;

import dev.outpace.flow.FlowReading;
import dev.outpace.formats.ActionJson;
import dev.outpace.model.Action;
import java.util.List;

/** Flows as JSON text, for a text view and the clipboard. */
public final class FlowText {
    private final ActionJson texts = new ActionJson();

    /** As it stands in the {@code "actions"} of a file. */
    public String write(List<Action> actions) {
        return texts.write(actions);
    }

    /** Takes a list of actions, one action alone, or a whole campaign. Nothing is thrown. */
    public FlowReading read(String text) {
        return texts.read(text);
    }
}
