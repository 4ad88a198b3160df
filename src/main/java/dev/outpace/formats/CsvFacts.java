package dev.outpace.formats;

import dev.outpace.model.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What can be told of a CSV file before it is imported.
 *
 * @param lines its lines; records that go over several lines count as often
 * @param columns names from its header, each once; {@code column_1} and so on where there is none
 * @param samples its first rows, each with as many cells as there are columns
 * @param doubts warnings of what was guessed
 */
public record CsvFacts(
        Path file,
        long bytes,
        long lines,
        CsvForm form,
        List<String> columns,
        List<List<String>> samples,
        List<Problem> doubts) {
    public CsvFacts {
        columns = List.copyOf(columns);
        doubts = List.copyOf(doubts);
        samples = samples.stream().map(List::copyOf).toList();
    }

    /** About how many rows there are to import. */
    public long rows() {
        return Math.max(0, lines - (form.header() ? 1 : 0) - (form.delimiterNamed() ? 1 : 0));
    }
}
