package dev.outpace.ui.whatif;

import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.whatif.WhatIfModel.Standing;
import dev.outpace.whatif.WhatIfAnswer;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the answer advises, in words and in four figures, and its button. */
final class AdviceController {
    private static final Look APPLIED = new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));

    private final Texts texts;
    private final WhatIfModel model;
    private final WhatIfOrders orders;
    private final WhatIfWords words;

    @FXML
    private Label adviceTitle;

    @FXML
    private Label adviceDetail;

    @FXML
    private Button apply;

    @FXML
    private IconWord applied;

    @FXML
    private Pane figures;

    AdviceController(Texts texts, WhatIfModel model, WhatIfOrders orders) {
        this.texts = texts;
        this.model = model;
        this.orders = orders;
        words = new WhatIfWords(texts);
    }

    @FXML
    void initialize() {
        for (var name : List.of("utilisation", "abandon", "calls", "finish")) {
            figures.getChildren().add(new AnswerComparison(texts.get("whatif.figure." + name)));
        }
        figures.getChildren().getFirst().getStyleClass().add("first");
        model.answerProperty().subscribe(this::show);
        model.standingProperty().subscribe(_ -> tellApply());
    }

    private void show(@Nullable WhatIfAnswer answer) {
        tellApply();
        if (answer == null) {
            return;
        }
        adviceTitle.setText(words.title(answer));
        adviceDetail.setText(words.detail(answer));
        var shown = AdviceFigures.of(answer, texts).all();
        for (int i = 0; i < shown.size(); i++) {
            ((AnswerComparison) figures.getChildren().get(i)).show(shown.get(i));
        }
    }

    /** What is advised may be done meanwhile, by whomever. */
    void tellApply() {
        var wanted = model.applicable();
        var answer = model.answer();
        Visibility.set(apply, wanted.isPresent());
        apply.setDisable(model.standing() != Standing.READY || answer == null);
        wanted.ifPresent(advised -> apply.setText(texts.get("whatif.apply", words.setting(advised))));
        boolean done = answer != null
                && wanted.isEmpty()
                && answer.best().isPresent()
                && !answer.best().get().setting().equals(answer.question().current());
        Visibility.set(applied, done);
        if (done) {
            applied.show(APPLIED, texts.get("whatif.appliedAlready"));
        }
    }

    @FXML
    void apply() {
        var row = model.campaign();
        if (row != null) {
            model.applicable()
                    .ifPresent(advised -> orders.apply(
                            row, advised, Objects.requireNonNull(model.answer()).question()));
        }
    }
}
