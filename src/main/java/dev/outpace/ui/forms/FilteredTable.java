package dev.outpace.ui.forms;

import dev.outpace.ui.controls.FilterField;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** A table of resources under a filter field: opened by Enter or a double click, deleted by Delete. */
public final class FilteredTable<R> {

    private final TableView<R> table;
    private final FilteredList<R> shown;

    /** @param searched the words of a row that the filter looks through */
    public FilteredTable(TableView<R> table, FilterField filter, ObservableList<R> rows, Function<R, String> searched) {
        this.table = table;
        shown = new FilteredList<>(rows);
        var sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        filter.textProperty().subscribe(text -> {
            var wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(row -> wanted.isEmpty()
                    || searched.apply(row).toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    /** What stands in place of the rows: there are none at all, or none that match. */
    public void setPlaceholders(Node empty, Node noMatch) {
        Runnable choose = () -> table.setPlaceholder(shown.getSource().isEmpty() ? empty : noMatch);
        shown.subscribe(choose);
        shown.predicateProperty().subscribe(predicate -> choose.run());
        choose.run();
    }

    public void setOnOpen(Consumer<R> open) {
        table.setRowFactory(any -> {
            var row = new TableRow<R>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                    open.accept(row.getItem());
                }
            });
            return row;
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                withSelected(open, event);
            }
        });
    }

    public void setOnDelete(Consumer<R> delete) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.DELETE) {
                withSelected(delete, event);
            }
        });
    }

    private void withSelected(Consumer<R> action, KeyEvent event) {
        var selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            event.consume();
            action.accept(selected);
        }
    }
}
