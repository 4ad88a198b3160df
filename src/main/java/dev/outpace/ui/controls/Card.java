package dev.outpace.ui.controls;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A bordered surface with an optional head: title, what follows the title, and controls at the right end. Style class
 * {@code flush}: the content reaches the border, as tables do.
 */
@DefaultProperty("content")
public final class Card extends VBox {

    private final Label title = new Label();
    private final HBox afterTitle = new HBox(12);
    private final HBox actions = new HBox(8);
    private final HBox head = new HBox(12);
    private final VBox content = new VBox();

    public Card() {
        getStyleClass().add("card-box");
        setAccessibleRole(AccessibleRole.PARENT);
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        afterTitle.setAlignment(Pos.CENTER_LEFT);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(title, afterTitle, space, actions);
        content.getStyleClass().add("card-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        head.managedProperty().bind(title.textProperty().isNotEmpty());
        head.visibleProperty().bind(head.managedProperty());
        getChildren().addAll(head, content);
        accessibleTextProperty().bind(title.textProperty());
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

    /** Right behind the title: a count, a legend. */
    public ObservableList<Node> getAfterTitle() {
        return afterTitle.getChildren();
    }

    /** At the right end of the head. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }

    public ObservableList<Node> getContent() {
        return content.getChildren();
    }
}
