package dev.outpace.ui.shell;

import dev.outpace.model.ListenMode;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.texts.Texts;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells, as long as it lasts, whom the supervisor's phone hears, and in which way; the way is changed and the end made here. */
final class ListenBar extends HBox {
    private final Label who = new Label();
    private final Label state = new Label();
    private final SegmentedControl<ListenMode> mode = new SegmentedControl<>();
    private final CheckBox follows = new CheckBox();
    private final Button end = new Button();
    private @Nullable ListenLine shown;
    /** What is set now was told, not chosen. */
    private boolean showing;

    ListenBar(Texts texts, ObservableValue<@Nullable ListenLine> listening) {
        getStyleClass().add("listen-bar");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(texts.get("listen.bar"));
        who.getStyleClass().add("strong");
        who.setMinWidth(0);
        CutText.tell(who);
        state.getStyleClass().add("muted");
        state.setMinWidth(0);
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(who, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        mode.setSegments(Arrays.stream(ListenMode.values())
                .map(one -> new Segment<>(
                        one, texts.get("listen." + one), Looks.of(one).symbol()))
                .toList());
        mode.setAccessibleText(texts.get("listen.mode"));
        mode.setMinWidth(Region.USE_PREF_SIZE);
        mode.valueProperty().subscribe(this::choose);
        follows.setText(texts.get("listen.follow"));
        follows.setMinWidth(Region.USE_PREF_SIZE);
        follows.selectedProperty().subscribe(this::follow);
        end.setText(texts.get("listen.end"));
        end.getStyleClass().add("small");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(_ -> {
            if (shown != null) {
                shown.orders().end().run();
            }
        });
        getChildren().addAll(new FontIcon(Feather.HEADPHONES), words, mode, follows, end);
        managedProperty().bind(visibleProperty());
        listening.subscribe(this::show);
    }

    private void show(@Nullable ListenLine line) {
        setVisible(line != null);
        shown = line;
        if (line != null) {
            showing = true;
            who.setText(line.who());
            state.setText(line.state());
            mode.setValue(line.mode());
            mode.setDisable(!line.steady());
            follows.setSelected(line.follows());
            showing = false;
        }
    }

    private void choose(@Nullable ListenMode chosen) {
        if (!showing && shown != null && chosen != null) {
            var told = shown;
            // What was chosen is shown when the exchange has told it.
            showing = true;
            mode.setValue(told.mode());
            showing = false;
            told.orders().change().accept(chosen);
        }
    }

    private void follow(boolean chosen) {
        if (!showing && shown != null) {
            shown.orders().follow().accept(chosen);
        }
    }
}
