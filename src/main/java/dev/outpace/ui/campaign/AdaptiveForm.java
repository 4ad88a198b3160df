package dev.outpace.ui.campaign;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.PacingMode;
import dev.outpace.ui.campaign.AmountField.Unit;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The share of callers that may be abandoned: of whom, and counted over which time; what the published rule holds at, too. */
final class AdaptiveForm extends VBox {
    private static final double COLUMN = 144;

    private final CampaignEdit edit;
    private final Texts texts;
    private final FormField targetField = new FormField();
    private final FormField windowField = new FormField();
    private final FormField denominatorField = new FormField();
    private final AmountField<Double> target;
    private final ChoiceField<AbandonWindow> window;
    private final ChoiceField<AbandonDenominator> denominator;
    private final Label sentence = new Label();

    AdaptiveForm(CampaignEdit edit, Texts texts) {
        super(12);
        this.edit = edit;
        this.texts = texts;
        var words = texts.get("campaignField.outpace.pacing.abandon_target");
        target = new AmountField<>(edit, CampaignField.ABANDON_TARGET, Unit.percent(), words);
        window = new ChoiceField<>(
                edit,
                CampaignField.WINDOW,
                AbandonWindow.values(),
                value -> texts.get("abandonWindow." + value.text()));
        denominator = new ChoiceField<>(
                edit,
                CampaignField.DENOMINATOR,
                AbandonDenominator.values(),
                value -> texts.get("abandonDenominator." + value.text()));
        fill(targetField, CampaignField.ABANDON_TARGET, target);
        fill(windowField, CampaignField.WINDOW, window);
        fill(denominatorField, CampaignField.DENOMINATOR, denominator);
        targetField.errorProperty().subscribe(error -> target.setWrong(error != null && !error.isEmpty()));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("second-line");
        var row = new EvenRows();
        row.getChildren().addAll(targetField, windowField, denominatorField);
        getChildren().addAll(row, sentence);
    }

    private void fill(FormField field, CampaignField<?> of, Region control) {
        field.setLabel(texts.get("campaignField." + of.place()));
        field.setMinWidth(COLUMN);
        control.setMaxWidth(Double.MAX_VALUE);
        field.setContent(control);
    }

    Map<CampaignField<?>, FormField> fields() {
        return Map.of(
                CampaignField.ABANDON_TARGET, targetField,
                CampaignField.WINDOW, windowField,
                CampaignField.DENOMINATOR, denominatorField);
    }

    void show() {
        target.show();
        window.showValue();
        denominator.showValue();
        boolean adaptive = edit.get(CampaignField.POLICY) == PacingMode.ADAPTIVE;
        sentence.setText(texts.get(
                adaptive ? "campaignSettings.adaptive" : "campaignSettings.holding",
                texts.percent(100 * edit.get(CampaignField.ABANDON_TARGET), 1),
                texts.get("campaignSettings.adaptive."
                        + edit.get(CampaignField.DENOMINATOR).text()),
                texts.get("campaignSettings.adaptive."
                        + edit.get(CampaignField.WINDOW).text())));
    }
}
