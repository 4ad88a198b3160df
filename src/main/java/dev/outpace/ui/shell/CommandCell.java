package dev.outpace.ui.shell;

import dev.outpace.ui.shell.CommandPalette.Found;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A found command: icon, title with the typed letters highlighted, kind. */
final class CommandCell extends ListCell<Found> {

    private final StackPane icon = new StackPane();
    private final TextFlow title = new TextFlow();
    private final Label kind = new Label();
    private final HBox row = new HBox(10, icon, title, kind);

    CommandCell() {
        getStyleClass().add("command-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        icon.getStyleClass().add("command-icon");
        kind.getStyleClass().add("second-line");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        title.setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable Found item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.getChildren().setAll(item.command().symbol().draw());
        kind.setText(item.command().kind());
        write(item.command().title(), item.match().letters());
        setAccessibleText(item.command().title() + ", " + item.command().kind());
        setGraphic(row);
    }

    private void write(String text, List<Integer> letters) {
        title.getChildren().clear();
        int from = 0;
        for (int i = 0; i < letters.size(); ) {
            int start = letters.get(i);
            int end = start;
            while (i < letters.size() && letters.get(i) == end) {
                end++;
                i++;
            }
            add(text.substring(from, start), "command-plain");
            add(text.substring(start, end), "command-hit");
            from = end;
        }
        add(text.substring(from), "command-plain");
    }

    private void add(String part, String styleClass) {
        if (!part.isEmpty()) {
            var words = new Text(part);
            words.getStyleClass().add(styleClass);
            title.getChildren().add(words);
        }
    }
}
