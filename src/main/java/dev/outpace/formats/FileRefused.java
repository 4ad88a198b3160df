package dev.outpace.formats;

import dev.outpace.model.Problem;

/** A file that can't be read on: what was read of it so far counts for nothing. */
public final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    FileRefused(Problem problem) {
        super(problem.code() + " at " + problem.place());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
