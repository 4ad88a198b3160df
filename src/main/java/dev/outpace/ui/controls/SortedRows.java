package dev.outpace.ui.controls;

import java.util.Comparator;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in the order that its heads say. A row whose values change keeps its place until {@link #sortAnew};
 * what is selected stays selected.
 */
public final class SortedRows<R> {
    private final TableView<R> table;
    private final SortedList<R> sorted;
    private final Comparator<R> usual;

    /** @param usual the order while no head is chosen */
    public SortedRows(TableView<R> table, ObservableList<R> rows, Comparator<R> usual) {
        this.table = table;
        this.usual = usual;
        sorted = new SortedList<>(rows, usual);
        table.setItems(sorted);
        // The policy of the platform takes the order back where the list's comparator is not the table's own.
        table.setSortPolicy(_ -> {
            sort(table.getComparator());
            return true;
        });
    }

    /** Nothing happens if no row is out of its place. */
    public void sortAnew() {
        var comparator = sorted.getComparator();
        for (int i = 1; i < sorted.size(); i++) {
            if (comparator.compare(sorted.get(i - 1), sorted.get(i)) > 0) {
                sort(table.getComparator());
                return;
            }
        }
    }

    /** A new object each time, because the list sorts only when it gets another comparator. */
    private void sort(@Nullable Comparator<R> chosen) {
        var order = chosen == null ? usual : chosen;
        keepingSelection(() -> sorted.setComparator((one, other) -> order.compare(one, other)));
    }

    public void keepingSelection(Runnable change) {
        var selected = table.getSelectionModel().getSelectedItem();
        change.run();
        if (selected != null
                && !selected.equals(table.getSelectionModel().getSelectedItem())
                && sorted.contains(selected)) {
            table.getSelectionModel().select(selected);
        }
    }

    /** In order; a view. */
    public List<R> list() {
        return sorted;
    }
}
