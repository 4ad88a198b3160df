package dev.outpace.ui.calls;

import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Explanation;
import dev.outpace.workspace.ProblemWords;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** What led to a call, line by line around the decision to place it. */
final class ExplanationLines {
    private final Texts texts;
    private final CallWords words;
    private final ProblemWords problems = new ProblemWords();

    ExplanationLines(Texts texts, CallWords words) {
        this.texts = texts;
        this.words = words;
    }

    List<? extends Node> of(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Untold(var problem) -> List.of(sentence(problems.line(problem)));
            case Explanation.Told(var lines) -> {
                var decided = lines.stream()
                        .filter(line -> line.part() == Explanation.Part.DECISION)
                        .map(Explanation.Line::at)
                        .findFirst()
                        .orElse(lines.getFirst().at());
                // What came of it stands below, in the timeline of the call.
                yield lines.stream()
                        .filter(line -> line.part() != Explanation.Part.CALL)
                        .map(line -> row(line, decided))
                        .toList();
            }
        };
    }

    Node reading() {
        return sentence(texts.get("calls.why.reading"));
    }

    private static Label sentence(String text) {
        var label = new Label(text);
        label.getStyleClass().add("second-line");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private StepRow row(Explanation.Line line, Instant decided) {
        var offset = line.at().isBefore(decided)
                ? "\u2212" + words.lasting(line.at(), decided)
                : "+" + words.lasting(decided, line.at());
        return switch (line.part()) {
            case HELD -> row(line, offset, look(Tone.WARNING, Feather.PAUSE), texts.get("calls.why.held"));
            case DECISION -> row(line, offset, look(Tone.ACCENT, Feather.ZAP), texts.get("calls.why.decision"));
            case BEFORE, CALL ->
                new StepRow(texts.time(line.at()), offset, look(Tone.NEUTRAL, Feather.CHEVRON_UP), line.sentence(), "");
        };
    }

    private StepRow row(Explanation.Line line, String offset, Look look, String title) {
        return new StepRow(texts.time(line.at()), offset, look, title, line.sentence());
    }

    private static Look look(Tone tone, Feather icon) {
        return new Look(tone, Symbol.of(icon));
    }
}
