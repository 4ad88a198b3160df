package dev.outpace.ui.controls;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A cell of plain words; what is cut for want of room stands in its tooltip. */
public final class TextCell<R, T> extends TableCell<R, T> {

    private final Function<T, String> words;

    private TextCell(Function<T, String> words) {
        this.words = words;
        CutText.tell(this);
    }

    /** Makes the column write its values this way; how they look is said by the column's style classes. */
    public static <R, T> void in(TableColumn<R, T> column, Function<T, String> words) {
        column.setCellFactory(any -> new TextCell<>(words));
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
    }
}
