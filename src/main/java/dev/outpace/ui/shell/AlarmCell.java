package dev.outpace.ui.shell;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An alarm: what, about which campaign, and when. */
final class AlarmCell extends ListCell<AlarmLine> {

    private final Texts texts;
    private final Label text = new Label();
    private final Label about = new Label();
    private final Label time = new Label();
    private final HBox line;

    AlarmCell(Texts texts) {
        this.texts = texts;
        var look = Looks.of(Severity.ERROR);
        Node icon = look.symbol().draw();
        look.tone().dress(icon);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add("second-line");
        time.getStyleClass().add("second-line");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(text, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(10, icon, words, time);
        line.getStyleClass().add("alarm-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable AlarmLine alarm, boolean empty) {
        super.updateItem(alarm, empty);
        if (empty || alarm == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        text.setText(alarm.text());
        about.setText(alarm.about());
        about.setManaged(!alarm.about().isEmpty());
        time.setText(texts.time(alarm.at()));
        setGraphic(line);
        setAccessibleText(alarm.text() + ' ' + alarm.about() + ' ' + time.getText());
    }
}
