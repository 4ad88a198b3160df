package dev.outpace.formats;

import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.Problem;
import java.util.List;

/**
 * What a file with numbers that must not be called holds.
 *
 * @param added all entries of the file; of a change list, those that it adds
 * @param removed entries that a change list takes off
 * @param lines lines that hold something, of all files of an archive; headers are not counted
 * @param repeated lines whose entry stood in an earlier one
 * @param rejected lines that can't be read as a number or a prefix
 * @param problems of the first rejected lines, each at its file and line
 */
public record DoNotCallRead(
        DoNotCallEntries added,
        DoNotCallEntries removed,
        long lines,
        long repeated,
        long rejected,
        List<Problem> problems) {
    /** Rejected lines that are told one by one. */
    public static final int MAX_PROBLEMS = 50;

    public DoNotCallRead {
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return added.size() + removed.size() == 0;
    }
}
