package dev.outpace.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calling rule by which somebody may not be called now. */
public sealed interface RuleReason {
    /**
     * It is not a time of the calling hours.
     *
     * @param region in which they hold; empty if unknown
     * @param zone IANA id of the zone that is the last to open
     * @param next window that opens then, in that zone; null if none opens within a year
     */
    record OutsideHours(
            String region, String zone, @Nullable CallWindow next) implements RuleReason {}

    /**
     * The day is a holiday, or the eve of one, and this is no time of its calling hours.
     *
     * @param day the holiday
     * @param name of the holiday; may be empty
     */
    record OnHoliday(
            String region,
            String zone,
            LocalDate day,
            String name,
            boolean eve,
            @Nullable CallWindow next) implements RuleReason {}

    /** As many calls were placed within that time as there may be. */
    record LimitReached(String region, AttemptLimit limit) implements RuleReason {}

    /** @param since the end of the call that is rested after */
    record Resting(After after, Instant since) implements RuleReason {}

    /** What a number rests after. */
    enum After {
        CONVERSATION,
        REFUSAL,
        ABANDON
    }

    record OnDoNotCallList(UUID listId) implements RuleReason {}

    /**
     * The list is older than it may be, so nobody can tell who is on it by now.
     *
     * @param name of the list
     * @param asOf null where nobody said of when it is
     */
    record ListTooOld(UUID listId, String name, @Nullable LocalDate asOf) implements RuleReason {}

    /** Nobody knows the time where the number is, and the rules don't allow to call it then. */
    record ZoneUnknown() implements RuleReason {}

    /** @param expired on this day; null if there is no consent at all */
    record WithoutConsent(@Nullable LocalDate expired) implements RuleReason {}
}
