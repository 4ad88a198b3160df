package dev.outpace.ui.shell;

import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.texts.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bell of the top bar: how many alarms nobody has looked at, and on a click all of them. */
public final class AlarmBell extends StackPane {

    private static final int MAX_SHOWN = 99;

    private final Texts texts;
    private final ObservableList<AlarmLine> alarms;
    private final Button button = new Button();
    private final Label count = new Label();
    private int fresh;

    AlarmBell(Texts texts, ObservableList<AlarmLine> alarms) {
        this.texts = texts;
        this.alarms = alarms;
        getStyleClass().add("alarm-bell");
        button.setGraphic(new FontIcon(Feather.BELL));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setOnAction(event -> open());
        count.getStyleClass().add("alarm-count");
        count.setMouseTransparent(true);
        getChildren().addAll(button, count);
        alarms.addListener(this::onChange);
        tell();
    }

    private void onChange(ListChangeListener.Change<? extends AlarmLine> change) {
        while (change.next()) {
            fresh += change.getAddedSize();
        }
        fresh = Math.min(fresh, alarms.size());
        tell();
    }

    private void tell() {
        count.setText(fresh > MAX_SHOWN ? MAX_SHOWN + "+" : texts.number(fresh));
        count.setVisible(fresh > 0);
        var words = fresh > 0 ? texts.get("shell.alarms.fresh", fresh) : texts.get("shell.alarms");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
    }

    private void open() {
        fresh = 0;
        tell();
        var popOver = new PopOver();
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setAnimated(false);
        popOver.getRoot().getStylesheets().setAll(getScene().getStylesheets());
        popOver.setContentNode(content(popOver));
        popOver.show(button);
        popOver.getContentNode().lookup(".alarm-list").requestFocus();
    }

    private Node content(PopOver popOver) {
        var title = new Label(texts.get("shell.alarms"));
        title.getStyleClass().add("card-title");
        var list = new ListView<>(alarms);
        list.getStyleClass().add("alarm-list");
        list.setCellFactory(view -> new AlarmCell(texts));
        list.setAccessibleText(texts.get("shell.alarms"));
        var none = new EmptyState();
        none.setIcon("fth-bell");
        none.setTitle(texts.get("shell.alarms.none"));
        list.setPlaceholder(none);
        list.setOnMouseClicked(event -> follow(list, popOver));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                follow(list, popOver);
            }
        });
        var gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        var clear = new Button(texts.get("shell.alarms.clear"));
        clear.getStyleClass().add("small");
        clear.setDisable(alarms.isEmpty());
        clear.setOnAction(event -> {
            alarms.clear();
            popOver.hide();
        });
        var head = new HBox(8, title, gap, clear);
        head.getStyleClass().add("alarm-head");
        var box = new VBox(head, list);
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popOver.hide();
                event.consume();
            }
        });
        box.getStyleClass().add("alarms");
        return box;
    }

    private static void follow(ListView<AlarmLine> list, PopOver popOver) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popOver.hide();
            chosen.open().run();
        }
    }
}
