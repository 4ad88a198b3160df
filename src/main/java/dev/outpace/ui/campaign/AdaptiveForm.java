package dev.outpace.ui.campaign;

import dev.outpace.model.AbandonDenominator;
import dev.outpace.model.AbandonWindow;
import dev.outpace.model.PacingMode;
import dev.outpace.ui.campaign.AmountField.Unit;
import dev.outpace.ui.controls.EvenRows;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.texts.Texts;
import java.util.Arrays;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The share of callers that may be abandoned: of whom, and counted over which time; what the published rule holds at, too. */
final class AdaptiveForm extends VBox {
    private static final double COLUMN = 144;

    private final CampaignEdit edit;
    private final Texts texts;
    private final FormField targetField = new FormField();
    private final FormField windowField = new FormField();
    private final FormField denominatorField = new FormField();
    private final AmountField<Double> target;
    private final ComboBox<AbandonWindow> window = new ComboBox<>();
    private final ComboBox<AbandonDenominator> denominator = new ComboBox<>();
    private final Label sentence = new Label();

    AdaptiveForm(CampaignEdit edit, Texts texts) {
        super(12);
        this.edit = edit;
        this.texts = texts;
        var words = texts.get("campaignField.outpace.pacing.abandon_target");
        target = new AmountField<>(edit, CampaignField.ABANDON_TARGET, Unit.percent(), words);
        choices(window, CampaignField.WINDOW, AbandonWindow.values(), "abandonWindow.", AbandonWindow::text);
        choices(
                denominator,
                CampaignField.DENOMINATOR,
                AbandonDenominator.values(),
                "abandonDenominator.",
                AbandonDenominator::text);
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

    private <T> void choices(
            ComboBox<T> box,
            CampaignField<T> field,
            T[] values,
            String key,
            java.util.function.Function<T, String> written) {
        box.getItems().setAll(Arrays.asList(values));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : texts.get(key + written.apply(value));
            }

            @Override
            public T fromString(String words) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                edit.set(field, chosen);
            }
        });
    }

    Map<CampaignField<?>, FormField> fields() {
        return Map.of(
                CampaignField.ABANDON_TARGET, targetField,
                CampaignField.WINDOW, windowField,
                CampaignField.DENOMINATOR, denominatorField);
    }

    void show() {
        target.show();
        window.setValue(edit.get(CampaignField.WINDOW));
        denominator.setValue(edit.get(CampaignField.DENOMINATOR));
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
