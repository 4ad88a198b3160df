package dev.outpace.ui.rules;

import dev.outpace.model.Holiday;
import dev.outpace.model.Regions;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.WorkDialog;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.RuleDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The holidays of a set: days that are typed, or come from a calendar file. */
final class HolidaysSection {
    private static final int SHOWN = 6;
    private static final double CELL = 32;

    private final Texts texts;
    private final RuleDesk desk;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final FileChoice files;
    private final Clock clock;
    private final ProblemWords words = new ProblemWords();
    private final Label summary = new Label();
    private final ListView<Holiday> list = new ListView<>();
    private final DatePicker date = new DatePicker();
    private final TextField regions = new TextField();
    private final TextField name = new TextField();
    private @Nullable RuleDraft draft;

    HolidaysSection(
            Texts texts,
            RuleDesk desk,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            FileChoice files,
            Clock clock) {
        this.texts = texts;
        this.desk = desk;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.files = files;
        this.clock = clock;
        summary.getStyleClass().add("second-line");
        list.setFixedCellSize(CELL);
        list.setAccessibleText(texts.get("rules.holidays"));
        list.setCellFactory(_ -> new DayCell());
        list.setOnKeyPressed(event -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && chosen != null) {
                remove(chosen);
                event.consume();
            }
        });
        date.setPromptText(texts.get("rules.holidays.date"));
        date.getEditor().setAccessibleText(texts.get("rules.holidays.date"));
        date.setPrefWidth(140);
        regions.setPromptText(texts.get("rules.holidays.everywhere"));
        regions.setAccessibleText(texts.get("rules.holidays.regions"));
        regions.setPrefColumnCount(10);
        name.setPromptText(texts.get("rules.holidays.name"));
        name.setAccessibleText(texts.get("rules.holidays.name"));
    }

    void fill(Card card) {
        card.getAfterTitle().add(summary);
        var calendar = new Button(texts.get("rules.holidays.import"), new FontIcon(Feather.CALENDAR));
        calendar.setOnAction(_ -> importCalendar());
        card.getActions().add(calendar);
        var add = new Button(texts.get("rules.holidays.add"), new FontIcon(Feather.PLUS));
        add.setOnAction(_ -> add());
        add.disableProperty().bind(date.valueProperty().isNull());
        var row = new FlowPane(8, 8, date, regions, name, add);
        row.setAlignment(Pos.CENTER_LEFT);
        card.getContent().add(new VBox(8, list, row));
    }

    void show(RuleDraft now) {
        draft = now;
        showDays();
    }

    private void showDays() {
        var shown = draft;
        if (shown == null) {
            return;
        }
        var days = shown.edited().holidays();
        list.getItems().setAll(days);
        list.setVisible(!days.isEmpty());
        list.setManaged(!days.isEmpty());
        list.setPrefHeight(CELL * Math.min(SHOWN, days.size()) + 2);
        list.setMinHeight(list.getPrefHeight());
        var today = LocalDate.ofInstant(clock.instant(), texts.zone());
        long thisYear = days.stream()
                .filter(day -> day.date().getYear() == today.getYear())
                .count();
        summary.setText(
                days.isEmpty()
                        ? texts.get("rules.holidays.none")
                        : texts.get("rules.holidays.ofYear", thisYear, Integer.toString(today.getYear())));
    }

    private void put(List<Holiday> days) {
        var shown = draft;
        if (shown != null) {
            shown.setHolidays(days);
            showDays();
        }
    }

    private List<Holiday> days() {
        var shown = draft;
        return shown == null ? List.of() : shown.edited().holidays();
    }

    private void remove(Holiday day) {
        var rest = new ArrayList<>(days());
        rest.remove(day);
        put(rest);
    }

    private void add() {
        var on = date.getValue();
        var places = typedRegions();
        if (on == null || places == null) {
            return;
        }
        var all = new ArrayList<>(days());
        var day = new Holiday(on, places, name.getText().strip());
        if (!all.contains(day)) {
            all.add(day);
        }
        put(all);
        date.setValue(null);
        name.setText("");
    }

    /** Null, and told, where one of them is no region. */
    private @Nullable List<String> typedRegions() {
        var places = Arrays.stream(regions.getText().split("[,;\\s]+", -1))
                .filter(place -> !place.isBlank())
                .map(place -> place.toUpperCase(Locale.ROOT))
                .toList();
        var unknown = places.stream().filter(place -> !Regions.isKnown(place)).findFirst();
        if (unknown.isPresent()) {
            toasts.show(Looks.of(Severity.ERROR), texts.get("rules.holidays.noRegion", unknown.get()));
            return null;
        }
        return places;
    }

    private void importCalendar() {
        var places = typedRegions();
        if (places == null) {
            return;
        }
        var owner = list.getScene() == null ? null : list.getScene().getWindow();
        var chosen = files.toRead(new FileChoice.Question(
                owner, texts.get("rules.holidays.import"), texts.get("rules.holidays.calendars"), "*.ics"));
        if (!chosen.isEmpty()) {
            Path file = chosen.getFirst();
            var job = tasks.start(_ -> desk.holidays(file, places), this::imported, _ -> {});
            WorkDialog.follow(job, texts.get("rules.holidays.reading"), texts.get("control.cancel"), dialogs);
        }
    }

    private void imported(RuleDesk.Holidays read) {
        read.problems().forEach(problem -> toasts.show(Looks.of(problem.severity()), words.sentence(problem)));
        var all = new ArrayList<>(days());
        read.days().stream().filter(day -> !all.contains(day)).forEach(all::add);
        put(all);
    }

    private final class DayCell extends ListCell<Holiday> {
        private final Button remove = new Button("", new FontIcon(Feather.X));

        DayCell() {
            remove.getStyleClass().addAll("flat", "small", "icon-button");
            remove.setFocusTraversable(false);
            remove.setOnAction(_ -> remove(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Holiday day, boolean empty) {
            super.updateItem(day, empty);
            if (day == null || empty) {
                setText("");
                setGraphic(null);
                return;
            }
            var where = day.regions().isEmpty()
                    ? texts.get("rules.holidays.everywhere")
                    : day.regions().stream().map(Regions::name).collect(Collectors.joining(", "));
            var words = texts.get("rules.holidays.day", day.date().toString(), where, day.name());
            setText(words.strip());
            remove.setAccessibleText(
                    texts.get("rules.holidays.remove", day.date().toString()));
            setGraphic(remove);
        }
    }
}
