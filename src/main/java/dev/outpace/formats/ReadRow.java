package dev.outpace.formats;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import java.util.List;

/** What became of one row of a CSV file. {@code line} is where it begins. */
public sealed interface ReadRow {
    long line();

    /**
     * @param target with the place of the one that it updates; 0 for a new one
     * @param costly whether one of its numbers is premium-rate or the like
     */
    record Accepted(long line, OutdialTarget target, boolean costly) implements ReadRow {}

    /** @param cells as they stood; where the row could not be cut into cells, the beginning of its line */
    record Rejected(long line, Problem reason, List<String> cells) implements ReadRow {}
}
