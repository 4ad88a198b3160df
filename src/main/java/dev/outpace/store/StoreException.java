package dev.outpace.store;

import dev.outpace.model.Problem;

/** The workspace can't be opened, or a write or a query failed. The problem says it in a person's words. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    StoreException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
    }

    public StoreException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
