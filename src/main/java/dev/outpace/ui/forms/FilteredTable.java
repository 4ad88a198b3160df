package dev.outpace.ui.forms;

import dev.outpace.ui.controls.FilterField;
import dev.outpace.ui.controls.SortedRows;
import dev.outpace.ui.shell.Shortcut;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** A table of resources under a filter field: opened by Enter or a double click, deleted by Delete. */
public final class FilteredTable<R> {

    private final TableView<R> table;
    private final FilterField field;
    private final ObservableList<R> rows;
    private final FilteredList<R> shown;
    private final SortedRows<R> sorted;
    private final Function<R, String> searched;
    private String wanted = "";
    private Predicate<R> awaited = none -> false;

    /** @param searched the words of a row that the filter looks through */
    public FilteredTable(TableView<R> table, FilterField filter, ObservableList<R> rows, Function<R, String> searched) {
        this.table = table;
        this.rows = rows;
        field = filter;
        shown = new FilteredList<>(rows);
        this.searched = searched;
        sorted = new SortedRows<>(table, shown, Comparator.comparing(searched, String.CASE_INSENSITIVE_ORDER));
        filter.textProperty().subscribe(text -> {
            wanted = text.strip().toLowerCase(Locale.ROOT);
            filter();
        });
    }

    private void filter() {
        sorted.keepingSelection(() -> shown.setPredicate(this::matches));
    }

    private boolean matches(R row) {
        return wanted.isEmpty() || searched.apply(row).toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** What was edited meanwhile is filtered and put in order anew; nothing happens if nothing is out of its place. */
    public void settle() {
        if (rows.stream().filter(this::matches).count() != shown.size()
                || !shown.stream().allMatch(this::matches)) {
            filter();
        }
        sorted.sortAnew();
        selectAwaited();
    }

    /** Selects the row that fits, now or once it is there, and brings it into sight whatever the filter was. */
    public void selectWhenThere(Predicate<R> wantedRow) {
        awaited = wantedRow;
        settle();
    }

    private void selectAwaited() {
        rows.stream().filter(awaited).findFirst().ifPresent(row -> {
            awaited = none -> false;
            if (!shown.contains(row)) {
                field.setText("");
            }
            table.getSelectionModel().select(row);
            table.scrollTo(row);
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
            if (Shortcut.OPEN.matches(event)) {
                withSelected(open, event);
            }
        });
    }

    public void setOnDelete(Consumer<R> delete) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.DELETE.matches(event)) {
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
