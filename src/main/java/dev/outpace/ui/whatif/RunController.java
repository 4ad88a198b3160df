package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.whatif.WhatIfModel.Standing;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.kordamp.ikonli.feather.Feather;

/** Under the question: runs the simulation, tells how far it is, and what came of it. */
final class RunController {
    private static final double PERCENT = 100;
    private static final Look RAN = new Look(Tone.NEUTRAL, Symbol.of(Feather.CHECK));
    private static final Look CHANGED = new Look(Tone.WARNING, Symbol.of(Feather.ALERT_TRIANGLE));

    private final Texts texts;
    private final WhatIfModel model;
    private final Runnable focusWrong;

    @FXML
    private Node runPane;

    @FXML
    private Button run;

    @FXML
    private Node running;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressWords;

    @FXML
    private IconWord outcome;

    /** @param focusWrong leads to what is wrong in the question, if anything is */
    RunController(Texts texts, WhatIfModel model, Runnable focusWrong) {
        this.texts = texts;
        this.model = model;
        this.focusWrong = focusWrong;
    }

    @FXML
    void initialize() {
        progress.progressProperty().bind(model.progressProperty());
        model.progressProperty().subscribe(_ -> tellProgress());
        model.standingProperty().subscribe(this::stand);
        model.answerProperty().subscribe(_ -> tellOutcome());
        model.changedProperty().subscribe(_ -> tellOutcome());
    }

    private void stand(Standing standing) {
        boolean runs = standing == Standing.RUNNING;
        Visibility.set(runPane, model.hasQuestion());
        Visibility.set(run, !runs);
        Visibility.set(running, runs);
        tellOutcome();
    }

    private void tellProgress() {
        double part = model.progressProperty().get();
        progressWords.setText(part < 0 ? texts.get("whatif.firstPass") : texts.percent(Math.round(PERCENT * part)));
    }

    private void tellOutcome() {
        var answer = model.answer();
        Visibility.set(outcome, answer != null && model.standing() != Standing.RUNNING);
        run.setText(texts.get(answer == null ? "whatif.run" : "whatif.runAgain"));
        run.getStyleClass().remove("primary");
        if (answer == null) {
            run.getStyleClass().add("primary");
        } else if (model.changedProperty().get()) {
            outcome.show(CHANGED, texts.get("whatif.changed"));
        } else {
            outcome.show(
                    RAN,
                    texts.get(
                            "whatif.ran",
                            answer.runs(),
                            answer.hours(),
                            answer.took().toMillis() / 1_000.0));
        }
    }

    @FXML
    void run() {
        model.run();
        focusWrong.run();
    }

    @FXML
    void cancel() {
        model.cancel();
        run.requestFocus();
    }
}
