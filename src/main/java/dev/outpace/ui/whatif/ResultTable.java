package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.ColumnHeads;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table of an answer: its columns as far as there is room, and the best line in view. */
final class ResultTable {
    private static final double SCROLL_BAR = 12;
    private static final int LINES_ABOVE = 3;

    private final TableView<ResultLine> table;
    private final Texts texts;

    ResultTable(TableView<ResultLine> table, Texts texts) {
        this.table = table;
        this.texts = texts;
    }

    void fill(
            TableColumn<ResultLine, ResultLine> setting,
            TableColumn<ResultLine, ResultLine> utilisation,
            TableColumn<ResultLine, ResultLine> abandon,
            TableColumn<ResultLine, ResultLine> callsPerHour,
            TableColumn<ResultLine, ResultLine> finishes) {
        var words = new WhatIfWords(texts);
        var cells = new ResultCells(texts, words);
        cells.setting(setting);
        cells.utilisation(utilisation);
        cells.abandon(abandon);
        cells.text(callsPerHour, line -> words.callsPerHour(line.point()));
        cells.text(finishes, line -> words.finish(line.point()));
        ColumnHeads.keepWhole(table);
        table.setRowFactory(any -> ResultCells.row());
        var all = List.copyOf(table.getColumns());
        var spare = List.of(callsPerHour, finishes);
        table.widthProperty().subscribe(width -> fit(width.doubleValue(), all, spare));
    }

    /** Takes columns out where the table is too narrow for all; the reading of the chart tells calls per hour too. */
    private static void fit(
            double width, List<TableColumn<ResultLine, ?>> all, List<TableColumn<ResultLine, ResultLine>> spare) {
        double needed =
                SCROLL_BAR + all.stream().mapToDouble(TableColumn::getMinWidth).sum();
        for (var column : spare) {
            boolean fits = needed <= width;
            column.setVisible(fits);
            needed -= fits ? 0 : column.getMinWidth();
        }
    }

    /** With some lines above it. */
    static void showBest(TableView<ResultLine> table) {
        var lines = table.getItems();
        lines.stream()
                .filter(ResultLine::best)
                .findFirst()
                .ifPresent(best -> table.scrollTo(Math.max(0, lines.indexOf(best) - LINES_ABOVE)));
    }
}
