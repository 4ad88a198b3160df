package dev.outpace.workspace;

import dev.outpace.exchange.ColumnMapping;
import dev.outpace.exchange.FileRefused;
import dev.outpace.exchange.TargetChoices;
import dev.outpace.exchange.TargetFiles;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The targets of a CSV file, its columns guessed from their names.
 *
 * @param problems a warning for each rejected row; an error when the file as a whole can't be used
 */
record TargetsOfFile(List<OutdialTarget> targets, List<Problem> problems) {
    private static final int NAMED_ROWS = 50;

    /**
     * @param region two letters, for numbers without a country; empty refuses those
     * @param inList dial keys that the list has already
     */
    static TargetsOfFile read(Path file, String region, UUID outdialId, Set<String> inList, Instant now) {
        var targets = new ArrayList<OutdialTarget>();
        var problems = new ArrayList<Problem>();
        var files = new TargetFiles(new OrderedIds(now));
        try {
            var facts = files.facts(file);
            var choices = new TargetChoices(ColumnMapping.suggested(facts), region, true, true);
            try (var reader = files.open(facts, choices, outdialId, inList::contains, now)) {
                reader.targets(row -> {
                            if (problems.size() < NAMED_ROWS) {
                                var reason = row.reason();
                                problems.add(Problem.warning(
                                        reason.code(),
                                        reason.place(),
                                        reason.args().toArray()));
                            }
                        })
                        .forEachRemaining(targets::add);
                reader.problem().ifPresent(problems::add);
                if (reader.rejected() > 0) {
                    problems.add(Problem.warning(
                            "import.rows_rejected", file.toString(), reader.rejected(), reader.accepted()));
                }
            }
        } catch (FileRefused refused) {
            problems.add(refused.problem());
        } catch (IOException failure) {
            problems.add(Problem.error("import.unreadable", file.toString(), String.valueOf(failure.getMessage())));
        }
        return new TargetsOfFile(targets, problems);
    }
}
