package dev.outpace.model;

import java.util.UUID;

/** What a supervisor makes, edits and deletes, apart from the targets of a list, which are too many to hold in memory. */
public sealed interface Resource permits Campaign, Outplan, Outdial, Queue, Agent {
    UUID id();

    String name();

    Stamps stamps();

    /** The same resource with other times. */
    Resource withStamps(Stamps stamps);

    default boolean deleted() {
        return stamps().deleted();
    }
}
