package dev.outpace.ui.campaign;

import dev.outpace.model.AbandonFrom;
import dev.outpace.ui.campaign.AmountField.Unit;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the campaign does for people whom no agent can take, with what each rule is for. */
final class ComplianceForm extends VBox {
    private static final double NUMBER = 216;

    private final CampaignEdit edit;
    private final Texts texts;
    private final Map<CampaignField<?>, FormField> fields = new LinkedHashMap<>();
    private final TextArea message = new TextArea();
    private final TypedText typedMessage;
    private final AmountField<Integer> after;
    private final ChoiceField<AbandonFrom> from;
    private final AmountField<Integer> hours;
    private final AmountField<Integer> ring;
    private final AmountField<Double> machineErrors;
    private final CheckBox waits;
    private final CheckBox withAgent;

    ComplianceForm(CampaignEdit edit, Texts texts) {
        super(16);
        this.edit = edit;
        this.texts = texts;
        typedMessage = new TypedText(message, CampaignField.ABANDON_MESSAGE, edit);
        message.setWrapText(true);
        message.setPrefRowCount(2);
        message.setPromptText(texts.get("campaignSettings.compliance.message.example"));
        var seconds = texts.get("unit.seconds");
        after = amount(CampaignField.ABANDON_AFTER, Unit.of(seconds, 1_000, "0.5"));
        hours = amount(CampaignField.REDIAL_HOURS, Unit.of(texts.get("unit.hours"), 1, "1"));
        ring = amount(CampaignField.MINIMUM_RING, Unit.of(seconds, 1_000, "1"));
        machineErrors = amount(CampaignField.MACHINE_ERRORS, Unit.percent());
        from = new ChoiceField<>(
                edit,
                CampaignField.ABANDON_FROM,
                AbandonFrom.values(),
                value -> texts.get("abandonFrom." + value.text()));
        from.setMaxWidth(Double.MAX_VALUE);
        waits = check(CampaignField.COUNTS_WAITS, "count");
        withAgent = check(CampaignField.REDIAL_WITH_AGENT, "agent");
        var waitsField = field(CampaignField.COUNTS_WAITS, waits);
        var agentField = field(CampaignField.REDIAL_WITH_AGENT, withAgent);
        getChildren()
                .addAll(
                        new VBox(8, field(CampaignField.ABANDON_MESSAGE, message), why("message")),
                        beside(field(CampaignField.ABANDON_AFTER, after), why("after")),
                        beside(
                                field(CampaignField.ABANDON_FROM, from),
                                new VBox(8, why("from"), waitsField, why("waits"))),
                        beside(field(CampaignField.REDIAL_HOURS, hours), new VBox(8, why("redial"), agentField)),
                        beside(field(CampaignField.MINIMUM_RING, ring), why("ring")),
                        beside(field(CampaignField.MACHINE_ERRORS, machineErrors), why("machines")));
    }

    private CheckBox check(CampaignField<Boolean> field, String words) {
        var box = new CheckBox(texts.get("campaignSettings.compliance." + words));
        box.setWrapText(true);
        box.selectedProperty().subscribe((_, on) -> edit.set(field, on));
        return box;
    }

    private <T extends Number> AmountField<T> amount(CampaignField<T> field, Unit<T> unit) {
        return new AmountField<>(edit, field, unit, texts.get("campaignField." + field.place()));
    }

    private FormField field(CampaignField<?> of, Node control) {
        var field = new FormField();
        field.setLabel(texts.get("campaignField." + of.place()));
        field.setContent(control);
        if (control instanceof AmountField<?> amount) {
            field.errorProperty().subscribe(error -> amount.setWrong(error != null && !error.isEmpty()));
        }
        fields.put(of, field);
        return field;
    }

    private Label why(String rule) {
        var why = new Label(texts.get("campaignSettings.compliance." + rule));
        why.getStyleClass().add("second-line");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        return why;
    }

    private static HBox beside(FormField field, Node explanation) {
        field.setMinWidth(NUMBER);
        field.setPrefWidth(NUMBER);
        field.setMaxWidth(NUMBER);
        var row = new HBox(16, field, explanation);
        HBox.setHgrow(explanation, Priority.ALWAYS);
        return row;
    }

    Map<CampaignField<?>, FormField> fields() {
        return fields;
    }

    void show() {
        typedMessage.show();
        after.show();
        from.showValue();
        waits.setSelected(edit.get(CampaignField.COUNTS_WAITS));
        hours.show();
        ring.show();
        machineErrors.show();
        withAgent.setSelected(edit.get(CampaignField.REDIAL_WITH_AGENT));
        boolean noLimit = edit.get(CampaignField.ABANDON_MESSAGE).isBlank() && !edit.get(CampaignField.COUNTS_WAITS);
        after.setDisable(noLimit);
        from.setDisable(noLimit);
        withAgent.setDisable(edit.get(CampaignField.REDIAL_HOURS) == 0);
    }
}
