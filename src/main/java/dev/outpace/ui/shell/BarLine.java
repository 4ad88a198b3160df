package dev.outpace.ui.shell;

import java.util.List;

/** Why the link is not tried any more, in words, and what a person can do. */
public record BarLine(String title, String text, List<Action> actions) {
    /** A button. */
    public record Action(String title, Runnable run) {}

    public BarLine {
        actions = List.copyOf(actions);
    }
}
