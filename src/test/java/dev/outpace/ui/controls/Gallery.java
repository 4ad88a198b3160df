package dev.outpace.ui.controls;

import atlantafx.base.controls.ProgressSliderSkin;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.TargetStatus;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every control in its states, for looking at and for tests. */
public final class Gallery {

    private Gallery() {}

    public static Parent build() {
        var left = new VBox(16, statusWords(), buttons(), fields(), form(), skeleton(), empty());
        var right = new VBox(16, tiles(), pacing(), smallParts(), table(), confirm());
        left.setPrefWidth(460);
        HBox.setHgrow(right, Priority.ALWAYS);
        var all = new HBox(16, left, right);
        all.setPadding(new Insets(24));
        all.getStyleClass().add("page");
        return all;
    }

    private static Node statusWords() {
        var card = card("Status words, always icon and word");
        var pills = new HBox(12);
        for (var status : List.of(CampaignStatus.RUN, CampaignStatus.STOPPING, CampaignStatus.STOP)) {
            pills.getChildren().add(new StatusPill(Looks.of(status), word(status)));
        }
        var words = new FlowPane(24, 10);
        for (var status : CallStatus.values()) {
            words.getChildren().add(new IconWord(Looks.of(status), word(status)));
        }
        words.getChildren().add(new IconWord(Looks.of(CallResult.SUCCESS), "Success"));
        words.getChildren().add(new IconWord(Looks.of(CallResult.FAIL), "Fail"));
        words.getChildren().add(new IconWord(Looks.of(TargetStatus.IDLE, false), "Idle"));
        for (var status : AgentStatus.values()) {
            words.getChildren().add(new IconWord(Looks.of(status), word(status)));
        }
        card.getContent().addAll(pills, words);
        return card;
    }

    private static Node buttons() {
        var card = card("Buttons");
        var primary = button("Primary", "primary");
        var withIcon = button("New campaign", "primary");
        withIcon.setGraphic(new FontIcon(Feather.PLUS));
        var danger = button("Danger", "danger-outline");
        danger.setGraphic(Symbol.SQUARE.draw());
        var disabled = button("Disabled", "primary");
        disabled.setDisable(true);
        var smallStop = button("Stop", "small");
        smallStop.setGraphic(Symbol.SQUARE.draw());
        var smallStart = button("Start", "small");
        var triangle = Symbol.TRIANGLE.draw();
        triangle.getStyleClass().add("tone-accent");
        smallStart.setGraphic(triangle);
        var more = button("", "icon-button");
        more.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        var row = new FlowPane(
                8,
                8,
                primary,
                button("Default"),
                danger,
                button("Flat", "flat"),
                disabled,
                withIcon,
                smallStop,
                smallStart,
                more,
                button("Stop campaign", "danger-filled"));
        card.getContent().add(row);
        return card;
    }

    private static Node fields() {
        var card = card("Fields");
        var normal = new TextField("Normal");
        var invalid = new TextField("Invalid");
        invalid.pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), true);
        var focused = new TextField("Focused");
        focused.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        var disabled = new TextField("Disabled");
        disabled.setDisable(true);
        var row = new HBox(8, normal, focused, invalid, disabled);
        row.getChildren().forEach(node -> ((Region) node).setPrefWidth(96));
        var filter = new HBox(new FontIcon(Feather.FILTER), prompt("Filter by name or queue"));
        filter.getStyleClass().add("field");
        var percent = new TextField("120");
        HBox.setHgrow(percent, Priority.ALWAYS);
        var unit = new Label("%");
        unit.getStyleClass().add("unit");
        var withUnit = new HBox(percent, unit);
        withUnit.getStyleClass().add("field");
        withUnit.setPrefWidth(88);
        var combo = new ComboBox<>(FXCollections.observableArrayList("Daytime, six attempts", "Evening"));
        combo.getSelectionModel().selectFirst();
        var check = new CheckBox("Check");
        check.setSelected(true);
        card.getContent().addAll(row, filter, new HBox(12, withUnit, combo), check);
        return card;
    }

    private static TextField prompt(String text) {
        var field = new TextField();
        field.setPromptText(text);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Node form() {
        var card = card("Form");
        var name = new FormField();
        name.setLabel("Service level");
        name.setWas("was 100 %");
        name.setContent(new TextField("120"));
        var loop = new FormField();
        loop.setLabel("Next campaign");
        loop.setContent(new TextField("Energy tariff switch"));
        loop.setError("This would loop: Energy tariff switch already continues with Spring renewal 2026.");
        var stop = choice("Stop", "The campaign stops. Then the next campaign starts, if one is set.");
        var go = choice("Continue", "It stays running and calls targets as soon as they are added.");
        var group = new ToggleGroup();
        group.getToggles().addAll(stop, go);
        stop.setSelected(true);
        var cards = new HBox(12, stop, go);
        HBox.setHgrow(stop, Priority.ALWAYS);
        HBox.setHgrow(go, Priority.ALWAYS);
        stop.setPrefWidth(200);
        go.setPrefWidth(200);
        var slider = new Slider(0, 300, 107);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.getStyleClass().add("progress-slider");
        card.getContent().addAll(name, loop, cards, slider);
        return card;
    }

    private static ChoiceCard choice(String title, String detail) {
        var card = new ChoiceCard();
        card.setTitle(title);
        card.setDetail(detail);
        return card;
    }

    private static Node skeleton() {
        var card = card("Loading");
        card.getStyleClass().add("flush");
        var rows = new SkeletonRows();
        rows.setVisible(true);
        card.getContent().add(rows);
        return card;
    }

    private static Node empty() {
        var card = new Card();
        var empty = new EmptyState();
        empty.setIcon("fth-layers");
        empty.setTitle("No campaigns yet");
        empty.setDetail("Create one, or import campaigns from a file.");
        var create = button("New campaign", "primary");
        create.setGraphic(new FontIcon(Feather.PLUS));
        empty.getActions().addAll(create, button("Import…"));
        card.getContent().add(empty);
        return card;
    }

    private static Node tiles() {
        var random = new Random(3);
        var dialing = tile("Dialing", "8", "of 12", "room for 4 more", random);
        var talking = tile("Talking", "27", "", "3 agents ringing", random);
        var done = tile("List done", "62 %", "", "94,104 left, about 38 h", random);
        done.setSparkline();
        var plain = tile("Agents available", "31", "of 127", "", random);
        plain.setSparkline();
        plain.getStyleClass().addAll("plain", "compact");
        var row = new HBox(16, dialing, talking, done, plain);
        row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        return row;
    }

    private static KpiTile tile(String name, String value, String suffix, String foot, Random random) {
        var tile = new KpiTile();
        tile.setName(name);
        tile.setValue(value);
        tile.setSuffix(suffix);
        tile.setFoot(foot);
        tile.setSparkline(walk(random, 24));
        return tile;
    }

    private static double[] walk(Random random, int count) {
        return DoubleStream.iterate(12, value -> Math.clamp(value + random.nextInt(5) - 2, 4, 24))
                .limit(count)
                .toArray();
    }

    public static PacingSamples samples() {
        var samples = new PacingSamples(4000);
        var random = new Random(7);
        long start = 1_778_582_538_000L - 900_000L;
        double available = 16;
        for (int second = 0; second <= 900; second += 2) {
            available = random.nextInt(3) == 0 ? Math.clamp(available + random.nextInt(5) - 2, 7, 25) : available;
            int level = second < 600 ? 140 : 100;
            double limit = Math.ceil(available * 100 / level);
            samples.add(start + second * 1000L, available, limit, Math.max(0, limit - random.nextInt(3)));
        }
        samples.mark(start + 600_000L, "Service level 140 % → 100 %");
        return samples;
    }

    public static PacingChart chart() {
        var chart = new PacingChart();
        chart.setZone(ZoneOffset.UTC);
        chart.setAvailableText("available");
        chart.setLimitText("limit");
        chart.setDialingText("dialing");
        chart.setNowText("now");
        chart.setSamples(samples());
        return chart;
    }

    private static Node pacing() {
        var card = card("Pacing");
        var keys = new HBox(16, key("Available agents", "available"), key("Calls allowed", "limit"));
        keys.getChildren().add(key("Calls dialing", "dialing"));
        keys.setAlignment(Pos.CENTER_LEFT);
        card.getAfterTitle().add(keys);
        var windows = new SegmentedControl<Integer>();
        windows.setSegments(List.of(
                new SegmentedControl.Segment<>(5, "5 min"),
                new SegmentedControl.Segment<>(15, "15 min"),
                new SegmentedControl.Segment<>(60, "1 h")));
        windows.setValue(15);
        windows.getStyleClass().add("small");
        card.getActions().add(windows);
        var chart = chart();
        chart.setPrefHeight(230);
        card.getContent().add(chart);
        return card;
    }

    private static Label key(String text, String which) {
        var line = new Region();
        line.getStyleClass().addAll("key-line", "key-" + which);
        var key = new Label(text, line);
        key.getStyleClass().add("chart-key");
        return key;
    }

    private static Node smallParts() {
        var card = card("Bars, gauge, steppers, previews");
        var filter = new SegmentedControl<String>();
        filter.setSegments(List.of(
                new SegmentedControl.Segment<>("all", "All"),
                new SegmentedControl.Segment<>("run", "Running", Symbol.of(Feather.PHONE_CALL)),
                new SegmentedControl.Segment<>("stop", "Stopped")));
        filter.setCount("all", "9");
        filter.setCount("run", "6");
        var stepper = new Stepper();
        stepper.setUnit("%");
        stepper.setValue(100);
        var narrow = new Stepper();
        narrow.getStyleClass().add("narrow");
        narrow.setValue(3);
        var meter = new MeterBar();
        meter.setFraction(0.62);
        var list = new MeterBar();
        list.getStyleClass().add("quiet");
        list.setFraction(0.8);
        var unlimited = new MeterBar();
        unlimited.getStyleClass().add("unlimited");
        unlimited.setFraction(1);
        var agents = new StackedBar();
        agents.setParts(List.of(
                new StackedBar.Part("available", 12, "12 available"),
                new StackedBar.Part("ringing", 3, "3 ringing"),
                new StackedBar.Part("busy", 27, "27 busy"),
                new StackedBar.Part("away", 4, "4 away"),
                new StackedBar.Part("offline", 2, "2 offline")));
        var spark = new Sparkline();
        spark.setValues(walk(new Random(9), 20));
        var slots = new SlotBar();
        slots.show(12, 8);
        var many = new SlotBar();
        many.show(60, 40);
        var over = new SlotBar();
        over.show(6, 8);
        var gauge = new Gauge();
        gauge.setValue(2.1);
        gauge.setLimitText("limit 3 %");
        gauge.setMaximumText("5 %");
        var level = new ServiceLevelChart();
        level.setSavedLevel(100);
        level.setEditedLevel(120);
        level.setFreeAgents(12);
        level.setFreeText("free");
        level.setCallsText("10 calls");
        var timeline = new AttemptTimeline();
        timeline.setTries(3, 2, 1, 0, 0);
        timeline.setInterval(Duration.hours(2));
        timeline.setUnusedText("not used");
        HBox.setHgrow(timeline, Priority.ALWAYS);
        var quiet = new VBox(timeline);
        quiet.getStyleClass().add("quiet-box");
        HBox.setHgrow(quiet, Priority.ALWAYS);
        var compact = chart();
        compact.getStyleClass().add("compact");
        compact.setFrozen(true);
        compact.setWindow(300_000);
        compact.setPrefSize(200, 130);
        var bars = new HBox(16, filter, stepper, narrow, meter, list, unlimited, agents, spark);
        bars.setAlignment(Pos.CENTER_LEFT);
        card.getContent().addAll(bars, slots, many, over, gauge, new HBox(16, level, quiet, compact));
        return card;
    }

    private record Row(String name, String number, String tries) {}

    private static Node table() {
        var card = card("Calls in progress");
        card.getStyleClass().add("flush");
        var badge = new Label("38");
        badge.getStyleClass().add("count-badge");
        card.getAfterTitle().add(badge);
        var table = new TableView<Row>();
        table.setFixedCellSize(35);
        table.setPrefHeight(36 + 35 * 3 + 1);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var name = new TableColumn<Row, String>("Target");
        name.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().name()));
        name.getStyleClass().add("first-column");
        var number = new TableColumn<Row, String>("Number");
        number.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().number()));
        var tries = new TableColumn<Row, String>("Try");
        tries.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().tries()));
        tries.getStyleClass().addAll("numeric", "last-column");
        table.getColumns().addAll(List.of(name, number, tries));
        table.getItems()
                .addAll(
                        new Row("Ilse Hartmann", "+1 212 555 0123", "2 of 3"),
                        new Row("Marcus Oyelaran", "+1 212 555 0117", "1 of 3"),
                        new Row("Jonas Lindgren", "+1 212 555 0116", "1 of 3"));
        table.getSelectionModel().select(1);
        card.getContent().add(table);
        return card;
    }

    private static Node confirm() {
        var dialog = new ConfirmDialog(
                "Stop Spring renewal 2026?",
                "No new calls. 8 ringing and 30 connected calls will finish.",
                "Stop campaign",
                "Cancel",
                true);
        dialog.getStyleClass().add("dialog-box");
        dialog.setMaxWidth(508);
        var tabs = new TabPane();
        for (var title : List.of("Live", "Actions", "Settings")) {
            var tab = new Tab(title);
            tab.setClosable(false);
            tab.setContent(new Region());
            tabs.getTabs().add(tab);
        }
        var badge = new Label("9");
        badge.getStyleClass().add("count-badge");
        tabs.getTabs().get(1).setGraphic(badge);
        var dot = new Region();
        dot.getStyleClass().add("dirty-dot");
        tabs.getTabs().get(2).setGraphic(dot);
        tabs.setPrefHeight(60);
        tabs.setPrefWidth(340);
        return new HBox(16, dialog, tabs);
    }

    private static Card card(String title) {
        var card = new Card();
        card.setTitle(title);
        return card;
    }

    private static Button button(String text, String... styleClasses) {
        var button = new Button(text);
        button.getStyleClass().addAll(styleClasses);
        return button;
    }

    private static String word(Enum<?> value) {
        var name = value.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
