package dev.outpace.ui.controls;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands where a list has nothing to show: icon, what is missing, what to do, and the buttons that do it. */
@DefaultProperty("actions")
public final class EmptyState extends VBox {

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox actions = new HBox(8);

    public EmptyState() {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("card-title");
        detail.getStyleClass().add("second-line");
        detail.setWrapText(true);
        detail.setTextAlignment(TextAlignment.CENTER);
        detail.managedProperty().bind(detail.textProperty().isNotEmpty());
        actions.setAlignment(Pos.CENTER);
        actions.getStyleClass().add("empty-actions");
        getChildren().addAll(icon, title, detail, actions);
    }

    /** Ikonli's literal: {@code fth-layers}. */
    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public StringProperty detailProperty() {
        return detail.textProperty();
    }

    public String getDetail() {
        return detail.getText();
    }

    public void setDetail(String text) {
        detail.setText(text);
    }

    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}
