package dev.outpace.workspace;

import dev.outpace.model.Duplicates;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of targets, a CSV file or a workbook, for a list, as a command line names it.
 *
 * @param list name of the list
 * @param create whether a list that does not exist is made
 * @param fields where columns go whose place is not to be guessed, by their header: name, detail, destination_0 to
 *     destination_4, destination (the next that is free), country, do_not_call, data or skip
 * @param region two letters, for numbers without a country, empty to refuse those; null for the one of the last import
 * @param charset null to find it out
 * @param delimiter null to find it out
 * @param sheet of a workbook; null for the first that has rows
 * @param duplicates what becomes of rows whose first number is there already, or in an earlier row
 * @param allLists whether it is there already where any list has it; else only in this one
 * @param skipListed whether rows are rejected whose numbers all are on do-not-call lists
 * @param check whether rows are only counted, and nothing is stored
 * @param rejected where rejected rows are written to; null for a new file beside the one that is read
 */
public record TargetCommand(
        Path file,
        String list,
        boolean create,
        Map<String, String> fields,
        @Nullable String region,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet,
        Duplicates duplicates,
        boolean allLists,
        boolean skipListed,
        boolean check,
        @Nullable Path rejected) {
    public TargetCommand {
        fields = Map.copyOf(fields);
    }
}
