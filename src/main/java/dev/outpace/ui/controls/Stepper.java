package dev.outpace.ui.controls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A whole number with less and more at its sides. Arrow up and down step, page up and down step ten times as far; a typed
 * number counts on Enter or when the focus leaves, and what is no number in the range is put back.
 */
public final class Stepper extends HBox {

    private final IntegerProperty value = new SimpleIntegerProperty(this, "value");
    private final IntegerProperty minimum = new SimpleIntegerProperty(this, "minimum", 0);
    private final IntegerProperty maximum = new SimpleIntegerProperty(this, "maximum", Integer.MAX_VALUE);
    private final IntegerProperty step = new SimpleIntegerProperty(this, "step", 1);
    private final IntegerProperty decimals = new SimpleIntegerProperty();
    private final StringProperty unit = new SimpleStringProperty(this, "unit", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty lessText = new SimpleStringProperty(this, "lessText", "−");
    private final StringProperty moreText = new SimpleStringProperty(this, "moreText", "+");
    private final Button less = button(Feather.MINUS, "less");
    private final Button more = button(Feather.PLUS, "more");
    private final TextField field = new TextField();
    private boolean eager;
    private boolean writing;
    private boolean typing;
    /** What the field goes back to. */
    private int settled;

    public Stepper() {
        getStyleClass().add("stepper");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.getStyleClass().add("stepper-value");
        field.setAccessibleRole(AccessibleRole.SPINNER);
        field.accessibleTextProperty().bind(name);
        less.accessibleTextProperty().bind(lessText.map(text -> text + " " + name.get()));
        more.accessibleTextProperty().bind(moreText.map(text -> text + " " + name.get()));
        getChildren().addAll(less, field, more);

        less.setOnAction(event -> stepBy(-1));
        more.setOnAction(event -> stepBy(1));
        field.setOnAction(event -> takeTyped());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                takeTyped();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        less.disableProperty().bind(value.lessThanOrEqualTo(minimum));
        more.disableProperty().bind(value.greaterThanOrEqualTo(maximum));
        field.textProperty().subscribe((before, text) -> typed());
        value.subscribe(number -> {
            if (!typing) {
                write();
            }
        });
        unit.subscribe(words -> write());
        decimals.subscribe(number -> write());
    }

    public IntegerProperty valueProperty() {
        return value;
    }

    public int getValue() {
        return value.get();
    }

    public void setValue(int newValue) {
        value.set(newValue);
    }

    public int getMinimum() {
        return minimum.get();
    }

    public void setMinimum(int newMinimum) {
        minimum.set(newMinimum);
    }

    public int getMaximum() {
        return maximum.get();
    }

    public void setMaximum(int newMaximum) {
        maximum.set(newMaximum);
    }

    public int getStep() {
        return step.get();
    }

    public void setStep(int newStep) {
        step.set(newStep);
    }

    public int getDecimals() {
        return decimals.get();
    }

    /** Of the number as it is written; the value counts in the last of them: 31 is written 3.1 with one. */
    public void setDecimals(int number) {
        decimals.set(number);
    }

    /** Whether a number counts as it is typed, as in a form; otherwise with Enter or when the focus leaves. */
    public boolean isEager() {
        return eager;
    }

    public void setEager(boolean nowEager) {
        eager = nowEager;
    }

    /** Written after the number: "%". */
    public String getUnit() {
        return unit.get();
    }

    public void setUnit(String newUnit) {
        unit.set(newUnit);
    }

    /** What the number is, for screen readers. */
    public String getName() {
        return name.get();
    }

    public void setName(String newName) {
        name.set(newName);
    }

    /** The accessible name of the minus button, before the name of the number. */
    public void setLessText(String text) {
        lessText.set(text);
    }

    public String getLessText() {
        return lessText.get();
    }

    public void setMoreText(String text) {
        moreText.set(text);
    }

    public String getMoreText() {
        return moreText.get();
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> stepBy(1);
            case DOWN -> stepBy(-1);
            case PAGE_UP -> stepBy(10);
            case PAGE_DOWN -> stepBy(-10);
            case ESCAPE -> {
                if (field.getText().equals(words(settled))) {
                    return;
                }
                value.set(settled);
                write();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void stepBy(int steps) {
        long wanted = (long) value.get() + (long) steps * step.get();
        value.set(Math.clamp(wanted, minimum.get(), maximum.get()));
    }

    private void takeTyped() {
        value.set(read());
        write();
    }

    private void typed() {
        if (eager && !writing) {
            typing = true;
            value.set(read());
            typing = false;
        }
    }

    /** What is typed; where that is no number of the range, what was there before. */
    private int read() {
        var digits = field.getText().replaceAll("[^0-9.-]", "");
        try {
            int typed = new BigDecimal(digits)
                    .movePointRight(decimals.get())
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
            return typed >= minimum.get() && typed <= maximum.get() ? typed : settled;
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return settled;
        }
    }

    private void write() {
        settled = value.get();
        writing = true;
        field.setText(words(settled));
        writing = false;
    }

    private String words(int shown) {
        var number =
                String.format(Locale.ENGLISH, "%,." + decimals.get() + "f", BigDecimal.valueOf(shown, decimals.get()));
        return unit.get().isEmpty() ? number : number + "\u00a0" + unit.get();
    }

    private static Button button(Feather icon, String styleClass) {
        var button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add(styleClass);
        button.setFocusTraversable(false);
        return button;
    }
}
