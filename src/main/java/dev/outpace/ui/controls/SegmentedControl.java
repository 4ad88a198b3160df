package dev.outpace.ui.controls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * One of a few values, side by side, with a count at each where it says something. Exactly one is selected once there are
 * segments; arrow keys move the selection.
 */
public final class SegmentedControl<T> extends HBox {

    /** @param symbol drawn before the word, or null */
    public record Segment<T>(T value, String word, @Nullable Symbol symbol) {
        public Segment(T value, String word) {
            this(value, word, null);
        }
    }

    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(this, "value");
    private final ToggleGroup group = new ToggleGroup();
    private final Map<T, SegmentButton> buttons = new HashMap<>();

    public SegmentedControl() {
        getStyleClass().add("segmented");
        setAccessibleRole(AccessibleRole.PARENT);
        setMaxWidth(USE_PREF_SIZE);
        value.subscribe(this::select);
    }

    public void setSegments(List<Segment<T>> segments) {
        buttons.clear();
        getChildren().clear();
        group.getToggles().clear();
        for (var segment : segments) {
            var button = new SegmentButton(segment);
            // By click and by arrow keys alike, which select without firing.
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    value.set(segment.value());
                }
            });
            button.setToggleGroup(group);
            buttons.put(segment.value(), button);
            getChildren().add(button);
        }
        if (!segments.isEmpty()) {
            getChildren().getFirst().getStyleClass().add("first");
            getChildren().getLast().getStyleClass().add("last");
            if (value.get() == null || !buttons.containsKey(value.get())) {
                value.set(segments.getFirst().value());
            }
        }
        select(value.get());
    }

    /** @param count as text, so that the caller formats it; empty for none */
    public void setCount(T segment, String count) {
        var button = buttons.get(segment);
        if (button != null) {
            button.setCount(count);
        }
    }

    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    public @Nullable T getValue() {
        return value.get();
    }

    public void setValue(T newValue) {
        value.set(newValue);
    }

    private void select(@Nullable T selected) {
        var button = selected == null ? null : buttons.get(selected);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    /** A toggle that a second press does not switch off. */
    private static final class SegmentButton extends ToggleButton {

        private final String word;
        private final Label count = new Label();

        SegmentButton(Segment<?> segment) {
            word = segment.word();
            var line = new HBox(6);
            line.setAlignment(Pos.CENTER_LEFT);
            var name = new Label(word);
            name.getStyleClass().add("segment-word");
            var symbol = segment.symbol();
            if (symbol != null) {
                line.getChildren().add(symbol.draw());
            }
            line.getChildren().add(name);
            count.getStyleClass().add("segment-count");
            line.getChildren().add(count);
            setGraphic(line);
            setCount("");
            getStyleClass().add("segment");
            setMinWidth(USE_PREF_SIZE);
            setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        }

        void setCount(String text) {
            count.setText(text);
            count.setVisible(!text.isEmpty());
            count.setManaged(!text.isEmpty());
            setAccessibleText(text.isEmpty() ? word : word + " " + text);
        }

        @Override
        public void fire() {
            if (!isSelected()) {
                super.fire();
            }
        }
    }
}
