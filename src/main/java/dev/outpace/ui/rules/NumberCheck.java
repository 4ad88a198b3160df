package dev.outpace.ui.rules;

import dev.outpace.model.RuleSet;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.RuleChecks;
import dev.outpace.workspace.RuleDesk;
import dev.outpace.workspace.RuleDesk.Checked;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Why can't this number be called? Asked of the set as it is edited, a moment after the last change. */
final class NumberCheck extends VBox {
    private static final Duration PATIENCE = Duration.millis(250);

    private final Texts texts;
    private final RuleDesk desk;
    private final Tasks tasks;
    private final Clock clock;
    private final ProblemWords words = new ProblemWords();
    private final TextField number = new TextField();
    private final IconWord verdict = new IconWord();
    private final Label why = new Label();
    private final Label where = new Label();
    private final VBox lines = new VBox(6);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private @Nullable RuleSet rules;
    private int asked;

    NumberCheck(Texts texts, RuleDesk desk, Tasks tasks, Clock clock) {
        super(8);
        this.texts = texts;
        this.desk = desk;
        this.tasks = tasks;
        this.clock = clock;
        var title = new Label(texts.get("rules.check"));
        title.getStyleClass().add("card-title");
        number.setPromptText(texts.get("rules.check.number"));
        number.setAccessibleText(texts.get("rules.check"));
        verdict.setWrapText(true);
        verdict.managedProperty().bind(verdict.visibleProperty());
        for (var label : List.of(why, where)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        where.getStyleClass().add("second-line");
        getChildren().addAll(title, number, verdict, why, lines, where);
        number.textProperty().subscribe((_, _) -> soon());
        patience.setOnFinished(_ -> ask());
        clear();
    }

    void focusField() {
        number.requestFocus();
        number.selectAll();
    }

    void show(RuleSet now) {
        if (!now.equals(rules)) {
            rules = now;
            soon();
        }
    }

    void soon() {
        patience.playFromStart();
    }

    /** Asks nothing any more until it is shown again. */
    void rest() {
        patience.stop();
    }

    private void clear() {
        verdict.clear();
        verdict.setVisible(false);
        why.setText("");
        where.setText("");
        lines.getChildren().clear();
    }

    private void ask() {
        var set = rules;
        var typed = number.getText().strip();
        if (set == null || typed.isEmpty()) {
            clear();
            return;
        }
        int question = ++asked;
        var _ = tasks.start(
                _ -> desk.check(typed, set, clock.instant()),
                told -> {
                    if (question == asked) {
                        tell(told);
                    }
                },
                _ -> {});
    }

    private void tell(RuleDesk.Told told) {
        verdict.setVisible(true);
        switch (told) {
            case RuleDesk.Told.Refused(var problems) -> {
                clear();
                why.setText(problems.stream().map(words::sentence).collect(Collectors.joining(" ")));
            }
            case RuleDesk.Told.Known(var checked) -> tell(checked);
        }
    }

    private IconWord line(RuleChecks.Line line) {
        var told = new IconWord(
                line.ok()
                        ? new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK))
                        : new Look(Tone.DANGER, Symbol.of(Feather.X)),
                texts.get("rules.check.line." + line.rule().name(), line.detail()));
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        return told;
    }

    private void tell(Checked checked) {
        var until = checked.until();
        if (checked.callable()) {
            verdict.show(new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("rules.check.may"));
        } else if (until != null) {
            verdict.show(Looks.of(Severity.WARNING), texts.get("rules.check.notBefore", texts.dayMinute(until)));
        } else {
            verdict.show(Looks.of(Severity.ERROR), texts.get("rules.check.never"));
        }
        why.setText(checked.rule());
        lines.getChildren().setAll(checked.lines().stream().map(this::line).toList());
        where.setText(
                checked.zones().isEmpty()
                        ? texts.get("rules.check.noZone")
                        : checked.zones().stream().map(ZoneId::getId).collect(Collectors.joining(", ")));
    }
}
