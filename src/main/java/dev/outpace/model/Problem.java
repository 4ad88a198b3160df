package dev.outpace.model;

import java.util.List;

/**
 * Something wrong, in a form that every room words in its own way.
 *
 * @param code stands in the texts as {@code problem.<code>}
 * @param place where: a field, a path in a file, the name of a resource; empty for the whole. It stands before the text and
 *     is never counted by it
 * @param args all that the text is filled with: {@code {0}} is the first of them
 */
public record Problem(Severity severity, String code, String place, List<Object> args) {
    public Problem {
        args = List.copyOf(args);
    }

    public static Problem error(String code, String place, Object... args) {
        return new Problem(Severity.ERROR, code, place, List.of(args));
    }

    public static Problem warning(String code, String place, Object... args) {
        return new Problem(Severity.WARNING, code, place, List.of(args));
    }

    /** The same at another place. */
    public Problem at(String newPlace) {
        return new Problem(severity(), code(), newPlace, args());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
