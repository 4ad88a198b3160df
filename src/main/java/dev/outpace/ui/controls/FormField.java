package dev.outpace.ui.controls;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A row of a form: its label, what the value was before the edit, the control, and under it a hint or what is wrong. The
 * error is told by words, an icon and the pseudo-class {@code error} on the control, and read out with it.
 */
@DefaultProperty("content")
public final class FormField extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Label label = new Label();
    private final Label was = note("field-was");
    private final Label hint = note("field-hint");
    private final Label warning = note("field-warning");
    private final Label error = note("field-error");
    private final ObjectProperty<@Nullable Node> content = new SimpleObjectProperty<>(this, "content");

    public FormField() {
        getStyleClass().add("form-field");
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        was.setMinWidth(USE_PREF_SIZE);
        error.setGraphic(new FontIcon(Feather.ALERT_OCTAGON));
        Tone.DANGER.dress(error);
        warning.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        Tone.WARNING.dress(warning);
        CutText.tell(was);
        var head = new HBox(8, label, was);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.managedProperty()
                .bind(label.textProperty().isNotEmpty().or(was.textProperty().isNotEmpty()));
        head.visibleProperty().bind(head.managedProperty());
        getChildren().addAll(head, hint, warning, error);
        content.subscribe(this::replace);
        error.textProperty().subscribe(words -> tellError());
        warning.textProperty().subscribe(words -> tellError());
    }

    public StringProperty labelProperty() {
        return label.textProperty();
    }

    public String getLabel() {
        return label.getText();
    }

    public void setLabel(String text) {
        label.setText(text);
    }

    /** "was 100 %"; empty while the value is unchanged. */
    public StringProperty wasProperty() {
        return was.textProperty();
    }

    public String getWas() {
        return was.getText();
    }

    public void setWas(String text) {
        was.setText(text);
    }

    public StringProperty hintProperty() {
        return hint.textProperty();
    }

    public String getHint() {
        return hint.getText();
    }

    public void setHint(String text) {
        hint.setText(text);
    }

    /** What is odd about the value but does not keep it from being saved; empty for nothing. */
    public StringProperty warningProperty() {
        return warning.textProperty();
    }

    public String getWarning() {
        return warning.getText();
    }

    public void setWarning(String text) {
        warning.setText(text);
    }

    /** What is wrong with the value; empty for nothing. */
    public StringProperty errorProperty() {
        return error.textProperty();
    }

    public String getError() {
        return error.getText();
    }

    public void setError(String text) {
        error.setText(text);
    }

    public ObjectProperty<@Nullable Node> contentProperty() {
        return content;
    }

    public @Nullable Node getContent() {
        return content.get();
    }

    public void setContent(Node node) {
        content.set(node);
    }

    /** Puts the focus into the control, or into the first part of it that takes it. */
    public void focusContent() {
        var node = content.get();
        if (node != null) {
            FocusOrder.firstIn(node).ifPresent(Node::requestFocus);
        }
    }

    /** Hints and errors wrap at the width that label and control have. */
    @Override
    protected double computePrefWidth(double height) {
        return width(node -> node.prefWidth(-1));
    }

    @Override
    protected double computeMinWidth(double height) {
        return width(node -> node.minWidth(-1));
    }

    private double width(ToDoubleFunction<Node> of) {
        double widest = getManagedChildren().stream()
                .filter(child -> !List.of(hint, warning, error).contains(child))
                .mapToDouble(of)
                .max()
                .orElse(0);
        return snappedLeftInset() + snapSizeX(widest) + snappedRightInset();
    }

    private void replace(@Nullable Node before, @Nullable Node node) {
        if (before != null) {
            getChildren().remove(before);
            before.accessibleTextProperty().unbind();
        }
        if (node != null) {
            getChildren().add(1, node);
            VBox.setVgrow(node, Priority.SOMETIMES);
            label.setLabelFor(node);
            if (node.getAccessibleText() == null) {
                node.accessibleTextProperty().bind(label.textProperty());
            }
            tellError();
        }
    }

    private void tellError() {
        boolean wrong = error.getText() != null && !error.getText().isEmpty();
        pseudoClassStateChanged(ERROR, wrong);
        var node = content.get();
        if (node != null) {
            node.pseudoClassStateChanged(ERROR, wrong);
            node.setAccessibleHelp((wrong ? error : warning.isManaged() ? warning : hint).getText());
        }
    }

    private static Label note(String styleClass) {
        var note = new Label();
        note.getStyleClass().add(styleClass);
        note.setWrapText(!"field-was".equals(styleClass));
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.visibleProperty().bind(note.managedProperty());
        return note;
    }
}
