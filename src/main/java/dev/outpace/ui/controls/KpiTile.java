package dev.outpace.ui.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A figure with its name: name, value and what it is of, a line below, and a sparkline once it has values. Style classes:
 * {@code plain} without a border, {@code compact} with the smaller figure.
 */
public final class KpiTile extends HBox {

    private final Label name = label("kpi-name");
    private final Label value = label("kpi-value");
    private final Label suffix = label("kpi-suffix");
    private final Label foot = label("kpi-foot");
    private final Sparkline sparkline = new Sparkline();

    public KpiTile() {
        getStyleClass().add("kpi-tile");
        setAlignment(Pos.CENTER_LEFT);
        var figure = new HBox(6, value, suffix);
        figure.setAlignment(Pos.BASELINE_LEFT);
        var lines = new VBox(name, figure, foot);
        HBox.setHgrow(lines, Priority.ALWAYS);
        sparkline.getStyleClass().add("quiet");
        sparkline.setVisible(false);
        sparkline.managedProperty().bind(sparkline.visibleProperty());
        getChildren().addAll(lines, sparkline);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty()
                .bind(Bindings.concat(
                        name.textProperty(),
                        " ",
                        value.textProperty(),
                        " ",
                        suffix.textProperty(),
                        " ",
                        foot.textProperty()));
    }

    public StringProperty nameProperty() {
        return name.textProperty();
    }

    public String getName() {
        return name.getText();
    }

    public void setName(String text) {
        name.setText(text);
    }

    public StringProperty valueProperty() {
        return value.textProperty();
    }

    public String getValue() {
        return value.getText();
    }

    public void setValue(String text) {
        value.setText(text);
    }

    /** Beside the value, smaller: "of 12". */
    public StringProperty suffixProperty() {
        return suffix.textProperty();
    }

    public String getSuffix() {
        return suffix.getText();
    }

    public void setSuffix(String text) {
        suffix.setText(text);
    }

    /** The line below; takes no room while it is empty. */
    public StringProperty footProperty() {
        return foot.textProperty();
    }

    public String getFoot() {
        return foot.getText();
    }

    public void setFoot(String text) {
        foot.setText(text);
    }

    public void setTone(Tone tone) {
        tone.dress(value);
    }

    public void setSparkline(double... values) {
        sparkline.setVisible(values.length > 1);
        sparkline.setValues(values);
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().map(text -> text != null && !text.isEmpty()));
        return label;
    }
}
