package dev.outpace.ui.rules;

import dev.outpace.model.CallWindow;
import dev.outpace.model.RuleTimes;
import dev.outpace.model.WeekHours;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The calling hours of a week: the grid, and the selected window as two times that can be typed. */
final class HoursEditor extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Texts texts;
    private final WeekGrid grid;
    private final Label which = new Label();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final HBox typed;
    private final CheckBox holidayOwn;
    private final CheckBox eveOwn;
    private WeekPlan plan = WeekPlan.of(new WeekHours(Map.of(), null, null));
    private boolean showing;

    HoursEditor(Texts texts, Consumer<WeekHours> onEdit) {
        super(8);
        this.texts = texts;
        grid = new WeekGrid(texts, edited -> onEdit.accept(edited.hours()));
        var add = new Button(texts.get("rules.window.add"), new FontIcon(Feather.PLUS));
        add.setOnAction(_ -> grid.addWindow());
        var copy = new MenuButton(texts.get("rules.copyDay"), new FontIcon(Feather.COPY));
        copy.getItems().addAll(copyItem("rules.copyDay.weekdays", 5, onEdit), copyItem("rules.copyDay.all", 7, onEdit));
        holidayOwn = own("rules.holidayOwn", PlanDay.HOLIDAY, onEdit);
        eveOwn = own("rules.eveOwn", PlanDay.EVE, onEdit);
        which.setMinWidth(Region.USE_PREF_SIZE);
        for (var field : List.of(from, to)) {
            field.setPrefColumnCount(5);
            field.setOnAction(_ -> take());
            field.focusedProperty().subscribe(has -> {
                if (!has) {
                    take();
                }
            });
        }
        from.setAccessibleText(texts.get("rules.window.from"));
        to.setAccessibleText(texts.get("rules.window.to"));
        typed = new HBox(8, which, from, new Label("\u2013"), to);
        typed.setAlignment(Pos.CENTER_LEFT);
        var buttons = new HBox(8, copy, add);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        getChildren().addAll(grid, new HBox(8, typed, room, buttons), new HBox(16, holidayOwn, eveOwn));
        grid.selectedProperty().subscribe(_ -> showSelected());
        showSelected();
    }

    private MenuItem copyItem(String key, int days, Consumer<WeekHours> onEdit) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> {
            var place = grid.getSelected();
            var day = place == null ? PlanDay.MONDAY : place.day();
            plan.copy(day, Arrays.asList(PlanDay.values()).subList(0, days));
            grid.show(plan);
            onEdit.accept(plan.hours());
        });
        return item;
    }

    private CheckBox own(String key, PlanDay day, Consumer<WeekHours> onEdit) {
        var box = new CheckBox(texts.get(key));
        box.selectedProperty().subscribe((_, own) -> {
            if (!showing) {
                plan.setOwn(day, own);
                grid.show(plan);
                onEdit.accept(plan.hours());
            }
        });
        return box;
    }

    void show(WeekHours hours) {
        plan = WeekPlan.of(hours);
        grid.show(plan);
        showOwn();
        showSelected();
    }

    private void showOwn() {
        showing = true;
        holidayOwn.setSelected(plan.isOwn(PlanDay.HOLIDAY));
        eveOwn.setSelected(plan.isOwn(PlanDay.EVE));
        showing = false;
    }

    private void showSelected() {
        var window = grid.selectedWindow();
        var place = grid.getSelected();
        typed.setVisible(window != null);
        if (window != null && place != null) {
            which.setText(texts.get("rules.day." + place.day().name()));
            from.setText(time(window.from()));
            to.setText(time(window.to()));
        }
        mark(true);
        showOwn();
    }

    private void mark(boolean good) {
        from.pseudoClassStateChanged(ERROR, !good);
        to.pseudoClassStateChanged(ERROR, !good);
    }

    private void take() {
        var window = grid.selectedWindow();
        if (window == null) {
            return;
        }
        var wanted =
                RuleTimes.window(from.getText().strip() + "-" + to.getText().strip());
        mark(wanted.isPresent());
        if (wanted.isPresent() && !wanted.get().equals(window)) {
            grid.replaceSelected(wanted.get());
        }
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** "09:00-13:00, 14:00-20:00 Mon to Fri", or as much of it as says when calls are placed. */
    static String summary(Texts texts, @Nullable WeekHours hours) {
        if (hours == null) {
            return texts.get("rules.hours.always");
        }
        var parts = new ArrayList<String>();
        List<CallWindow> run = List.of();
        PlanDay first = PlanDay.MONDAY;
        var plan = WeekPlan.of(hours);
        var days = Arrays.asList(PlanDay.values()).subList(0, 7);
        for (int i = 0; i <= days.size(); i++) {
            var now = i == days.size() ? null : plan.on(days.get(i));
            if (now == null || !now.equals(run)) {
                if (!run.isEmpty()) {
                    parts.add(spell(texts, run, first, days.get(i - 1)));
                }
                if (now != null) {
                    run = now;
                    first = days.get(i);
                }
            }
        }
        return parts.isEmpty() ? texts.get("rules.noCalls") : String.join("; ", parts);
    }

    private static String spell(Texts texts, List<CallWindow> windows, PlanDay first, PlanDay last) {
        var times = String.join(", ", windows.stream().map(CallWindow::text).toList());
        var from = texts.get("rules.day." + first.name());
        return first == last
                ? texts.get("rules.hours.onDay", from, times)
                : texts.get("rules.hours.onDays", from, texts.get("rules.day." + last.name()), times);
    }
}
