package dev.outpace.ui.whatif;

import dev.outpace.model.PacingMode;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.whatif.WhatIfModel.Standing;
import dev.outpace.whatif.WhatIfStart;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The question: which campaign, its values, and the pacing that is asked about. */
final class QuestionController {
    private final Texts texts;
    private final LiveWorkspace live;
    private final WhatIfModel model;
    private final WhatIfForm form;
    private final WhatIfWords words;
    private final Map<QuestionField, ValueField> fields = new EnumMap<>(QuestionField.class);
    private boolean filling;

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

    QuestionController(Texts texts, LiveWorkspace live, WhatIfModel model, WhatIfForm form) {
        this.texts = texts;
        this.live = live;
        this.model = model;
        this.form = form;
        words = new WhatIfWords(texts);
    }

    @FXML
    void initialize() {
        addFields(size, QuestionField.AGENTS, QuestionField.TARGETS);
        addFields(
                calls,
                QuestionField.ANSWERED,
                QuestionField.MACHINES,
                QuestionField.REACHED,
                QuestionField.TO_QUEUE,
                QuestionField.TALK,
                QuestionField.WRAP_UP);
        addFields(
                moreValues,
                QuestionField.RING,
                QuestionField.NO_ANSWER,
                QuestionField.UNREACHABLE,
                QuestionField.UNREACHABLE_AFTER,
                QuestionField.DETECTION,
                QuestionField.MISTAKEN,
                QuestionField.LEAVES,
                QuestionField.HUNG_UP,
                QuestionField.PATIENCE,
                QuestionField.TO_QUEUE_SD,
                QuestionField.PICK_UP,
                QuestionField.MISSED,
                QuestionField.TALK_SD,
                QuestionField.WRAP_UP_SD,
                QuestionField.TRIES);
        addFields(shared, QuestionField.CAMPAIGNS, QuestionField.INBOUND);
        addFields(pacing, QuestionField.LEVEL, QuestionField.ABANDON_TARGET);
        chooseMode();
        Visibility.set(moreValues, false);
        more.selectedProperty().subscribe(open -> Visibility.set(moreValues, open));
        campaign.setConverter(new ChosenWords<>(row -> row.campaign().name()));
        campaign.valueProperty().subscribe(row -> {
            if (!filling) {
                model.choose(row);
            }
        });
        model.standingProperty().subscribe(this::stand);
        model.startProperty().subscribe(this::tellSources);
        model.campaignProperty().subscribe(this::select);
    }

    private void addFields(Pane rows, QuestionField... entries) {
        for (var entry : entries) {
            var field = new ValueField(texts, form, entry);
            fields.put(entry, field);
            rows.getChildren().add(field.node());
        }
    }

    private void chooseMode() {
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
    }

    private void showLevel() {
        boolean ofLevels = form.wantedProperty().get() == PacingMode.SERVICE_LEVEL && form.hasLevel();
        Visibility.set(fieldOf(QuestionField.LEVEL).node(), ofLevels);
    }

    private void tellSources(@Nullable WhatIfStart start) {
        showLevel();
        sources.setText(start == null ? "" : words.sources(start));
        fields.forEach((entry, field) -> field.tellSource(start == null ? "" : words.source(entry, start)));
    }

    private void stand(Standing standing) {
        Visibility.set(values, model.hasQuestion());
        refresh.setDisable(standing != Standing.READY);
    }

    /** By name; those without a queue are there too, and say why there is nothing to simulate. */
    void fillCampaigns() {
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

    /** Puts the focus into the first value with something wrong; nothing if all are right. */
    void focusWrong() {
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
    void refresh() {
        model.refresh();
    }
}
