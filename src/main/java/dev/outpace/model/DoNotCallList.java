package dev.outpace.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of numbers that must not be called. Its entries, up to millions, are kept in the store.
 *
 * @param source where its entries come from, in the user's words
 * @param asOf the day that its entries were true on; null if nobody said
 * @param maxAgeDays whole days after {@code asOf} for which the entries may be relied on; 0 for ever
 * @param everyCampaign whether it counts for every campaign, also without calling rules
 */
public record DoNotCallList(
        UUID id,
        String name,
        String source,
        @Nullable LocalDate asOf,
        int maxAgeDays,
        boolean everyCampaign,
        Stamps stamps,
        Json.Obj unknown)
        implements Resource {
    /** Longest maximum age in days: ten years. */
    public static final int LONGEST_AGE = 3_660;

    /** Name of the list that the workspace makes for people who ask never to be called again. */
    public static final String COMPANY = "Company";

    /** The same in every workspace, so that there is never a second one. */
    public static final UUID COMPANY_ID = UUID.fromString("5c0b5f3e-1d4e-4b7a-9a55-0d0ca11ed0ca");

    /** The list of a workspace to which people are added who ask never to be called again. */
    public static DoNotCallList company() {
        return new DoNotCallList(COMPANY_ID, COMPANY, "", null, 0, true, Stamps.NONE, Json.Obj.EMPTY);
    }

    /** Whether its entries are older than they may be. A list with a maximum age and no date is. Days are those of UTC. */
    public boolean isTooOld(Instant now) {
        if (maxAgeDays == 0) {
            return false;
        }
        return asOf == null || asOf.plusDays(maxAgeDays).isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** Whole days since its entries were true; 0 if nobody said when. */
    public long ageInDays(Instant now) {
        return asOf == null ? 0 : ChronoUnit.DAYS.between(asOf, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    /** With entries of another source and day. */
    public DoNotCallList loaded(String from, @Nullable LocalDate on) {
        return new DoNotCallList(id, name, from, on, maxAgeDays, everyCampaign, stamps, unknown);
    }

    public DoNotCallList withEveryCampaign(boolean every) {
        return new DoNotCallList(id, name, source, asOf, maxAgeDays, every, stamps, unknown);
    }

    public DoNotCallList withMaxAge(int days) {
        return new DoNotCallList(id, name, source, asOf, days, everyCampaign, stamps, unknown);
    }

    @Override
    public DoNotCallList withStamps(Stamps newStamps) {
        return new DoNotCallList(id, name, source, asOf, maxAgeDays, everyCampaign, newStamps, unknown);
    }
}
