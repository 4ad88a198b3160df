package dev.outpace.ui.rules;

import dev.outpace.model.RuleTimes;
import dev.outpace.model.UnknownZone;
import dev.outpace.model.WeekHours;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.texts.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When a set allows calls. */
final class HoursSection {
    private final SegmentedControl<Boolean> mode = new SegmentedControl<>();
    private final Label everyHour = new Label();
    private final HoursEditor editor;
    private final ComboBox<UnknownZone> unknownZone = new ComboBox<>();
    private final HBox zones;
    private @Nullable RuleDraft draft;
    private boolean showing;
    /** What the week was before every hour was allowed, to be had again. */
    private WeekHours week = usual();

    HoursSection(Texts texts) {
        editor = new HoursEditor(texts, hours -> {
            week = hours;
            take(hours);
        });
        mode.setSegments(List.of(
                new Segment<>(true, texts.get("rules.hours.windows")),
                new Segment<>(false, texts.get("rules.hours.always"))));
        mode.setAccessibleText(texts.get("rules.hours"));
        everyHour.setText(texts.get("rules.hours.alwaysWarning"));
        everyHour.getStyleClass().add("tone-warning");
        everyHour.setWrapText(true);
        unknownZone.getItems().setAll(UnknownZone.values());
        unknownZone.setConverter(new ChosenWords<>(one -> texts.get("rules.unknownZone." + one.name())));
        unknownZone.setAccessibleText(texts.get("rules.unknownZone"));
        zones = new HBox(8, new Label(texts.get("rules.unknownZone")), unknownZone);
        zones.setAlignment(Pos.CENTER_LEFT);
        mode.valueProperty().subscribe((_, windows) -> {
            if (!showing) {
                show(Boolean.TRUE.equals(windows));
                take(Boolean.TRUE.equals(windows) ? week : null);
            }
        });
        unknownZone.valueProperty().subscribe((_, chosen) -> {
            var shown = draft;
            if (!showing && shown != null) {
                shown.setUnknownZone(Objects.requireNonNull(chosen));
            }
        });
    }

    void fill(Card card) {
        card.getActions().add(mode);
        card.getContent().add(new VBox(12, everyHour, editor, zones));
    }

    private static WeekHours usual() {
        var plan = WeekPlan.of(new WeekHours(Map.of(), null, null));
        var window = RuleTimes.window("09:00-17:00").orElseThrow();
        for (var day : Arrays.asList(PlanDay.values()).subList(0, 5)) {
            int index = plan.add(day);
            plan.put(day, index, window);
        }
        return plan.hours();
    }

    private void take(@Nullable WeekHours hours) {
        var shown = draft;
        if (!showing && shown != null) {
            shown.setHours(hours);
        }
    }

    private void show(boolean windows) {
        editor.setVisible(windows);
        editor.setManaged(windows);
        everyHour.setVisible(!windows);
        everyHour.setManaged(!windows);
        if (windows) {
            editor.show(week);
        }
    }

    void show(RuleDraft now) {
        showing = true;
        draft = now;
        var hours = now.hours();
        week = hours == null ? usual() : hours;
        mode.setValue(hours != null);
        show(hours != null);
        unknownZone.setValue(now.edited().unknownZone());
        showing = false;
    }
}
