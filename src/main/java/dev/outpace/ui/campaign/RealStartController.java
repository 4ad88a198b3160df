package dev.outpace.ui.campaign;

import dev.outpace.model.Address;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.StackedBar;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.RealStart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks before real phones ring for a campaign for the first time. Start is off until the number of phones is typed; Return
 * cancels. Made for one use.
 */
@SuppressWarnings("NullAway.Init") // The loader sets the fields of the FXML.
final class RealStartController {
    private static final double SWATCH = 8;

    private final Texts texts;
    private final RealStart real;

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private Label explanation;

    @FXML
    private StackedBar bar;

    @FXML
    private VBox legend;

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

    @FXML
    private Button tryOne;

    RealStartController(Texts texts, RealStart real) {
        this.texts = texts;
        this.real = real;
    }

    /** What a person decides. */
    enum Choice {
        CANCEL,
        /** One number is called, and then it is asked again. */
        TRY,
        START
    }

    @FXML
    void initialize() {
        var number = Long.toString(real.mayRing());
        title.setText(texts.get("order.real.title", real.mayRing()));
        explanation.setText(explained());
        drawTargets();
        var over = real.callerId().isEmpty() ? real.trunk() : real.trunk() + ", " + shown(Address.tel(real.callerId()));
        fact(texts.get("order.real.trunk"), over);
        fact(
                texts.get("order.real.lines"),
                texts.get(
                        "order.real.atMost",
                        real.lines().concurrentCalls(),
                        real.lines().callsPerSecond()));
        if (!real.next().first().isEmpty()) {
            fact(texts.get("order.real.first"), firstNumbers());
        }
        tryOne.setDisable(real.next().first().isEmpty());
        typedField.setLabel(texts.get("order.real.type", number));
        start.disableProperty()
                .bind(typed.textProperty().map(text -> !text.strip().equals(number)));
        root.setAccessibleText(title.getText() + " " + explanation.getText() + " " + bar.getAccessibleText());
    }

    private String explained() {
        if (!real.isOfOne()) {
            return texts.get("order.real.chain", real.campaign(), String.join(", ", real.ringing()));
        }
        return real.queue().isEmpty()
                ? texts.get("order.real.text", real.campaign())
                : texts.get("order.real.queue", real.campaign(), real.queue());
    }

    /** Only what there is: a bar and a line of the legend for each. */
    private void drawTargets() {
        var targets = real.targets();
        var next = real.next();
        var later = next.laterFrom();
        var parts = new ArrayList<StackedBar.Part>();
        part(parts, "progressing", next.now(), texts.get("order.real.now"));
        part(parts, "later", next.later(), later == null ? "" : texts.get("order.real.later", texts.dayMinute(later)));
        part(parts, "ringing", targets.progressing(), texts.get("order.real.inCall"));
        part(parts, "offline", targets.doneSuccess() + targets.doneFailed(), texts.get("order.real.done"));
        part(parts, "not-callable", targets.notCallable(), texts.get("order.real.notCallable"));
        bar.setParts(parts);
        var all = new Label(texts.get("order.real.all", real.list()));
        all.getStyleClass().add("strong");
        legend.getChildren().add(line(new Region(), all, targets.total(), "real-total"));
    }

    private void part(List<StackedBar.Part> parts, String style, long count, String words) {
        if (count == 0) {
            return;
        }
        parts.add(new StackedBar.Part(style, count, words + ": " + texts.number(count)));
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        legend.getChildren().add(line(swatch, new Label(words), count, "real-part"));
    }

    private HBox line(Region mark, Label words, long count, String style) {
        mark.setMinWidth(SWATCH);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var number = new Label(texts.number(count));
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.getStyleClass().addAll(words.getStyleClass());
        var line = new HBox(8, mark, words, space, number);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(style);
        return line;
    }

    /** What all have in common is said once: "+1 212 555 0119, … 0138". */
    private String firstNumbers() {
        var numbers =
                real.next().first().stream().map(RealStartController::shown).toList();
        var first = numbers.getFirst();
        int same = Math.max(0, first.lastIndexOf(' ') + 1);
        return numbers.stream()
                .map(number -> number.equals(first) || !number.startsWith(first.substring(0, same)) || same == 0
                        ? number
                        : "… " + number.substring(same))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Address number) {
        return PhoneNumbers.show(number);
    }

    private void fact(String name, String value) {
        var nameLabel = new Label(name);
        nameLabel.getStyleClass().add("muted");
        var valueLabel = new Label(value);
        valueLabel.setMinWidth(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), nameLabel, valueLabel);
    }

    Parent load() {
        return new Views(texts).load(this);
    }

    /** What was decided; completes on the FX thread. */
    CompletionStage<Choice> askIn(DialogLayer layer) {
        load();
        var answer = new CompletableFuture<Choice>();
        start.setOnAction(event -> finish(layer, answer, Choice.START));
        tryOne.setOnAction(event -> finish(layer, answer, Choice.TRY));
        cancel.setOnAction(event -> finish(layer, answer, Choice.CANCEL));
        layer.open(root, typed, () -> finish(layer, answer, Choice.CANCEL));
        return answer;
    }

    private void finish(DialogLayer layer, CompletableFuture<Choice> answer, Choice choice) {
        layer.close(root);
        answer.complete(choice);
    }
}
