package dev.outpace.ui.settings;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.FormField;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.AsteriskConnection;
import dev.outpace.workspace.CheckLine;
import dev.outpace.workspace.CheckLine.State;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The check of a connection: its lines as they come, and what they come to. */
final class CheckController {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    private static final double CALL_WIDTH = 420;

    private final TelephonyScreen.Parts parts;
    private final Texts texts;
    private final Supplier<@Nullable AsteriskConnection> form;
    private final Consumer<String> accept;
    private final CheckProgress progress = new CheckProgress();
    private @Nullable AsteriskConnection shownForm;
    /** The number that is being called; empty for none. */
    private String calling = "";

    @FXML
    private Label checkTime;

    @FXML
    private Button checkButton;

    @FXML
    private HBox checkSummary;

    @FXML
    private IconWord toFix;

    @FXML
    private IconWord toLookAt;

    @FXML
    private IconWord fine;

    @FXML
    private Label verdict;

    @FXML
    private Label checkNote;

    @FXML
    private VBox checkLines;

    @FXML
    private IconWord checking;

    @FXML
    private Label callNote;

    @FXML
    private Button callButton;

    @FXML
    private VBox callLines;

    /**
     * @param form what is to be checked; null where it can't be, and then it says why
     * @param accept takes a certificate into the form
     */
    CheckController(TelephonyScreen.Parts parts, Supplier<@Nullable AsteriskConnection> form, Consumer<String> accept) {
        this.parts = parts;
        this.texts = parts.texts();
        this.form = form;
        this.accept = accept;
    }

    @FXML
    void initialize() {
        checking.show(new Look(Tone.NEUTRAL, Symbol.LOADER), texts.get("check.running"));
        show();
    }

    /** @param now as it stands in the form; null while it has errors */
    void formChanged(@Nullable AsteriskConnection now) {
        shownForm = now;
        show();
    }

    @FXML
    void check() {
        var connection = form.get();
        if (connection == null || progress.isRunning()) {
            return;
        }
        progress.begin(connection, parts.clock().instant());
        checkLines.getChildren().clear();
        callLines.getChildren().clear();
        show();
        var lines = new ConcurrentLinkedQueue<CheckLine>();
        parts.tasks()
                .start(
                        _ -> parts.source().check(connection, line -> {
                            lines.add(line);
                            parts.pulse().put(lines, () -> take(lines));
                        }),
                        _ -> end(lines),
                        _ -> end(lines));
    }

    private void take(Queue<CheckLine> lines) {
        for (var line = lines.poll(); line != null; line = lines.poll()) {
            progress.found(line);
            checkLines.getChildren().add(new CheckRow(texts, line, this::copy, accept));
        }
        show();
    }

    private void end(Queue<CheckLine> lines) {
        take(lines);
        progress.end(parts.clock().instant());
        show();
    }

    @FXML
    void askToCall() {
        var field = new FormField();
        var number = new TextField();
        field.setLabel(texts.get("check.call.number"));
        field.setHint(texts.get("check.call.hint"));
        field.setContent(number);
        var content = new VBox(field);
        content.getStyleClass().add("form");
        content.setPrefWidth(CALL_WIDTH);
        var dialog = new FormDialog(texts, parts.tasks(), parts.dialogs(), texts.get("check.call"), content);
        dialog.setSaveText(texts.get("check.call.do"));
        dialog.setSavable(false);
        number.textProperty().subscribe(typed -> dialog.setSavable(isNumber(dialed(typed))));
        dialog.setOnSave(() -> {
            dialog.close();
            call(dialed(number.getText()));
        });
        dialog.open(number);
    }

    /** Without what people write between digits. */
    private static String dialed(String typed) {
        return typed.replaceAll("[\\s().-]", "");
    }

    private static boolean isNumber(String text) {
        return text.matches("\\+?[0-9]{1,32}");
    }

    private void call(String number) {
        var connection = shownForm;
        if (connection == null || !calling.isEmpty()) {
            return;
        }
        calling = number;
        callLines.getChildren().clear();
        show();
        parts.tasks()
                .start(
                        _ -> parts.source().call(connection, number),
                        line -> {
                            callLines.getChildren().add(new CheckRow(texts, line, this::copy, accept));
                            endCall();
                        },
                        _ -> endCall());
    }

    private void endCall() {
        calling = "";
        show();
    }

    private void copy(String lines) {
        var content = new ClipboardContent();
        content.putString(lines);
        Clipboard.getSystemClipboard().setContent(content);
        parts.toasts().show(new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("check.copied"));
    }

    private void show() {
        boolean running = progress.isRunning();
        boolean outdated = !running && (shownForm == null ? !progress.isNone() : progress.isOutdated(shownForm));
        checkButton.setDisable(running);
        checkButton.setText(texts.get(progress.isNone() ? "check.now" : "check.again"));
        checkTime.setText(
                running || progress.isNone()
                        ? ""
                        : texts.get(
                                "check.time",
                                texts.time(progress.ended()),
                                progress.took().toMillis() / 1000.0));
        put(checkSummary, !progress.lines().isEmpty());
        count(toFix, Looks.of(Severity.ERROR), "check.toFix", State.FAIL);
        count(toLookAt, Looks.of(Severity.WARNING), "check.toLookAt", State.WARN);
        count(fine, CheckRow.look(State.OK), "check.fine", State.OK);
        verdict.setText(running ? "" : texts.get(progress.isPassed() ? "check.passed" : "check.failed"));
        checkNote.setText(texts.get(progress.isNone() ? "check.none" : "check.outdated"));
        put(checkNote, progress.isNone() || outdated);
        checkLines.pseudoClassStateChanged(OUTDATED, outdated);
        put(checking, running);
        boolean callable = progress.isPassed() && !outdated;
        callButton.setDisable(!callable || !calling.isEmpty());
        callNote.setText(
                calling.isEmpty()
                        ? texts.get(callable ? "check.call.can" : "check.call.when")
                        : texts.get("check.call.calling", calling));
    }

    private void count(IconWord word, Look look, String key, State state) {
        long count = progress.count(state);
        word.show(look, texts.get(key, count));
        put(word, count > 0);
    }

    static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
