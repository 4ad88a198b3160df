package dev.outpace.ui.controls;

import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Columns never get narrower than the words of their heads. */
public final class ColumnHeads {

    private static final double FONT_SIZE = 12;
    /** Padding at both sides, and the arrow of a sorted column. */
    private static final double BESIDE = 26;

    private ColumnHeads() {}

    public static void keepWhole(TableView<?> table) {
        var font = Font.font("Outpace Sans", FontWeight.MEDIUM, FONT_SIZE);
        for (var column : table.getColumns()) {
            var words = new Text(column.getText());
            words.setFont(font);
            column.setMinWidth(Math.max(
                    column.getMinWidth(), Math.ceil(words.getLayoutBounds().getWidth()) + BESIDE));
        }
    }
}
