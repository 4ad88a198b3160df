package dev.outpace.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The three times of every resource. A {@code delete} in the year 9999 is the published sentinel for "not deleted" and is
 * kept as it was read; so is null.
 */
public record Stamps(
        @Nullable Instant create,
        @Nullable Instant update,
        @Nullable Instant delete) {
    /** Published sentinel for "not deleted". */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    public static final Stamps NONE = new Stamps(null, null, null);

    public static Stamps createdAt(Instant now) {
        return new Stamps(now, null, null);
    }

    public boolean deleted() {
        return delete != null && delete.isBefore(NEVER);
    }

    public Stamps updatedAt(Instant now) {
        return new Stamps(create, now, delete);
    }

    /** Created when it has no times yet, else updated. */
    public Stamps touchedAt(Instant now) {
        return create == null ? createdAt(now) : updatedAt(now);
    }

    public Stamps deletedAt(Instant now) {
        return new Stamps(create, now, now);
    }
}
