package dev.outpace.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which campaign calls a view shows.
 *
 * @param campaignId null for all
 * @param causes empty for all, those in progress included; {@link EndCause#ABANDONED} alone finds all that count as abandoned, also
 *     those that an agent took too late
 * @param text part of a target's name or a number; empty for all
 * @param from earliest creation; null for any
 */
public record CallFilter(
        @Nullable UUID campaignId,
        List<EndCause> causes,
        String text,
        @Nullable Instant from) {
    /** Whether calls are wanted that count as abandoned, however they ended. */
    public boolean isOfAbandoned() {
        return causes.equals(List.of(EndCause.ABANDONED));
    }
}
