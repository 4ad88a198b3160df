package dev.outpace.ui.flow;

import dev.outpace.flow.OptionSpec;
import dev.outpace.model.Json;
import dev.outpace.ui.controls.SegmentedControl;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of few values, or none; a value that a file gave and the catalogue doesn't know is kept and can be kept. */
final class ChoiceEditor extends OptionEditor {
    private static final int MAX_SEGMENTS = 3;
    /** What fits side by side into the inspector. */
    private static final int MAX_LETTERS = 25;

    private final StackPane place = new StackPane();
    private List<String> offered = List.of();
    private @Nullable SegmentedControl<String> segments;
    private @Nullable ComboBox<String> box;

    ChoiceEditor(OptionForm form, OptionSpec spec, String name) {
        super(form, spec, name);
        place.setAccessibleText(name);
        place.getStyleClass().add("choice-editor");
    }

    @Override
    Region node() {
        return place;
    }

    @Override
    void display(@Nullable Json newValue) {
        var now = text(newValue);
        var items = Stream.concat(Stream.concat(Stream.of(""), spec.values().stream()), Stream.of(now))
                .distinct()
                .toList();
        if (!items.equals(offered)) {
            offered = items;
            offer(items, now);
        }
        if (segments != null) {
            segments.setValue(now);
        }
        if (box != null) {
            box.setValue(now);
        }
    }

    private void offer(List<String> items, String now) {
        segments = null;
        box = null;
        boolean few = spec.values().size() <= MAX_SEGMENTS && spec.values().containsAll(items.subList(1, items.size()));
        if (few && letters(items) <= MAX_LETTERS) {
            var control = segmented(items, now);
            segments = control;
            place.getChildren().setAll(control);
        } else {
            var combo = combo(items);
            box = combo;
            place.getChildren().setAll(combo);
        }
    }

    private int letters(List<String> items) {
        return items.stream().mapToInt(item -> segment(item).length()).sum();
    }

    private SegmentedControl<String> segmented(List<String> items, String now) {
        var control = new SegmentedControl<String>();
        control.setAccessibleText(name);
        control.setSegments(items.stream()
                .map(item -> new SegmentedControl.Segment<>(item, segment(item)))
                .toList());
        control.setValue(now);
        control.valueProperty().subscribe((_, picked) -> putText(Objects.requireNonNullElse(picked, "")));
        return control;
    }

    private ComboBox<String> combo(List<String> items) {
        var combo = new ComboBox<String>();
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setMinWidth(0);
        combo.setAccessibleText(name);
        combo.getItems().setAll(items);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String item) {
                return item == null || item.isEmpty()
                        ? form.words().unset(form.action().type(), spec)
                        : form.words().choice(form.action().type(), spec, item);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        combo.valueProperty().subscribe((_, picked) -> putText(Objects.requireNonNullElse(picked, "")));
        return combo;
    }

    /** Side by side there is no room to say what an unset one stands for. */
    private String segment(String item) {
        return item.isEmpty()
                ? texts().get("choice.unset")
                : form.words().choice(form.action().type(), spec, item);
    }
}
