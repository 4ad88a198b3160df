package dev.outpace.ui.flow;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The flow as text, to be edited; one that is too long for that can only be read. */
final class FlowJsonView extends VBox {
    private static final Duration PAUSE = Duration.millis(300);
    private static final int LARGE = 1 << 20;
    private static final int MAX_LINES = 20_000;

    private final Texts texts;
    private final Consumer<String> edited;
    private final TextArea area = new TextArea();
    private final LongText longText;
    private final Label numbers = new Label();
    /** Behind the number of the line that is wrong. */
    private final Region band = new Region();

    private final Pane gutter = new Pane(band, numbers);
    private final IconWord note = new IconWord();
    private final IconWord error = new IconWord();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private int lines = -1;
    private int errorLine;
    private int errorAt = -1;
    private boolean showing;
    /** The text where it is too long to be edited. */
    private @Nullable String read;

    /** @param edited takes the text when nothing was typed for a moment, or at {@link #flush} */
    FlowJsonView(Texts texts, Consumer<String> edited) {
        this.texts = texts;
        this.edited = edited;
        getStyleClass().add("flow-json-view");
        longText = new LongText(texts.get("flowJson.name"));
        area.getStyleClass().add("flow-json");
        area.setAccessibleText(texts.get("flowJson.name"));
        numbers.getStyleClass().add("flow-json");
        gutter.getStyleClass().add("json-gutter");
        gutter.setMinWidth(USE_PREF_SIZE);
        band.setManaged(false);
        band.getStyleClass().add("json-error-line");
        var clip = new Rectangle();
        clip.widthProperty().bind(gutter.widthProperty());
        clip.heightProperty().bind(gutter.heightProperty());
        gutter.setClip(clip);
        gutter.setPrefHeight(0);
        numbers.heightProperty().subscribe(_ -> placeNumbers());
        for (var line : new IconWord[] {note, error}) {
            line.getStyleClass().add("json-note");
            line.managedProperty().bind(line.textProperty().isNotEmpty());
            line.visibleProperty().bind(line.managedProperty());
            line.setWrapText(true);
        }
        var both = new HBox(gutter, area, longText);
        HBox.setHgrow(area, Priority.ALWAYS);
        HBox.setHgrow(longText, Priority.ALWAYS);
        for (var part : List.of(area, longText, gutter)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        longText.setVisible(false);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(note, both, error);
        pause.setOnFinished(_ -> edited.accept(area.getText()));
        area.textProperty().subscribe(this::onText);
        area.scrollTopProperty().subscribe(_ -> placeNumbers());
        area.skinProperty().subscribe(_ -> placeNumbers());
    }

    private void onText(String text) {
        count(text);
        if (!showing) {
            pause.playFromStart();
        }
    }

    private void count(String text) {
        int now = 1 + (int) text.chars().filter(character -> character == '\n').count();
        if (now != lines) {
            lines = now;
            numbers.setText(IntStream.rangeClosed(1, Math.min(now, MAX_LINES))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining("\n")));
        }
    }

    /** The numbers lie beside their lines, however far the text is scrolled. */
    private void placeNumbers() {
        numbers.setTranslateY(-area.getScrollTop());
        band.setVisible(errorLine > 0 && errorLine <= lines);
        if (band.isVisible()) {
            double height = (numbers.getHeight() - numbers.snappedTopInset() - numbers.snappedBottomInset()) / lines;
            band.resizeRelocate(
                    0,
                    numbers.snappedTopInset() + (errorLine - 1) * height - area.getScrollTop(),
                    gutter.getWidth(),
                    height);
        }
    }

    /** Leaves caret and scrolling alone where the text is the same. */
    void show(String text) {
        if (!text.equals(text())) {
            pause.stop();
            read = text.length() > LARGE ? text : null;
            showing = true;
            area.setText(read == null ? text : "");
            showing = false;
            longText.show(read == null ? "" : text);
            showLong(read != null, text.length());
        }
    }

    private void showLong(boolean large, int length) {
        longText.setVisible(large);
        area.setVisible(!large);
        gutter.setVisible(!large);
        if (large) {
            note.show(
                    Looks.of(Severity.WARNING),
                    texts.get("flowJson.large", String.format(Locale.ENGLISH, "%.1f", length / 1e6)));
        } else {
            note.clear();
        }
    }

    /** Whether the text is too long to be edited. */
    boolean isReadOnly() {
        return read != null;
    }

    String text() {
        return read == null ? area.getText() : read;
    }

    /** Hands over at once what was typed and not yet told. */
    void flush() {
        if (pause.getStatus() == Animation.Status.RUNNING) {
            pause.stop();
            edited.accept(area.getText());
        }
    }

    /** @param line from 1, as column; 0 where it is not known */
    void showError(int line, int column, String sentence) {
        error.show(
                Looks.of(Severity.ERROR),
                line > 0
                        ? texts.get("flowJson.error", Integer.toString(line), Integer.toString(column), sentence)
                        : sentence);
        errorAt = line > 0 && read == null ? offset(line, column) : -1;
        errorLine = line;
        longText.mark(line - 1);
        placeNumbers();
    }

    void clearError() {
        error.clear();
        errorAt = -1;
        errorLine = 0;
        longText.mark(-1);
        placeNumbers();
    }

    /** Puts the caret where the error is. */
    void goToError() {
        if (read != null) {
            longText.goTo(Math.max(0, errorLine - 1));
            return;
        }
        area.requestFocus();
        if (errorAt >= 0) {
            area.positionCaret(errorAt);
        }
    }

    private int offset(int line, int column) {
        var text = area.getText();
        int start = 0;
        for (int passed = 1; passed < line; passed++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return Math.min(start + Math.max(0, column - 1), text.length());
    }
}
