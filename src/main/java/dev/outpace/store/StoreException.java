package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.model.Problem;
import org.jspecify.annotations.Nullable;

/** The workspace can't be opened, or a write or query failed. The problem describes it for a user. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final transient @Nullable StoreDown down;

    StoreException(Problem problem, Throwable cause) {
        super(problem.code(), cause);
        this.problem = problem;
        down = null;
    }

    public StoreException(Problem problem) {
        super(problem.code());
        this.problem = problem;
        down = null;
    }

    /** The store as a whole can't be written. */
    StoreException(StoreDown down) {
        super(down.problem().code());
        this.problem = down.problem();
        this.down = down;
    }

    /** Why the store can't be written; null if only this write or query failed. */
    @Nullable
    StoreDown down() {
        return down;
    }

    public Problem problem() {
        return problem;
    }
}
