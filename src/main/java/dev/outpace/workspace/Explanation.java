package dev.outpace.workspace;

import dev.outpace.model.Problem;
import java.time.Instant;
import java.util.List;

/** Why a call was placed and what came of it, or why that can't be told any more. */
public sealed interface Explanation {
    /** @param lines in their order; exactly one is the decision */
    record Told(List<Line> lines) implements Explanation {
        public Told {
            lines = List.copyOf(lines);
        }
    }

    record Untold(Problem problem) implements Explanation {}

    /**
     * One input of the engine, or its decision, in a sentence.
     *
     * @param sequence by which the journal numbers it
     */
    record Line(long sequence, Instant at, Part part, String sentence) {}

    enum Part {
        /** What happened before, on which the decision was made. */
        BEFORE,
        /** Why the campaign had placed no call until then. */
        HELD,
        DECISION,
        /** What happened to the call. */
        CALL
    }
}
