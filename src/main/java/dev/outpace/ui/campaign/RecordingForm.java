package dev.outpace.ui.campaign;

import dev.outpace.ui.campaign.AmountField.Unit;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether the calls of the campaign are recorded, and for how long that is kept. */
final class RecordingForm extends VBox {
    private static final double NUMBER = 216;

    private final CampaignEdit edit;
    private final Texts texts;
    private final Map<CampaignField<?>, FormField> fields = new LinkedHashMap<>();
    private final CheckBox on = new CheckBox();
    private final AmountField<Integer> days;

    RecordingForm(CampaignEdit edit, Texts texts) {
        super(16);
        this.edit = edit;
        this.texts = texts;
        on.setText(texts.get("campaignSettings.recording.on"));
        on.setWrapText(true);
        on.selectedProperty().subscribe((_, chosen) -> edit.set(CampaignField.RECORD_CALLS, chosen));
        var keep = CampaignField.KEEP_RECORDINGS;
        days = new AmountField<>(
                edit, keep, Unit.of(texts.get("unit.days"), 1, "1"), texts.get("campaignField." + keep.place()));
        var onField = new FormField();
        onField.setLabel(texts.get("campaignField." + CampaignField.RECORD_CALLS.place()));
        onField.setContent(on);
        fields.put(CampaignField.RECORD_CALLS, onField);
        var daysField = new FormField();
        daysField.setLabel(texts.get("campaignField." + keep.place()));
        daysField.setContent(days);
        daysField.errorProperty().subscribe(error -> days.setWrong(error != null && !error.isEmpty()));
        daysField.setMinWidth(NUMBER);
        daysField.setPrefWidth(NUMBER);
        daysField.setMaxWidth(NUMBER);
        fields.put(keep, daysField);
        var why = why("keep");
        HBox.setHgrow(why, Priority.ALWAYS);
        getChildren().addAll(new VBox(8, onField, why("consent")), new HBox(16, daysField, why));
    }

    private Label why(String rule) {
        var why = new Label(texts.get("campaignSettings.recording." + rule));
        why.getStyleClass().add("second-line");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        return why;
    }

    Map<CampaignField<?>, FormField> fields() {
        return fields;
    }

    void show() {
        on.setSelected(edit.get(CampaignField.RECORD_CALLS));
        days.show();
        days.setDisable(!edit.get(CampaignField.RECORD_CALLS));
    }
}
