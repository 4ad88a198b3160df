package dev.outpace.workspace;

import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.model.Stamps;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import into a do-not-call list. What is null stays as it is; a new list counts for every campaign unless told otherwise.
 *
 * @param list an id, or a name that only one list has; a new list is made for an unknown name
 * @param changes whether lines add and take off single entries; else the file takes the place of all entries
 * @param asOf the day that the file was true on; null for today
 * @param region two letters, for numbers without a country; null for the workspace's
 */
public record DoNotCallOrder(
        Path file,
        String list,
        boolean changes,
        @Nullable LocalDate asOf,
        @Nullable Integer maxAgeDays,
        @Nullable String source,
        @Nullable Boolean everyCampaign,
        @Nullable String region) {

    DoNotCallList newList() {
        return new DoNotCallList(UUID.randomUUID(), list, "", null, 0, true, Stamps.NONE, Json.Obj.EMPTY);
    }

    /** The list as it is after the import. */
    DoNotCallList after(DoNotCallList before, LocalDate today) {
        var from = source == null ? (before.source().isEmpty() ? fileName() : before.source()) : source;
        var after = before.loaded(from, asOf == null ? today : asOf);
        if (maxAgeDays != null) {
            after = after.withMaxAge(maxAgeDays);
        }
        return everyCampaign == null ? after : after.withEveryCampaign(everyCampaign);
    }

    private String fileName() {
        return String.valueOf(file.getFileName());
    }
}
