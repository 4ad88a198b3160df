package dev.outpace.model;

import java.util.UUID;

/** What a supervisor makes, edits and deletes, apart from the targets of a list, which are too many to hold in memory. */
public sealed interface Resource permits Campaign, Outplan, Outdial, Queue, Agent, RuleSet {
    /** Characters of a name, of a resource or of a target: what the published platform keeps. */
    int MAX_NAME = 255;

    UUID id();

    String name();

    Stamps stamps();

    /** The same resource with other times. */
    Resource withStamps(Stamps stamps);

    default boolean deleted() {
        return stamps().deleted();
    }
}
