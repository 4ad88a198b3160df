package dev.outpace.ui.campaign;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.RealStart;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks before real phones ring for a campaign for the first time. Start is off until the number of phones is typed; Return
 * cancels. Made for one use.
 */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class RealStartController {
    private final Texts texts;
    private final RealStart real;

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private Label explanation;

    @FXML
    private GridPane facts;

    @FXML
    private FormField typedField;

    @FXML
    private TextField typed;

    @FXML
    private Button cancel;

    @FXML
    private Button start;

    RealStartController(Texts texts, RealStart real) {
        this.texts = texts;
        this.real = real;
    }

    @FXML
    void initialize() {
        var number = Long.toString(real.mayRing());
        title.setText(texts.get("order.real.title", real.mayRing()));
        explanation.setText(
                real.isOfOne()
                        ? texts.get("order.real.text", real.campaign())
                        : texts.get("order.real.chain", real.campaign(), String.join(", ", real.ringing())));
        fact(texts.get("order.real.mayRing"), texts.number(real.mayRing()));
        var bar = real.targets();
        fact(texts.get("order.real.done"), texts.number(bar.doneSuccess() + bar.doneFailed()));
        fact(texts.get("order.real.notCallable"), texts.number(bar.notCallable()));
        fact(texts.get("order.real.all", real.list()), texts.number(bar.total()));
        var over = real.callerId().isEmpty() ? real.trunk() : real.trunk() + ", " + real.callerId();
        fact(texts.get("order.real.trunk"), over);
        fact(
                texts.get("order.real.lines"),
                texts.get(
                        "order.real.atMost",
                        real.lines().concurrentCalls(),
                        real.lines().callsPerSecond()));
        typedField.setLabel(texts.get("order.real.type", number));
        start.disableProperty()
                .bind(typed.textProperty().map(text -> !text.strip().equals(number)));
        root.setAccessibleText(title.getText() + " " + explanation.getText());
    }

    private void fact(String name, String value) {
        var nameLabel = new Label(name);
        var valueLabel = new Label(value);
        valueLabel.setMinWidth(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), nameLabel, valueLabel);
    }

    Parent load() {
        return new Views(texts).load(this);
    }

    /** True if real phones may ring; completes on the FX thread. */
    CompletionStage<Boolean> askIn(DialogLayer layer) {
        load();
        var answer = new CompletableFuture<Boolean>();
        start.setOnAction(event -> finish(layer, answer, true));
        cancel.setOnAction(event -> finish(layer, answer, false));
        layer.open(root, typed, () -> finish(layer, answer, false));
        return answer;
    }

    private void finish(DialogLayer layer, CompletableFuture<Boolean> answer, boolean confirmed) {
        layer.close(root);
        answer.complete(confirmed);
    }
}
