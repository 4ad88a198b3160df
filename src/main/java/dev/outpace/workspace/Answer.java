package dev.outpace.workspace;

import dev.outpace.model.Problem;
import java.util.List;

/** What became of an order. */
public sealed interface Answer {
    List<Problem> problems();

    /** {@code problems} are warnings, if any. */
    record Done(List<Problem> problems) implements Answer {}

    /** Nothing was changed. */
    record Refused(List<Problem> problems) implements Answer {}

    /** Nothing was changed yet: the same order, confirmed, goes through. */
    record Asks(List<Problem> problems) implements Answer {}

    static Answer of(List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError) ? new Refused(problems) : new Done(problems);
    }

    static Answer refused(Problem problem) {
        return new Refused(List.of(problem));
    }
}
