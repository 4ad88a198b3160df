package dev.outpace.ui.controls;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The field over a list that says what to show; Escape or the cross empties it. */
public final class FilterField extends HBox {

    private final TextField field = new TextField();
    private final Button clear = new Button();

    public FilterField() {
        getStyleClass().addAll("field", "filter-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        clear.setGraphic(new FontIcon(Feather.X));
        clear.getStyleClass().addAll("flat", "icon-button");
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        // Without its place the prompt has more room.
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> {
            field.clear();
            field.requestFocus();
        });
        field.accessibleTextProperty().bind(field.promptTextProperty());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        getChildren().addAll(new FontIcon(Feather.SEARCH), field, clear);
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public String getText() {
        return field.getText();
    }

    public void setText(String text) {
        field.setText(text);
    }

    /** What is looked for: "Name or number". */
    public String getPrompt() {
        return field.getPromptText();
    }

    public void setPrompt(String text) {
        field.setPromptText(text);
    }

    /** The accessible name of the cross. */
    public String getClearText() {
        return clear.getAccessibleText();
    }

    public void setClearText(String text) {
        clear.setAccessibleText(text);
    }

    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /** For text that was put in while somebody types on. */
    public void caretToEnd() {
        field.end();
    }
}
