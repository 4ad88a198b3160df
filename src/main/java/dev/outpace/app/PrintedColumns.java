package dev.outpace.app;

import java.util.ArrayList;
import java.util.List;

/** Sets rows of texts, their cells separated by tabs, so that columns stand below each other. */
final class PrintedColumns {
    private static final String CELL = "\t";
    private static final String GAP = "  ";

    private final int toTheLeft;

    /** @param toTheLeft number of first columns that are words; the others are numbers and stand to the right */
    PrintedColumns(int toTheLeft) {
        this.toTheLeft = toTheLeft;
    }

    List<String> lines(List<String> rows) {
        var cells = rows.stream().map(row -> List.of(row.split(CELL, -1))).toList();
        var lines = new ArrayList<String>();
        for (var row : cells) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var padding = " ".repeat(width(cells, column) - row.get(column).length());
                line.append(column == 0 ? "" : GAP)
                        .append(column < toTheLeft ? row.get(column) + padding : padding + row.get(column));
            }
            lines.add(Printed.plain(line.toString().stripTrailing()));
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
