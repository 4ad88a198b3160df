package dev.outpace.formats;

import dev.outpace.model.Problem;
import dev.outpace.numbers.NumberReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first records of a table, from which its columns are told.
 *
 * @param rows with its header, where it has one
 */
record TableHead(Path file, List<TableRecords.Row> rows) {
    static final int SAMPLES = 20;

    private static final int MAX_HEADER = 100;

    static TableHead of(Path file, TableRecords records) throws IOException {
        var rows = new ArrayList<TableRecords.Row>();
        for (var row = records.next(); row != null && rows.size() <= SAMPLES; row = records.next()) {
            rows.add(row);
        }
        return new TableHead(file, rows);
    }

    /** @throws FileRefused if there is none, or it can't be read: then nothing tells the columns */
    TableRecords.Row first() throws FileRefused {
        if (rows.isEmpty()) {
            throw new FileRefused(Problem.error("csv.empty", file.toString()));
        }
        var first = rows.getFirst();
        var fault = first.fault();
        if (fault != null) {
            throw new FileRefused(fault.at(file + ":" + first.line()));
        }
        return first;
    }

    boolean namesColumns() throws FileRefused {
        return ColumnGuess.namesColumns(first().fields());
    }

    TableFacts facts(long bytes, long lines, TableForm form, List<Problem> doubts) throws FileRefused {
        var header = first().fields();
        var samples = rows.stream()
                .skip(form.header() ? 1 : 0)
                .filter(row -> row.fault() == null)
                .limit(SAMPLES)
                .map(row -> IntStream.range(0, header.size())
                        .mapToObj(i -> i < row.fields().size() ? row.fields().get(i) : "")
                        .toList())
                .toList();
        var names = form.header() ? names(header) : new LeadLayout(samples).names();
        return new TableFacts(
                file,
                bytes,
                lines,
                form,
                names.isEmpty() ? names(Collections.nCopies(header.size(), "")) : names,
                samples,
                doubts);
    }

    /** Each name once, and none empty: they become keys of a target's data. */
    private static List<String> names(List<String> headers) {
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < headers.size(); i++) {
            var plain = NumberReader.plain(headers.get(i));
            var name = plain.isEmpty() ? "column_" + (i + 1) : cut(plain);
            var unique = name;
            for (int again = 2; !names.add(unique); again++) {
                unique = name + '_' + again;
            }
        }
        return List.copyOf(names);
    }

    private static String cut(String header) {
        if (header.length() <= MAX_HEADER) {
            return header;
        }
        return header.substring(0, MAX_HEADER - (Character.isHighSurrogate(header.charAt(MAX_HEADER - 1)) ? 1 : 0));
    }
}
