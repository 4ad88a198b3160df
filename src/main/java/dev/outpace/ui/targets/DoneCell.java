package dev.outpace.ui.targets;

import dev.outpace.model.TargetCounts;
import dev.outpace.ui.controls.MeterBar;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.texts.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** How much of a list is done, as a bar and a number; targets that can't be called don't count. */
final class DoneCell extends TableCell<OutdialRow, TargetCounts> {

    private final Texts texts;
    private final MeterBar bar = new MeterBar();
    private final Label words = new Label();
    private final HBox line = new HBox(8, bar, words);

    DoneCell(Texts texts) {
        this.texts = texts;
        bar.getStyleClass().add("quiet");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        words.getStyleClass().add("done-share");
        words.setMinWidth(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    /** From 0 to 1; NaN for a list without a target that can be called. */
    static double share(TargetCounts counts) {
        return (double) counts.done() / (counts.done() + counts.left());
    }

    @Override
    protected void updateItem(@Nullable TargetCounts counts, boolean empty) {
        super.updateItem(counts, empty);
        if (empty || counts == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        double share = share(counts);
        bar.setVisible(!Double.isNaN(share));
        bar.setFraction(share);
        // Rounded down: 100 % is said only of a list that is done.
        words.setText(texts.percent(Math.floor(share * 100), 0));
        setAccessibleText(words.getText());
        setGraphic(line);
    }
}
