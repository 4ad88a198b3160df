package dev.outpace.workspace;

import dev.outpace.model.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems in a person's words. */
public final class ProblemWords {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWords.class);

    private final ResourceBundle texts = ResourceBundle.getBundle("dev.outpace.workspace.problems", Locale.ROOT);

    /** One sentence, without the place. A problem that can't be worded is told by its code: alarms are worded while calls run. */
    public String sentence(Problem problem) {
        var key = "problem." + problem.code();
        if (!texts.containsKey(key)) {
            return problem.code();
        }
        try {
            return new MessageFormat(texts.getString(key), Locale.ROOT)
                    .format(problem.args().toArray());
        } catch (IllegalArgumentException argumentOfAnotherType) {
            LOG.error("{} does not take {}: {}", key, problem.args(), argumentOfAnotherType.getMessage());
            return problem.code() + ' ' + problem.args();
        }
    }

    /** One line: the place, where there is one, then the sentence. */
    public String line(Problem problem) {
        return problem.place().isEmpty() ? sentence(problem) : problem.place() + ": " + sentence(problem);
    }

    public List<String> lines(List<Problem> problems) {
        return problems.stream().map(this::line).toList();
    }
}
