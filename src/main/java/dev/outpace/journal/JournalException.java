package dev.outpace.journal;

import dev.outpace.model.Problem;

/** A journal can't be read. The problem names the file, the position and the reason. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    JournalException(Problem problem) {
        super(problem.code() + " " + problem.place() + " " + problem.args());
        this.problem = problem;
    }

    static JournalException withoutOpening(String file) {
        return new JournalException(Problem.error("journal.no_opening", file));
    }

    public Problem problem() {
        return problem;
    }
}
