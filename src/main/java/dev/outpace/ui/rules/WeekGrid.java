package dev.outpace.ui.rules;

import dev.outpace.model.CallWindow;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a week, each day a row. Keys: Tab goes through the windows, arrows move one by a quarter of an hour, with Shift its
 * end, with Ctrl its start, Delete removes it, Insert adds one to the day.
 */
final class WeekGrid extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
    private static final double HEAD = 20;
    private static final double ROW = 26;
    private static final double NAMES = 104;
    private static final int HOUR = 60;
    private static final int EARLY = 7 * HOUR;
    private static final int LATE = 21 * HOUR;

    /** A window of a day. */
    record Place(PlanDay day, int index) {}

    /** @param place from the top, the first one 0 */
    private record DayRow(PlanDay day, int place, Label name, Label note) {}

    private final Texts texts;
    private final Consumer<WeekPlan> onEdit;
    private final ReadOnlyObjectWrapper<@Nullable Place> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final List<DayRow> rows = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final List<WindowBox> boxes = new ArrayList<>();
    private @Nullable WeekPlan plan;

    /** @param onEdit hears of each edit; the plan is the one that is shown */
    WeekGrid(Texts texts, Consumer<WeekPlan> onEdit) {
        this.texts = texts;
        this.onEdit = onEdit;
        getStyleClass().add("week-grid");
        setAccessibleText(texts.get("rules.hours"));
        for (var day : PlanDay.values()) {
            var name = new Label(texts.get("rules.day." + day.name()));
            name.getStyleClass().add("week-day");
            name.setFocusTraversable(true);
            name.setOnKeyPressed(event -> onDayKey(event, day));
            name.setOnMouseClicked(event -> name.requestFocus());
            var note = new Label();
            note.getStyleClass().add("second-line");
            rows.add(new DayRow(day, rows.size(), name, note));
        }
    }

    private DayRow row(PlanDay day) {
        return rows.stream().filter(row -> row.day() == day).findFirst().orElseThrow();
    }

    ReadOnlyObjectProperty<@Nullable Place> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Nullable
    Place getSelected() {
        return selected.get();
    }

    /** The window that is selected; null where none is. */
    @Nullable
    CallWindow selectedWindow() {
        var place = selected.get();
        var now = plan;
        return place == null
                        || now == null
                        || place.index() >= now.on(place.day()).size()
                ? null
                : now.on(place.day()).get(place.index());
    }

    void show(WeekPlan now) {
        plan = now;
        draw();
    }

    /** Puts another window in the place of the selected one. */
    void replaceSelected(CallWindow window) {
        var place = selected.get();
        var now = plan;
        if (place != null && now != null && place.index() < now.on(place.day()).size()) {
            edited(place.day(), now.put(place.day(), place.index(), window), false);
        }
    }

    /** Adds a window to the day that has the focus or the selection, else to the first that has room. */
    void addWindow() {
        var place = selected.get();
        for (var row : rows) {
            if (row.name().isFocused() || (place != null && place.day() == row.day())) {
                add(row.day());
                return;
            }
        }
        add(PlanDay.MONDAY);
    }

    private void add(PlanDay day) {
        var now = plan;
        if (now == null) {
            return;
        }
        now.setOwn(day, true);
        int index = now.add(day);
        edited(day, index, index >= 0);
    }

    private void edited(PlanDay day, int index, boolean focus) {
        var now = plan;
        if (now == null) {
            return;
        }
        selected.set(index < 0 ? null : new Place(day, index));
        draw();
        onEdit.accept(now);
        if (focus) {
            boxes.stream()
                    .filter(box -> box.place.equals(selected.get()))
                    .findFirst()
                    .ifPresent(Region::requestFocus);
        }
    }

    private void draw() {
        var now = plan;
        if (now == null) {
            return;
        }
        boxes.clear();
        hours.clear();
        lines.clear();
        getChildren().clear();
        int from = first(now);
        int to = last(now);
        int each = to - from > 16 * HOUR ? 4 : 3;
        for (int hour = (from / HOUR + each - 1) / each * each; hour * HOUR <= to; hour += each) {
            var label = new Label("%02d".formatted(hour));
            label.getStyleClass().add("second-line");
            label.setUserData(hour * HOUR);
            hours.add(label);
            var line = new Region();
            line.getStyleClass().add("week-line");
            line.setUserData(hour * HOUR);
            lines.add(line);
        }
        getChildren().addAll(lines);
        getChildren().addAll(hours);
        for (var row : rows) {
            var day = row.day();
            var windows = now.on(day);
            var note = row.note();
            note.setText(
                    now.isOwn(day) || day.weekday != null
                            ? windows.isEmpty() ? texts.get("rules.noCalls") : ""
                            : texts.get("rules.asWeekday"));
            var name = row.name();
            name.setAccessibleText(texts.get("rules.dayName", name.getText(), spoken(windows, note)));
            name.pseudoClassStateChanged(ASIDE, windows.isEmpty());
            getChildren().addAll(name, note);
            for (int i = 0; i < windows.size(); i++) {
                boxes.add(new WindowBox(new Place(day, i), windows.get(i), name.getText()));
                getChildren().add(boxes.getLast());
            }
        }
        markSelected();
        requestLayout();
    }

    private static String spoken(List<CallWindow> windows, Label note) {
        if (windows.isEmpty()) {
            return note.getText();
        }
        return String.join(", ", windows.stream().map(CallWindow::text).toList());
    }

    private void markSelected() {
        for (var box : boxes) {
            box.pseudoClassStateChanged(SELECTED, box.place.equals(selected.get()));
        }
    }

    private static int first(WeekPlan plan) {
        int first = EARLY;
        for (var day : PlanDay.values()) {
            for (var window : plan.on(day)) {
                first = Math.min(first, window.from() / HOUR * HOUR);
            }
        }
        return first;
    }

    private static int last(WeekPlan plan) {
        int last = LATE;
        for (var day : PlanDay.values()) {
            for (var window : plan.on(day)) {
                last = Math.max(last, (Math.min(window.end(), CallWindow.DAY) + HOUR - 1) / HOUR * HOUR);
            }
        }
        return last;
    }

    private void onDayKey(KeyEvent event, PlanDay day) {
        if (event.getCode() == KeyCode.INSERT) {
            add(day);
            event.consume();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD + ROW * PlanDay.values().length;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 560;
    }

    private double x(int minutes) {
        var now = plan;
        if (now == null) {
            return 0;
        }
        int from = first(now);
        return NAMES + (getWidth() - NAMES - 12) * (minutes - from) / (last(now) - from);
    }

    @Override
    protected void layoutChildren() {
        for (var label : hours) {
            label.autosize();
            label.relocate(x((int) label.getUserData()) - label.getWidth() / 2, 0);
        }
        for (var line : lines) {
            line.resizeRelocate(x((int) line.getUserData()), HEAD, 1, getHeight() - HEAD);
        }
        for (var row : rows) {
            double y = HEAD + ROW * row.place();
            row.name().resizeRelocate(0, y, NAMES - 8, ROW);
            row.note().resizeRelocate(NAMES, y, 240, ROW);
        }
        for (var box : boxes) {
            double from = x(box.window.from());
            double to = x(Math.min(box.window.end(), CallWindow.DAY));
            box.resizeRelocate(from, HEAD + ROW * row(box.place.day()).place() + 3, Math.max(8, to - from), ROW - 6);
        }
    }

    /** One window: a bar that is moved by keys, or dragged by its middle or its ends. */
    private final class WindowBox extends Label {
        private static final double EDGE = 8;
        private final Place place;
        private final CallWindow window;
        private double pressedAt;
        private int dragged;
        private Grip grip = Grip.ALL;

        WindowBox(Place place, CallWindow window, String day) {
            super(brief(window));
            this.place = place;
            this.window = window;
            getStyleClass().add("week-window");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.BUTTON);
            setAccessibleText(texts.get("rules.windowName", day, window.text()));
            focusedProperty().subscribe(has -> {
                if (has) {
                    selected.set(place);
                    markSelected();
                }
            });
            setOnKeyPressed(this::onKey);
            setOnMousePressed(event -> {
                requestFocus();
                pressedAt = event.getSceneX();
                dragged = 0;
                grip = event.getX() < EDGE ? Grip.START : event.getX() > getWidth() - EDGE ? Grip.END : Grip.ALL;
                event.consume();
            });
            setOnMouseDragged(event -> {
                double minute = (x(HOUR) - x(0)) / HOUR;
                dragged = (int) Math.round((event.getSceneX() - pressedAt) / minute / WeekPlan.STEP) * WeekPlan.STEP;
                event.consume();
            });
            setOnMouseReleased(event -> {
                if (dragged != 0) {
                    shift(grip, dragged);
                }
                event.consume();
            });
        }

        private void onKey(KeyEvent event) {
            var gripped = event.isShiftDown() ? Grip.END : event.isShortcutDown() ? Grip.START : Grip.ALL;
            switch (event.getCode()) {
                case LEFT -> shift(gripped, -WeekPlan.STEP);
                case RIGHT -> shift(gripped, WeekPlan.STEP);
                case INSERT -> add(place.day());
                case DELETE, BACK_SPACE -> remove();
                default -> {
                    return;
                }
            }
            event.consume();
        }

        private void shift(Grip gripped, int minutes) {
            var now = plan;
            if (now != null) {
                int index = switch (gripped) {
                    case ALL -> now.move(place.day(), place.index(), minutes);
                    case START -> now.moveStart(place.day(), place.index(), minutes);
                    case END -> now.moveEnd(place.day(), place.index(), minutes);
                };
                edited(place.day(), index, true);
            }
        }

        private void remove() {
            var now = plan;
            if (now != null) {
                now.remove(place.day(), place.index());
                edited(place.day(), -1, false);
                row(place.day()).name().requestFocus();
            }
        }
    }

    private enum Grip {
        START,
        ALL,
        END
    }

    /** "09–13", with minutes where there are some. */
    private static String brief(CallWindow window) {
        return brief(window.from()) + '\u2013' + brief(window.to());
    }

    private static String brief(int minutes) {
        return minutes % HOUR == 0
                ? "%02d".formatted(minutes / HOUR)
                : "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }
}
