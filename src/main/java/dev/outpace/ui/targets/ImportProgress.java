package dev.outpace.ui.targets;

import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.MeterBar;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.targets.ImportModel.Stage;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.util.StringJoiner;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The box that tells how far an import is, and then how it ended. */
final class ImportProgress extends VBox {

    static final Look ADDED = new Look(Tone.SUCCESS, Tone.DEFAULT, Symbol.of(Feather.CHECK_CIRCLE));
    private static final Look IMPORTING = new Look(Tone.ACCENT, Tone.DEFAULT, Symbol.LOADER);
    static final Look FAILED = new Look(Tone.DANGER, Tone.DEFAULT, Symbol.of(Feather.ALERT_OCTAGON));
    private static final Look CANCELLED = new Look(Tone.NEUTRAL, Tone.DEFAULT, Symbol.of(Feather.SLASH));
    private static final Look REJECTED = new Look(Tone.WARNING, Tone.DEFAULT, Symbol.of(Feather.ALERT_TRIANGLE));

    private final Texts texts;
    private final ImportModel model;
    private final IconWord word = new IconWord();
    private final Label percent = new Label();
    private final MeterBar bar = new MeterBar();
    private final Label rows = new Label();
    private final Label pace = new Label();
    private final HBox numbers;
    private final Label detail = new Label();
    private final IconWord rejected = new IconWord();
    private final Hyperlink download = new Hyperlink();
    private final HBox rejectedLine;
    private final Button cancel = new Button();
    private final Button again = new Button();
    private final Button another = new Button();
    private final HBox endButtons;

    /** @param save writes the rejected rows to a file */
    ImportProgress(Texts texts, ImportModel model, Runnable save) {
        this.texts = texts;
        this.model = model;
        getStyleClass().addAll("quiet-box", "import-progress");
        word.getStyleClass().add("strong");
        percent.getStyleClass().add("strong");
        percent.setMinWidth(USE_PREF_SIZE);
        rows.setMinWidth(USE_PREF_SIZE);
        pace.getStyleClass().add("second-line");
        pace.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.get("import.progress"));
        numbers = new HBox(8, rows, gap(), pace);
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        rejected.setMinWidth(USE_PREF_SIZE);
        download.setText(texts.get("import.download"));
        download.setMinWidth(USE_PREF_SIZE);
        download.setOnAction(event -> save.run());
        button(cancel, "import.cancel", model::cancel);
        button(again, "import.backToMapping", model::again);
        button(another, "import.another", model::chooseAnother);
        rejectedLine = new HBox(8, rejected, download, gap(), cancel);
        rejectedLine.setAlignment(Pos.CENTER_LEFT);
        rejectedLine.getStyleClass().add("rejected-line");
        endButtons = new HBox(8, again, another);
        var head = new HBox(8, word, gap(), percent);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, bar, numbers, detail, rejectedLine, endButtons);
    }

    private void button(Button button, String key, Runnable action) {
        button.setText(texts.get(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> action.run());
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    void show(Stage stage) {
        switch (stage) {
            case Stage.Importing importing -> show(importing);
            case Stage.Checking checking -> show(checking);
            case Stage.Added(var targets, var updated, var left) ->
                end(ADDED, "import.done", added(targets, updated, left));
            case Stage.Failed(var reason) ->
                end(FAILED, "import.failed", (reason + " " + texts.get("import.nothingAdded")).strip());
            case Stage.Cancelled() -> end(CANCELLED, "import.cancelled", texts.get("import.nothingAdded"));
            case Stage.Choosing _, Stage.Looking _, Stage.Mapping _, Stage.Checked _ -> {}
        }
        // A check tells them by fate once it is through.
        long count = stage instanceof Stage.Checking ? 0 : model.rejected();
        rejected.show(REJECTED, texts.get("import.rejected", count));
        boolean over = !model.isReading();
        appear(rejected, count > 0);
        appear(download, count > 0 && over);
        appear(rejectedLine, count > 0 || !over);
    }

    private String added(long targets, long updated, long left) {
        var words = new StringJoiner(" ").add(texts.get("import.added", targets));
        if (updated > 0) {
            words.add(texts.get("import.updated", updated));
        }
        if (left > 0) {
            words.add(texts.get("import.leftAsTheyAre", left));
        }
        return words.toString();
    }

    private void show(Stage.Checking now) {
        word.show(IMPORTING, texts.get("import.checking"));
        boolean known = now.total() > 0;
        percent.setText(known ? texts.percent(now.rows() * 100 / now.total()) : "");
        bar.setFraction(known ? (double) now.rows() / now.total() : 0);
        rows.setText(texts.get("import.rowsOf", now.rows(), now.total()));
        pace.setText("");
        running(true);
        cancel.setText(texts.get("import.cancelCheck"));
        cancel.setDisable(now.cancelling());
    }

    private void show(Stage.Importing now) {
        word.show(IMPORTING, texts.get(now.joining() ? "import.joining" : "import.importing"));
        boolean known = now.total() > 0;
        percent.setText(known ? texts.percent(now.rows() * 100 / now.total()) : "");
        bar.setFraction(known ? (double) now.rows() / now.total() : 0);
        rows.setText(texts.get("import.rowsOf", now.rows(), now.total()));
        pace.setText(now.perSecond() == 0 ? "" : pace(now));
        running(true);
        cancel.setText(texts.get("import.cancel"));
        cancel.setDisable(now.joining() || now.cancelling());
    }

    private String pace(Stage.Importing now) {
        long left = Math.max(1, (now.total() - now.rows()) / Math.max(1, now.perSecond()));
        return texts.get("import.pace", rounded(now.perSecond()), texts.span(Duration.ofSeconds(left)));
    }

    /** To two digits, so that the number can be read. */
    private static long rounded(long perSecond) {
        long unit = 1;
        while (perSecond / unit >= 100) {
            unit *= 10;
        }
        return perSecond / unit * unit;
    }

    private void end(Look look, String key, String words) {
        word.show(look, texts.get(key));
        percent.setText("");
        detail.setText(words);
        running(false);
        appear(again, !look.equals(ADDED) && model.file() != null);
    }

    private void running(boolean runs) {
        appear(bar, runs);
        appear(numbers, runs);
        appear(cancel, runs);
        appear(detail, !runs);
        appear(endButtons, !runs);
    }

    private static void appear(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
