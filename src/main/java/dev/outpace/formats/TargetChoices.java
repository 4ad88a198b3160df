package dev.outpace.formats;

import dev.outpace.model.Duplicates;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a person chooses for an import of targets.
 *
 * @param region two letters, for numbers without a country; empty refuses those
 * @param countryForm whether numbers are written as +country form; else as they stand in the file
 * @param duplicates what becomes of rows whose first number is there already, or in an earlier row. Only the first counts:
 *     people of one household share a second one
 * @param zone of moments in rows that say no zone
 */
public record TargetChoices(
        ColumnMapping mapping, String region, boolean countryForm, Duplicates duplicates, ZoneId zone) {
    /** One whose moments are in UTC, where they say no zone. */
    public TargetChoices(ColumnMapping mapping, String region, boolean countryForm, boolean skipDuplicates) {
        this(mapping, region, countryForm, skipDuplicates ? Duplicates.SKIP : Duplicates.ADD, ZoneOffset.UTC);
    }
}
