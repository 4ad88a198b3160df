package dev.outpace.flow;

import java.util.List;

/**
 * An option of an action type.
 *
 * @param name as in files
 * @param values what a choice may be besides unset; empty for other kinds
 * @param byDefault what an unset one stands for, as in files; empty for nothing
 * @param required an action without it can't do its work
 * @param unless another option that can stand in its place; empty for none
 * @param least of a whole number; {@link Long#MIN_VALUE} for no bound
 * @param most of a whole number, or the characters of keys; {@link Long#MAX_VALUE} for no bound
 */
public record OptionSpec(
        String name,
        OptionKind kind,
        List<String> values,
        String byDefault,
        boolean required,
        String unless,
        long least,
        long most) {

    public OptionSpec {
        values = List.copyOf(values);
    }

    static OptionSpec option(String name, OptionKind kind, String... values) {
        return new OptionSpec(name, kind, List.of(values), "", false, "", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    OptionSpec must() {
        return new OptionSpec(name, kind, values, byDefault, true, unless, least, most);
    }

    OptionSpec mustUnless(String other) {
        return new OptionSpec(name, kind, values, byDefault, true, other, least, most);
    }

    OptionSpec otherwise(String value) {
        return new OptionSpec(name, kind, values, value, required, unless, least, most);
    }

    OptionSpec between(long newLeast, long newMost) {
        return new OptionSpec(name, kind, values, byDefault, required, unless, newLeast, newMost);
    }
}
