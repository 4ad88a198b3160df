package dev.outpace.flow;

import java.util.List;

/**
 * An option of an action that a form can offer.
 *
 * @param name as in files
 * @param values what a choice may be besides unset; empty for other kinds
 */
public record OptionSpec(String name, Kind kind, List<String> values) {

    /** {@code MILLIS} stands in files as whole milliseconds, {@code QUEUE} as the id of a queue. */
    public enum Kind {
        LINE,
        PARAGRAPH,
        CHOICE,
        FLAG,
        MILLIS,
        QUEUE
    }

    public OptionSpec {
        values = List.copyOf(values);
    }

    static OptionSpec of(String name, Kind kind, String... values) {
        return new OptionSpec(name, kind, List.of(values));
    }
}
