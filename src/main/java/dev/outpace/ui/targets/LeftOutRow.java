package dev.outpace.ui.targets;

import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.texts.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A row of the file by its line: why it stays out, where it does, and what stands in it. */
final class LeftOutRow extends HBox {

    /**
     * @param reason empty for none
     * @param inFile empty where it isn't known
     */
    LeftOutRow(Texts texts, long line, String reason, String inFile) {
        super(12);
        getStyleClass().add("rejected-row");
        var number = new Label(texts.number(line));
        number.getStyleClass().addAll("muted", "rejected-number");
        number.setMinWidth(USE_PREF_SIZE);
        getChildren().add(number);
        if (!reason.isEmpty()) {
            var why = new Label(reason);
            why.setWrapText(true);
            why.getStyleClass().add("rejected-reason");
            why.setMinHeight(USE_PREF_SIZE);
            getChildren().add(why);
        }
        var cells = new Label(inFile);
        cells.getStyleClass().add("muted");
        cells.setMinWidth(0);
        CutText.tell(cells);
        HBox.setHgrow(cells, Priority.ALWAYS);
        getChildren().add(cells);
    }
}
