package dev.outpace.ui.whatif;

import dev.outpace.model.PacingMode;
import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.FrontierChart;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.whatif.WhatIfModel.Standing;
import dev.outpace.workspace.WhatIfAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The form at the left, the answer at the right. */
final class WhatIfController {
    private static final double PERCENT = 100;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Look RAN = new Look(Tone.NEUTRAL, Symbol.of(Feather.CHECK));
    private static final Look CHANGED = new Look(Tone.WARNING, Symbol.of(Feather.ALERT_TRIANGLE));
    private static final Look APPLIED = new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));

    private final Texts texts;
    private final LiveWorkspace live;
    private final WhatIfModel model;
    private final WhatIfForm form;
    private final WhatIfOrders orders;
    private final WhatIfWords words;
    private final Map<QuestionField, ValueField> fields = new EnumMap<>(QuestionField.class);
    private Subscription following = Subscription.EMPTY;
    private boolean filling;

    @FXML
    private Region formPane;

    @FXML
    private ComboBox<CampaignRow> campaign;

    @FXML
    private Button refresh;

    @FXML
    private Node values;

    @FXML
    private Pane size;

    @FXML
    private Pane calls;

    @FXML
    private Label sources;

    @FXML
    private ToggleButton more;

    @FXML
    private Pane moreValues;

    @FXML
    private Pane shared;

    @FXML
    private SegmentedControl<PacingMode> mode;

    @FXML
    private Pane pacing;

    @FXML
    private Button run;

    @FXML
    private Node runPane;

    @FXML
    private Node running;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressWords;

    @FXML
    private IconWord outcome;

    @FXML
    private EmptyState noCampaign;

    @FXML
    private EmptyState noRule;

    @FXML
    private EmptyState noAnswer;

    @FXML
    private Region results;

    @FXML
    private Label adviceTitle;

    @FXML
    private Label adviceDetail;

    @FXML
    private Button apply;

    @FXML
    private IconWord applied;

    @FXML
    private Pane figures;

    @FXML
    private FrontierChart chart;

    @FXML
    private TableView<ResultLine> table;

    @FXML
    private TableColumn<ResultLine, ResultLine> setting;

    @FXML
    private TableColumn<ResultLine, ResultLine> utilisation;

    @FXML
    private TableColumn<ResultLine, ResultLine> abandon;

    @FXML
    private TableColumn<ResultLine, ResultLine> callsPerHour;

    @FXML
    private TableColumn<ResultLine, ResultLine> finishes;

    WhatIfController(Texts texts, LiveWorkspace live, WhatIfModel model, WhatIfForm form, WhatIfOrders orders) {
        this.texts = texts;
        this.live = live;
        this.model = model;
        this.form = form;
        this.orders = orders;
        words = new WhatIfWords(texts);
    }

    @FXML
    void initialize() {
        addFields(size, QuestionField.AGENTS, QuestionField.TARGETS);
        addFields(calls, QuestionField.ANSWERED, QuestionField.RING, QuestionField.TALK, QuestionField.WRAP_UP);
        addFields(
                moreValues,
                QuestionField.UNREACHABLE,
                QuestionField.UNREACHABLE_AFTER,
                QuestionField.NO_ANSWER,
                QuestionField.PATIENCE,
                QuestionField.TALK_SD,
                QuestionField.WRAP_UP_SD,
                QuestionField.TRIES);
        addFields(shared, QuestionField.CAMPAIGNS, QuestionField.INBOUND);
        addFields(pacing, QuestionField.LEVEL, QuestionField.ABANDON_TARGET);
        mode.setSegments(List.of(
                new Segment<>(PacingMode.SERVICE_LEVEL, texts.get("whatif.mode.level")),
                new Segment<>(PacingMode.ADAPTIVE, texts.get("whatif.mode.adaptive"))));
        mode.getChildren().forEach(segment -> {
            ((Region) segment).setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(segment, Priority.ALWAYS);
        });
        mode.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                form.wantedProperty().set(chosen);
            }
        });
        form.wantedProperty().subscribe(wanted -> {
            mode.setValue(wanted);
            showLevel();
        });
        show(moreValues, false);
        more.selectedProperty().subscribe(open -> show(moreValues, open));
        for (var name : List.of("utilisation", "abandon", "calls", "finish")) {
            figures.getChildren().add(new AnswerComparison(texts.get("whatif.figure." + name)));
        }
        figures.getChildren().getFirst().getStyleClass().add("first");
        campaign.setConverter(new CampaignNames());
        campaign.valueProperty().subscribe(row -> {
            if (!filling) {
                model.choose(row);
            }
        });
        new ResultTable(table, texts).fill(setting, utilisation, abandon, callsPerHour, finishes);
        progress.progressProperty().bind(model.progressProperty());
        model.progressProperty().subscribe(part -> tellProgress());
        model.standingProperty().subscribe(this::stand);
        model.startProperty().subscribe(start -> {
            showLevel();
            sources.setText(start == null ? "" : words.sources(start));
            fields.forEach((entry, field) -> field.tellSource(start == null ? "" : words.source(entry, start)));
        });
        model.answerProperty().subscribe(this::show);
        model.changedProperty().subscribe(changed -> tellOutcome());
        model.campaignProperty().subscribe(row -> select(row));
    }

    private void addFields(Pane rows, QuestionField... entries) {
        for (var entry : entries) {
            var field = new ValueField(texts, form, entry);
            fields.put(entry, field);
            rows.getChildren().add(field.node());
        }
    }

    private void showLevel() {
        boolean ofLevels = form.wantedProperty().get() == PacingMode.SERVICE_LEVEL && form.hasLevel();
        show(Objects.requireNonNull(fields.get(QuestionField.LEVEL)).node(), ofLevels);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void stand(Standing standing) {
        boolean ready = standing == Standing.READY || standing == Standing.RUNNING;
        boolean runs = standing == Standing.RUNNING;
        show(
                values,
                ready || (standing == Standing.READING && model.startProperty().get() != null));
        show(runPane, values.isVisible());
        refresh.setDisable(!ready || runs);
        show(run, !runs);
        show(running, runs);
        results.pseudoClassStateChanged(STALE, runs);
        tellOutcome();
        tellApply();
        showRight();
    }

    /** Of the pages at the right exactly one. */
    private void showRight() {
        var standing = model.standing();
        boolean answered = model.answer() != null;
        show(noCampaign, standing == Standing.NO_CAMPAIGN);
        show(noRule, standing == Standing.NO_RULE);
        boolean ready = standing == Standing.READY || standing == Standing.RUNNING || standing == Standing.READING;
        show(results, ready && answered);
        show(noAnswer, ready && !answered);
        noAnswer.setTitle(texts.get(standing == Standing.RUNNING ? "whatif.running" : "whatif.noAnswer"));
        run.setText(texts.get(answered ? "whatif.runAgain" : "whatif.run"));
        run.getStyleClass().remove("primary");
        if (!answered) {
            run.getStyleClass().add("primary");
        }
    }

    private void tellProgress() {
        double part = model.progressProperty().get();
        progressWords.setText(part < 0 ? texts.get("whatif.firstPass") : texts.percent(Math.round(PERCENT * part)));
    }

    private void tellOutcome() {
        var answer = model.answer();
        show(outcome, answer != null && model.standing() != Standing.RUNNING);
        if (answer == null) {
            return;
        }
        if (model.changedProperty().get()) {
            outcome.show(CHANGED, texts.get("whatif.changed"));
        } else {
            outcome.show(
                    RAN,
                    texts.get(
                            "whatif.ran",
                            answer.runs(),
                            answer.hours(),
                            answer.took().toMillis() / 1_000.0));
        }
    }

    private void show(@Nullable WhatIfAnswer answer) {
        showRight();
        tellOutcome();
        tellApply();
        if (answer == null) {
            return;
        }
        adviceTitle.setText(words.title(answer));
        adviceDetail.setText(words.detail(answer));
        var shown = AdviceFigures.of(answer, texts).all();
        for (int i = 0; i < shown.size(); i++) {
            ((AnswerComparison) figures.getChildren().get(i)).show(shown.get(i));
        }
        chart.setFrontier(new FrontierSpots(answer, texts).frontier());
        chart.setAccessibleText(words.title(answer) + ", " + words.detail(answer));
        table.getItems().setAll(ResultLine.of(answer));
        // The table knows what it has room for once it is laid out.
        formPane.getParent().layout();
        ResultTable.showBest(table);
    }

    private void tellApply() {
        var wanted = model.applicable();
        var answer = model.answer();
        boolean ready = model.standing() == Standing.READY && answer != null;
        show(apply, wanted.isPresent());
        apply.setDisable(!ready);
        wanted.ifPresent(advised -> apply.setText(texts.get("whatif.apply", words.setting(advised))));
        boolean done = answer != null
                && wanted.isEmpty()
                && answer.best().isPresent()
                && !answer.best().get().setting().equals(answer.question().current());
        show(applied, done);
        if (done) {
            applied.show(APPLIED, texts.get("whatif.appliedAlready"));
        }
    }

    /** By name; those without a queue are there too, and say why there is nothing to simulate. */
    private void fillCampaigns() {
        var rows = live.campaigns().stream()
                .sorted(Comparator.comparing(row -> row.campaign().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
        if (!rows.equals(campaign.getItems())) {
            filling = true;
            campaign.getItems().setAll(rows);
            campaign.setValue(model.campaign());
            filling = false;
        }
        var chosen = model.campaign();
        if (chosen != null && !rows.contains(chosen)) {
            model.choose(null);
        } else if (chosen == null && !rows.isEmpty()) {
            model.choose(rows.stream()
                    .filter(row -> row.campaign().hasQueue())
                    .findFirst()
                    .orElse(rows.getFirst()));
        }
    }

    private void select(@Nullable CampaignRow row) {
        filling = true;
        campaign.setValue(row);
        filling = false;
    }

    void onShow() {
        following = live.nowProperty().subscribe(this::tick);
    }

    void onHide() {
        following.unsubscribe();
    }

    private void tick(Instant now) {
        fillCampaigns();
        tellApply();
    }

    List<Node> regions() {
        return results.isVisible() ? List.of(formPane, chart, table) : List.of(formPane);
    }

    @FXML
    void run() {
        model.run();
        form.wrong().stream().findFirst().ifPresent(entry -> {
            if (moreValues.getChildren().contains(fieldOf(entry).node())) {
                more.setSelected(true);
            }
            fieldOf(entry).focus();
        });
    }

    private ValueField fieldOf(QuestionField entry) {
        return Objects.requireNonNull(fields.get(entry));
    }

    @FXML
    void cancel() {
        model.cancel();
        run.requestFocus();
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void apply() {
        var row = model.campaign();
        if (row != null) {
            model.applicable()
                    .ifPresent(advised -> orders.apply(
                            row, advised, Objects.requireNonNull(model.answer()).question()));
        }
    }

    @FXML
    void export() {
        var row = model.campaign();
        var answer = model.answer();
        if (row != null && answer != null) {
            orders.export(row, answer);
        }
    }
}
