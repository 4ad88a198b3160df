package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What can be told of a table of targets before it is imported.
 *
 * @param lines its lines; CSV records that go over several lines count as often
 * @param columns names from its header, each once; {@code column_1} and so on where there is none
 * @param samples its first rows, each with as many cells as there are columns
 * @param doubts warnings of what was guessed
 */
public record TableFacts(
        Path file,
        long bytes,
        long lines,
        TableForm form,
        List<String> columns,
        List<List<String>> samples,
        List<Problem> doubts) {
    public TableFacts {
        columns = List.copyOf(columns);
        doubts = List.copyOf(doubts);
        samples = samples.stream().map(List::copyOf).toList();
    }

    /** About how many rows there are to import. */
    public long rows() {
        boolean named = form instanceof CsvForm csv && csv.delimiterNamed();
        return Math.max(0, lines - (form.header() ? 1 : 0) - (named ? 1 : 0));
    }
}
