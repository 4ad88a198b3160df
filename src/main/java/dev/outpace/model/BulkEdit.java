package dev.outpace.model;

import java.util.UUID;

/** What is done to many targets at once. Targets in a call are left out. */
public sealed interface BulkEdit {
    /**
     * They are called again, from now on. Those that do-not-call lists or rules bar are left out.
     *
     * @param keepsTries whether the tries made so far count on; else they are as if they had never been called
     */
    record Requeue(boolean keepsTries) implements BulkEdit {}

    /** They are not called again. */
    record MarkDone() implements BulkEdit {}

    record Delete() implements BulkEdit {}

    /** @param outdialId the list that they go to */
    record Move(UUID outdialId) implements BulkEdit {}

    record Priority(int priority) implements BulkEdit {}
}
