package dev.outpace.flow;

import dev.outpace.model.Action;
import dev.outpace.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a text holds as a flow.
 *
 * @param actions with an error among the problems only what could be read of them
 * @param problems places are {@code 3:14} for the line and column where the text is no JSON, {@code [3].id} for a field
 */
public record FlowReading(List<Action> actions, List<Problem> problems) {
    public FlowReading {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
    }

    /** The actions, where nothing was wrong with the text. */
    public Optional<List<Action>> whole() {
        return refused() ? Optional.empty() : Optional.of(actions);
    }

    public boolean refused() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
