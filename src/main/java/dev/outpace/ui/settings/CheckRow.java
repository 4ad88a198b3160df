package dev.outpace.ui.settings;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.CheckLine;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the check: its state, and where something is to do, what, in which file, and the lines for it. */
final class CheckRow extends HBox {
    /** More characters than have room beside the title. */
    private static final int LONG = 70;

    private final Texts texts;

    /**
     * @param copy takes the lines to paste
     * @param accept takes the certificate that the exchange shows
     */
    CheckRow(Texts texts, CheckLine line, Consumer<String> copy, Consumer<String> accept) {
        this.texts = texts;
        getStyleClass().addAll("check-row", "check-" + line.state().name().toLowerCase(Locale.ROOT));
        setAccessibleRole(AccessibleRole.PARENT);
        var icon = look(line.state()).symbol().draw();
        look(line.state()).tone().dress(icon);
        var title = new Label(line.title());
        title.setMinWidth(Region.USE_PREF_SIZE);
        var detail = new Label(line.detail());
        detail.getStyleClass().add("second-line");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(texts.get("check.state." + line.state().name()) + ": " + line.title() + ". " + line.detail());
        getChildren().add(icon);
        if (line.state() == CheckLine.State.OK && line.detail().length() < LONG) {
            detail.getStyleClass().add("check-found");
            HBox.setHgrow(detail, Priority.ALWAYS);
            getChildren().addAll(title, detail);
            return;
        }
        if (line.state() != CheckLine.State.OK) {
            title.getStyleClass().add("check-title");
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var file = new Label(line.file());
        file.getStyleClass().add("second-line");
        file.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(new HBox(8, title, space, file), detail);
        words.getStyleClass().add("check-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!line.paste().isEmpty()) {
            words.getChildren().add(paste(line, copy));
        }
        if (!line.certificate().isEmpty()) {
            words.getChildren().add(accept(line.certificate(), accept));
        }
        getChildren().add(words);
    }

    static Look look(CheckLine.State state) {
        return switch (state) {
            case OK -> new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));
            case WARN -> Looks.of(Severity.WARNING);
            case FAIL -> Looks.of(Severity.ERROR);
        };
    }

    private StackPane paste(CheckLine line, Consumer<String> copy) {
        var lines = new Label(line.paste().stripTrailing());
        lines.getStyleClass().add("check-paste");
        lines.setWrapText(true);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        lines.setMaxWidth(Double.MAX_VALUE);
        var button = new Button(texts.get("check.copy"), new FontIcon(Feather.COPY));
        button.getStyleClass().add("small");
        button.setAccessibleText(texts.get("check.copy.for", line.file()));
        button.setOnAction(_ -> copy.accept(line.paste()));
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        var box = new StackPane(lines, button);
        box.getStyleClass().addAll("quiet-box", "check-box-of-lines");
        return box;
    }

    private HBox accept(String certificate, Consumer<String> accept) {
        var button = new Button(texts.get("check.accept"), new FontIcon(Feather.LOCK));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> accept.accept(certificate));
        return new HBox(button);
    }
}
