package dev.outpace.formats;

/**
 * What a person chooses for an import of targets.
 *
 * @param region two letters, for numbers without a country; empty refuses those
 * @param countryForm whether numbers are written as +country form; else as they stand in the file
 * @param skipDuplicates whether rows are rejected whose first number stands in the list or in an earlier row. Only the
 *     first counts: people of one household share a second one
 */
public record TargetChoices(ColumnMapping mapping, String region, boolean countryForm, boolean skipDuplicates) {}
