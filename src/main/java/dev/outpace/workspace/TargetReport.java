package dev.outpace.workspace;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import of targets did.
 *
 * @param written how the file is written
 * @param columns where each column went
 * @param updated targets that took what rows say of them
 * @param left as they are, since they were in a call or gone
 * @param costly of the rows taken, those with a premium-rate, satellite or other costly number
 * @param firstRejected the first of the rejected rows
 * @param rejectedFile with all of them; null where there are none
 * @param doubts warnings of what was guessed
 */
public record TargetReport(
        TargetFile.Written written,
        String region,
        List<Column> columns,
        long taken,
        long updated,
        long left,
        long rejected,
        long costly,
        List<TargetImport.RejectedRow> firstRejected,
        @Nullable Path rejectedFile,
        List<Problem> doubts) {
    /** @param name its header */
    public record Column(String name, ColumnUse use) {}

    public TargetReport {
        columns = List.copyOf(columns);
        firstRejected = List.copyOf(firstRejected);
        doubts = List.copyOf(doubts);
    }
}
