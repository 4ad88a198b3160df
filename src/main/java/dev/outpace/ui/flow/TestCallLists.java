package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;
import dev.outpace.flow.TestCall.Result;
import dev.outpace.flow.TestCall.Step;
import dev.outpace.model.Ids;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a test call came by so far: its end, the actions, what was said, and the variables. */
final class TestCallLists extends VBox {
    private final Texts texts;
    private final TestCallWords words;
    private final IconWord end = new IconWord();
    private final VBox path = new VBox(2);
    private final VBox spoken = new VBox(6);
    private final VBox variables = new VBox(4);

    TestCallLists(Texts texts, TestCallWords words) {
        super(12);
        this.texts = texts;
        this.words = words;
        getStyleClass().add("test-lists");
        end.setWrapText(true);
        end.setMinHeight(USE_PREF_SIZE);
        end.getStyleClass().add("test-end");
        end.managedProperty().bind(end.visibleProperty());
        getChildren()
                .addAll(
                        end,
                        section("testCall.path", path),
                        section("testCall.spoken", spoken),
                        section("testCall.variables", variables));
    }

    private VBox section(String key, VBox content) {
        var title = new Label(texts.get(key));
        title.getStyleClass().add("palette-category");
        content.setAccessibleText(texts.get(key));
        var section = new VBox(6, title, content);
        section.managedProperty().bind(section.visibleProperty());
        section.visibleProperty().bind(Bindings.isNotEmpty(content.getChildren()));
        return section;
    }

    void show(TestCallRun run) {
        var ended = run.ended();
        end.setVisible(ended != null);
        if (ended != null) {
            end.show(look(ended), words.end(ended));
        }
        var steps = run.revealed();
        path.getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            path.getChildren().add(row(steps.get(i), last && run.awaitsKeys(), last && ended == null));
        }
        spoken.getChildren().setAll(run.spoken().stream().map(this::said).toList());
        variables.getChildren().clear();
        new TreeMap<>(run.variables())
                .forEach((name, value) -> variables.getChildren().add(variable(name, value, run.isChanged(name))));
    }

    private static Look look(Result result) {
        return switch (result.end()) {
            case QUEUE -> new Look(Tone.SUCCESS, Tone.DEFAULT, Symbol.of(Feather.USERS));
            case HANGUP -> new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.PHONE_OFF));
            case FINISHED -> new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.FLAG));
            case NOT_ANSWERED -> new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.PHONE_MISSED));
            case LIMIT, ERROR -> new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON));
        };
    }

    private HBox row(Step step, boolean awaitsKeys, boolean current) {
        var icon = new FontIcon(
                ActionType.of(step.action().type()).map(ActionType::icon).orElse("fth-box"));
        var tile = new StackPane(icon);
        tile.getStyleClass().addAll("action-tile", "small");
        if (current) {
            tile.getStyleClass().add("chosen");
        }
        var type = new Label(step.action().type());
        type.getStyleClass().add("medium");
        if (!Ids.isNil(step.flowId())) {
            type.setText(texts.get("testCall.nested", step.action().type()));
        }
        var happened = new Label(words.happened(step, awaitsKeys));
        happened.getStyleClass().add("second-line");
        happened.setWrapText(true);
        happened.setMinHeight(USE_PREF_SIZE);
        happened.managedProperty().bind(happened.textProperty().isNotEmpty());
        if (!step.skipped().isEmpty()) {
            happened.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            Tone.WARNING.dress(happened);
        }
        var lines = new VBox(0, type, happened);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(8, tile, lines);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("test-step");
        return row;
    }

    private Node said(String text) {
        var line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add("said-line");
        return line;
    }

    private Node variable(String name, String value, boolean changed) {
        var label = new Label(name);
        label.getStyleClass().add("second-line");
        label.setMinWidth(0);
        var shown = new IconWord();
        if (changed) {
            shown.show(new Look(Tone.ACCENT, Tone.DEFAULT, Symbol.of(Feather.EDIT_2)), value);
            shown.setAccessibleText(texts.get("testCall.changed", value));
        } else {
            shown.setText(value);
        }
        shown.setMaxWidth(170);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var row = new HBox(8, label, shown);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
