package dev.outpace.ui.campaign;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.ChoiceCard;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.ReferencePicker;
import dev.outpace.ui.controls.ReferencePicker.Choice;
import dev.outpace.ui.controls.SegmentedControl;
import dev.outpace.ui.controls.SegmentedControl.Segment;
import dev.outpace.ui.controls.Stepper;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.QueueRow;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The form of a campaign. It shows the edit and hands over what is typed; saving is the footer's. */
final class SettingsTabController implements TabContent {
    private final CampaignEdit edit;
    private final LiveWorkspace live;
    private final Texts texts;
    private final FieldNotes notes;
    private final PacingForm pacing;
    private final ComplianceForm compliance;
    private final RecordingForm recording;
    private final boolean records;
    private final OutplanForm outplan;
    private List<TypedText> typedTexts = List.of();
    private Subscription shown = Subscription.EMPTY;

    @FXML
    private FormField nameField;

    @FXML
    private TextField name;

    @FXML
    private FormField typeField;

    @FXML
    private SegmentedControl<CampaignType> type;

    @FXML
    private FormField detailField;

    @FXML
    private TextField detail;

    @FXML
    private Card pacingCard;

    @FXML
    private Label pacingReason;

    @FXML
    private Card complianceCard;

    @FXML
    private Label complianceReason;

    @FXML
    private Card recordingCard;

    @FXML
    private FormField endField;

    @FXML
    private ToggleGroup end;

    @FXML
    private ChoiceCard endStop;

    @FXML
    private ChoiceCard endContinue;

    @FXML
    private Card outplanCard;

    @FXML
    private ReferencePicker outplanPicker;

    @FXML
    private Button outplanAsNew;

    @FXML
    private FormField queueField;

    @FXML
    private ReferencePicker queue;

    @FXML
    private FormField listField;

    @FXML
    private ReferencePicker list;

    @FXML
    private FormField rulesField;

    @FXML
    private ReferencePicker rules;

    @FXML
    private FormField freshField;

    @FXML
    private Stepper freshShare;

    @FXML
    private FormField nextField;

    @FXML
    private ReferencePicker next;

    /** @param records whether the telephony can record whole calls */
    SettingsTabController(CampaignEdit edit, CampaignSaving saving, LiveWorkspace live, Texts texts, boolean records) {
        this.edit = edit;
        this.live = live;
        this.texts = texts;
        notes = new FieldNotes(edit, new FieldWords(texts, live), texts);
        pacing = new PacingForm(edit, texts);
        compliance = new ComplianceForm(edit, texts);
        recording = new RecordingForm(edit, texts);
        this.records = records;
        outplan = new OutplanForm(edit, saving, live, texts);
    }

    @FXML
    void initialize() {
        type.setSegments(List.of(
                new Segment<>(CampaignType.CALL, texts.get("campaignType.call"), Symbol.of(Feather.PHONE)),
                new Segment<>(CampaignType.FLOW, texts.get("campaignType.flow"), Symbol.of(Feather.GIT_BRANCH))));
        type.setValue(edit.get(CampaignField.TYPE));
        pacingCard.getContent().add(pacing);
        complianceCard.getContent().add(compliance);
        recordingCard.getContent().add(recording);
        typedTexts = List.of(
                new TypedText(name, CampaignField.NAME, edit), new TypedText(detail, CampaignField.DETAIL, edit));
        outplan.fill(outplanCard, outplanPicker, outplanAsNew);
        show();
        type.valueProperty().subscribe((_, chosen) -> edit.set(CampaignField.TYPE, Objects.requireNonNull(chosen)));
        end.selectedToggleProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                edit.set(CampaignField.END_HANDLE, chosen.equals(endStop) ? EndHandle.STOP : EndHandle.CONTINUE);
            }
        });
        hand(outplanPicker, CampaignField.OUTPLAN);
        hand(queue, CampaignField.QUEUE);
        hand(list, CampaignField.LIST);
        hand(rules, CampaignField.RULES);
        freshShare.setName(texts.get("campaignField.outpace.fresh_share"));
        freshShare.setLessText(texts.get("control.decrease"));
        freshShare.setMoreText(texts.get("control.increase"));
        freshShare.valueProperty().subscribe((_, share) -> edit.set(CampaignField.FRESH_SHARE, share.intValue()));
        hand(next, CampaignField.NEXT);
    }

    private void hand(ReferencePicker picker, CampaignField<UUID> field) {
        picker.valueProperty().subscribe((_, id) -> edit.set(field, id));
    }

    @Override
    public void onShow() {
        shown = Subscription.combine(
                outplan.follow(),
                edit.onChange(this::show),
                live.nowProperty().subscribe(_ -> showLive()),
                live.outplans().subscribe(edit::checkAgain),
                live.queues().subscribe(edit::checkAgain),
                live.outdials().subscribe(edit::checkAgain),
                live.ruleSets().subscribe(edit::checkAgain),
                live.campaigns().subscribe(edit::checkAgain));
        show();
    }

    @Override
    public void onHide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
    }

    private void show() {
        typedTexts.forEach(TypedText::show);
        type.setValue(edit.get(CampaignField.TYPE));
        end.selectToggle(edit.get(CampaignField.END_HANDLE) == EndHandle.STOP ? endStop : endContinue);
        outplanPicker.setValue(edit.get(CampaignField.OUTPLAN));
        queue.setValue(edit.get(CampaignField.QUEUE));
        list.setValue(edit.get(CampaignField.LIST));
        rules.setValue(edit.get(CampaignField.RULES));
        freshShare.setValue(edit.get(CampaignField.FRESH_SHARE));
        next.setValue(edit.get(CampaignField.NEXT));
        Map.<CampaignField<?>, FormField>of(
                        CampaignField.NAME, nameField,
                        CampaignField.DETAIL, detailField,
                        CampaignField.TYPE, typeField,
                        CampaignField.END_HANDLE, endField,
                        CampaignField.QUEUE, queueField,
                        CampaignField.LIST, listField,
                        CampaignField.RULES, rulesField,
                        CampaignField.FRESH_SHARE, freshField,
                        CampaignField.NEXT, nextField)
                .forEach(notes::show);
        tellWithoutRules();
        freshField.setHint(texts.get("campaignSettings.freshShare.hint"));
        pacing.fields().forEach(notes::show);
        compliance.fields().forEach(notes::show);
        compliance.show();
        recording.fields().forEach(notes::show);
        recording.show();
        showUse();
        outplan.show();
        showLive();
    }

    private void tellWithoutRules() {
        boolean dials = edit.get(CampaignField.TYPE) == CampaignType.CALL;
        if (dials && Ids.isNil(edit.get(CampaignField.RULES))) {
            rulesField.setHint(texts.get("campaignSettings.anyHour"));
        }
    }

    /** A flow dials nobody: what is about dialing is of no use to it. */
    private void showUse() {
        boolean dials = edit.get(CampaignField.TYPE) == CampaignType.CALL;
        pacing.setDisable(!dials);
        compliance.setDisable(!dials);
        // A telephony that writes no files records nothing; what a campaign is set to is shown all the same.
        boolean recordable = dials && (records || edit.get(CampaignField.RECORD_CALLS));
        recordingCard.setVisible(recordable);
        recordingCard.setManaged(recordable);
        for (var reason : List.of(pacingReason, complianceReason)) {
            reason.setVisible(!dials);
            reason.setManaged(!dials);
        }
        type.setDisable(edit.isLocked(CampaignField.TYPE));
        list.setDisable(edit.isLocked(CampaignField.LIST));
        rules.setDisable(!dials);
        freshShare.setDisable(!dials);
        queue.setDisable(!dials || edit.isLocked(CampaignField.QUEUE));
        if (!dials) {
            queueField.setHint(texts.get("campaignSettings.flow.queue"));
        }
    }

    /** What others do: names, counts, free agents. */
    private void showLive() {
        outplanPicker.setChoices(
                live.outplans().stream()
                        .map(row -> new Choice(row.id(), row.outplan().name(), ""))
                        .toList(),
                missing(CampaignField.OUTPLAN));
        queue.setChoices(live.queues().stream().map(this::choice).toList(), missing(CampaignField.QUEUE));
        list.setChoices(live.outdials().stream().map(this::choice).toList(), missing(CampaignField.LIST));
        rules.setChoices(
                live.ruleSets().stream()
                        .map(row -> new Choice(row.id(), row.rules().name(), ""))
                        .toList(),
                missing(CampaignField.RULES));
        next.setChoices(
                live.campaigns().stream()
                        .map(CampaignRow::campaign)
                        .filter(campaign -> !campaign.id().equals(edit.saved().id()))
                        .map(SettingsTabController::choice)
                        .toList(),
                missing(CampaignField.NEXT));
        pacing.show(free());
    }

    private String missing(CampaignField<UUID> field) {
        return notes.missing(edit.get(field));
    }

    private Choice choice(QueueRow row) {
        return new Choice(
                row.id(),
                row.queue().name(),
                texts.get("campaignSettings.agents", row.staff().total()));
    }

    private Choice choice(OutdialRow row) {
        var counts = row.counts();
        return new Choice(
                row.id(),
                row.outdial().name(),
                counts == null ? "" : texts.get("campaignSettings.targets", counts.total()));
    }

    private static Choice choice(Campaign campaign) {
        return new Choice(campaign.id(), campaign.name(), "");
    }

    private OptionalInt free() {
        var id = edit.get(CampaignField.QUEUE);
        var row = live.queue(id);
        if (row == null) {
            return Ids.isNil(id) ? OptionalInt.empty() : OptionalInt.of(0);
        }
        return OptionalInt.of(row.staff().count(AgentStatus.AVAILABLE));
    }
}
