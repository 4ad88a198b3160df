package dev.outpace.workspace;

import dev.outpace.model.ColumnUse;

/**
 * Where a column of a file likely goes.
 *
 * @param reason what speaks for it, as half a sentence; empty where nothing needs to be said
 */
public record ColumnSuggestion(ColumnUse use, Certainty certainty, String reason) {
    public enum Certainty {
        SURE,
        /** A person should look: the cells are not what the header says, or not all of them. */
        LOOK,
        /** As in the last import with the same headers; the cells say nothing themselves. */
        AS_LAST_TIME,
        SKIPPED
    }
}
