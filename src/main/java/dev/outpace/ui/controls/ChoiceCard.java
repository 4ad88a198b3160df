package dev.outpace.ui.controls;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One of several choices as a card with a title and a sentence. Put it in a toggle group; arrow keys move between the cards. */
public final class ChoiceCard extends ToggleButton {

    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty detail = new SimpleStringProperty(this, "detail", "");
    private final HBox row = new HBox(10);

    public ChoiceCard() {
        getStyleClass().add("choice-card");
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        var dot = new Region();
        dot.getStyleClass().add("dot");
        var radio = new StackPane(dot);
        radio.getStyleClass().add("radio");
        var titleLabel = new Label();
        titleLabel.getStyleClass().add("choice-title");
        titleLabel.textProperty().bind(title);
        var detailLabel = new Label();
        detailLabel.getStyleClass().add("choice-detail");
        detailLabel.setWrapText(true);
        detailLabel.setMinHeight(Region.USE_PREF_SIZE);
        detailLabel.textProperty().bind(detail);
        var lines = new VBox(2, titleLabel, detailLabel);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row.getChildren().addAll(radio, lines);
        row.setMouseTransparent(true);
        insetsProperty()
                .subscribe(insets ->
                        row.prefWidthProperty().bind(widthProperty().subtract(insets.getLeft() + insets.getRight())));
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
        accessibleTextProperty().bind(title.concat(". ").concat(detail));
    }

    public StringProperty titleProperty() {
        return title;
    }

    public String getTitle() {
        return title.get();
    }

    public void setTitle(String text) {
        title.set(text);
    }

    public StringProperty detailProperty() {
        return detail;
    }

    public String getDetail() {
        return detail.get();
    }

    public void setDetail(String text) {
        detail.set(text);
    }

    /** As high as the wrapped sentence needs, which a labeled control does not ask its graphic. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        var insets = getInsets();
        double inner = width < 0 ? getPrefWidth() : width;
        return insets.getTop() + row.prefHeight(inner - insets.getLeft() - insets.getRight()) + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
