package dev.outpace.workspace;

import dev.outpace.model.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Problems in a person's words. */
public final class ProblemWords {
    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.problems", Locale.ROOT);

    /** One sentence, without the place. */
    public String sentence(Problem problem) {
        var key = "problem." + problem.code();
        return texts.containsKey(key)
                ? new MessageFormat(texts.getString(key), Locale.ROOT)
                        .format(problem.args().toArray())
                : problem.code();
    }

    /** One line: the place, where there is one, then the sentence. */
    public String line(Problem problem) {
        return problem.place().isEmpty() ? sentence(problem) : problem.place() + ": " + sentence(problem);
    }

    public List<String> lines(List<Problem> problems) {
        return problems.stream().map(this::line).toList();
    }
}
