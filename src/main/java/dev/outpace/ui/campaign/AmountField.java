package dev.outpace.ui.campaign;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A number with its unit, as a field of the campaign. What is typed counts at once; the arrow keys go a step up or down. */
final class AmountField<T> extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    /**
     * How the value reads in the unit.
     *
     * @param step of the arrow keys
     */
    record Unit<T>(
            String words, BigDecimal step, Function<T, BigDecimal> amount, Function<BigDecimal, Optional<T>> value) {

        /** A share as percent. */
        static Unit<Double> percent() {
            return new Unit<>(
                    "%",
                    new BigDecimal("0.1"),
                    share -> BigDecimal.valueOf(share).movePointRight(2),
                    percent -> Optional.of(percent.movePointLeft(2).doubleValue()));
        }

        /** A whole number that is so many of the unit. */
        static Unit<Integer> of(String words, int size, String step) {
            return new Unit<>(
                    words,
                    new BigDecimal(step),
                    number -> BigDecimal.valueOf(number).divide(BigDecimal.valueOf(size)),
                    amount -> whole(amount.multiply(BigDecimal.valueOf(size))));
        }

        private static Optional<Integer> whole(BigDecimal number) {
            return number.stripTrailingZeros().scale() > 0 ? Optional.empty() : Optional.of(number.intValueExact());
        }
    }

    private final TextField text = new TextField();
    private final CampaignEdit edit;
    private final CampaignField<T> field;
    private final Unit<T> unit;
    private boolean showing;

    AmountField(CampaignEdit edit, CampaignField<T> field, Unit<T> unit, String accessibleName) {
        this.edit = edit;
        this.field = field;
        this.unit = unit;
        getStyleClass().add("field");
        text.getStyleClass().add("numeric-text");
        text.setAccessibleText(accessibleName);
        text.textProperty().subscribe((_, typed) -> take(typed));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        HBox.setHgrow(text, Priority.ALWAYS);
        var words = new Label(unit.words());
        words.getStyleClass().add("unit");
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(text, words);
        setMinWidth(96);
    }

    /** Shows the value of the edit, unless that is what is typed here. */
    void show() {
        var value = edit.get(field);
        if (!edit.isUnreadable(field) && !read(text.getText()).equals(Optional.of(value))) {
            write(unit.amount().apply(value));
        }
    }

    void setWrong(boolean wrong) {
        pseudoClassStateChanged(ERROR, wrong);
    }

    private void write(BigDecimal amount) {
        showing = true;
        text.setText(plain(amount));
        showing = false;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private void take(String typed) {
        if (showing) {
            return;
        }
        read(typed).ifPresentOrElse(value -> edit.set(field, value), () -> edit.setUnreadable(field));
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            event.consume();
            var step = event.getCode() == KeyCode.UP ? unit.step() : unit.step().negate();
            var now = unit.amount().apply(Objects.requireNonNull(edit.get(field)));
            var next = now.add(step).max(BigDecimal.ZERO);
            text.setText(plain(next));
            text.end();
        }
    }

    private Optional<T> read(String typed) {
        var digits = typed.strip().replace(',', '.');
        return digits.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")
                ? unit.value().apply(new BigDecimal(digits))
                : Optional.empty();
    }
}
