package dev.outpace.ui.campaigns;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * Where a table is too narrow for all its columns, those that can be missed most easily are left out. Where it has room to
 * spare, some get their share of it: left to itself, a table gives nearly all of it to the one column without a bound.
 */
final class FittingColumns {
    private static final double SCROLL_BAR = 12;

    private final TableView<?> table;
    private final List<? extends TableColumn<?, ?>> firstToGo;
    private final Map<? extends TableColumn<?, ?>, Double> shares;
    private final Map<TableColumn<?, ?>, Double> least;

    private FittingColumns(
            TableView<?> table,
            List<? extends TableColumn<?, ?>> firstToGo,
            Map<? extends TableColumn<?, ?>, Double> shares) {
        this.table = table;
        this.firstToGo = firstToGo;
        this.shares = shares;
        least = table.getColumns().stream().collect(Collectors.toMap(column -> column, TableColumnBase::getMinWidth));
    }

    /** @param shares of the room that is left; what they don't add up to is for the others */
    static void keep(
            TableView<?> table,
            List<? extends TableColumn<?, ?>> firstToGo,
            Map<? extends TableColumn<?, ?>, Double> shares) {
        var fitting = new FittingColumns(table, firstToGo, shares);
        table.widthProperty().subscribe(fitting::fit);
    }

    private void fit() {
        double width = table.getWidth() - SCROLL_BAR;
        double needed = least.values().stream().mapToDouble(Double::doubleValue).sum();
        for (var column : firstToGo) {
            boolean goes = needed > width;
            if (goes) {
                needed -= least(column);
            }
            if (column.isVisible() == goes) {
                column.setVisible(!goes);
            }
        }
        double spare = Math.max(0, width - needed);
        shares.forEach((column, share) ->
                column.setMinWidth(Math.min(column.getMaxWidth(), Math.floor(least(column) + share * spare))));
    }

    private double least(TableColumn<?, ?> column) {
        return least.getOrDefault(column, 0.0);
    }
}
