package dev.outpace.ui.outplans;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A time in one unit. While its text is as it was shown, its value is to the millisecond what was put in. */
final class NumberField extends HBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final BigDecimal MAX_MILLIS = BigDecimal.valueOf(365L * 86_400_000);

    private final TextField field = new TextField();
    private final BigDecimal unitMillis;
    private String shown = "";
    private long exact;
    /** Whether nothing may be typed, too. */
    private boolean optional;

    /** @param unit "s", after the number */
    NumberField(String unit, long unitMillis, String accessibleName) {
        this.unitMillis = BigDecimal.valueOf(unitMillis);
        getStyleClass().add("field");
        field.getStyleClass().add("numeric-text");
        field.setAccessibleText(accessibleName);
        HBox.setHgrow(field, Priority.ALWAYS);
        var unitLabel = new Label(unit);
        unitLabel.getStyleClass().add("unit");
        unitLabel.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, unitLabel);
        field.textProperty().subscribe(text -> pseudoClassStateChanged(ERROR, isWrong()));
    }

    private boolean isWrong() {
        return optional ? optionalMillis().isEmpty() : millis().isEmpty();
    }

    javafx.beans.property.StringProperty textProperty() {
        return field.textProperty();
    }

    void show(long millis) {
        exact = millis;
        shown = BigDecimal.valueOf(millis)
                .divide(unitMillis, 3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        field.setText(shown);
    }

    /** @param words that stand in the empty field */
    void setPromptText(String words) {
        field.setPromptText(words);
    }

    /** Shows an empty field for null. */
    void showOptional(@Nullable Long millis) {
        optional = true;
        if (millis == null) {
            shown = "";
            field.setText("");
        } else {
            show(millis);
        }
    }

    /** Empty if the text is no number of 0 or more; within it empty where nothing is typed. */
    Optional<OptionalLong> optionalMillis() {
        if (field.getText().isBlank()) {
            return Optional.of(OptionalLong.empty());
        }
        var millis = millis();
        return millis.isEmpty() ? Optional.empty() : Optional.of(millis);
    }

    /** Empty if the text is no number of 0 or more. */
    OptionalLong millis() {
        var text = field.getText().strip();
        if (text.equals(shown)) {
            return OptionalLong.of(exact);
        }
        if (!text.matches("[0-9]{1,9}([.,][0-9]{1,3})?")) {
            return OptionalLong.empty();
        }
        var millis = new BigDecimal(text.replace(',', '.')).multiply(unitMillis);
        return millis.compareTo(MAX_MILLIS) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(millis.setScale(0, RoundingMode.HALF_UP).longValue());
    }
}
