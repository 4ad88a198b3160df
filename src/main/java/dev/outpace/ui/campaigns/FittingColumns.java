package dev.outpace.ui.campaigns;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Where a table is too narrow for all its columns, those that can be missed most easily are left out. */
final class FittingColumns {
    private static final double SCROLL_BAR = 12;

    private final TableView<?> table;
    private final List<? extends TableColumn<?, ?>> firstToGo;

    private FittingColumns(TableView<?> table, List<? extends TableColumn<?, ?>> firstToGo) {
        this.table = table;
        this.firstToGo = firstToGo;
    }

    static void keep(TableView<?> table, List<? extends TableColumn<?, ?>> firstToGo) {
        var fitting = new FittingColumns(table, firstToGo);
        table.widthProperty().subscribe(fitting::fit);
    }

    private void fit() {
        double width = table.getWidth() - SCROLL_BAR;
        double needed = table.getColumns().stream()
                .mapToDouble(column -> column.getMinWidth())
                .sum();
        for (var column : firstToGo) {
            boolean goes = needed > width;
            if (goes) {
                needed -= column.getMinWidth();
            }
            if (column.isVisible() == goes) {
                column.setVisible(!goes);
            }
        }
    }
}
