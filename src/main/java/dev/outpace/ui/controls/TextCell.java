package dev.outpace.ui.controls;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A cell of plain words. */
public final class TextCell<R, T> extends TableCell<R, T> {

    private final Function<T, String> words;

    private TextCell(Function<T, String> words) {
        this.words = words;
    }

    /**
     * Makes the column write its values this way.
     *
     * @param styleClasses of every cell: {@code numeric} for numbers, {@code strong} for names
     */
    public static <R, T> void in(TableColumn<R, T> column, Function<T, String> words, String... styleClasses) {
        column.setCellFactory(any -> {
            var cell = new TextCell<R, T>(words);
            cell.getStyleClass().addAll(styleClasses);
            return cell;
        });
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
    }
}
