package dev.outpace.ui.flow;

import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.stream.Collectors;

/** What a card shows, and what a screen reader says of the canvas. */
final class CanvasReading {
    private final FlowEditor editor;
    private final FlowWords words;
    private final Texts texts;
    private final ProblemWords problems = new ProblemWords();

    CanvasReading(FlowEditor editor, FlowWords words, Texts texts) {
        this.editor = editor;
        this.words = words;
        this.texts = texts;
    }

    CardNode.Look look(FlowDocument document, CanvasState state, int index) {
        var card = document.cards().get(index);
        int calls = state.callsAt(document, index);
        boolean isDrop = switch (state.drop) {
            case FlowHit.Card(var over) -> over == index;
            case FlowHit.OutPort(var over) -> over == index;
            default -> false;
        };
        return new CardNode.Look(
                FlowWords.icon(card.action()),
                card.action().type(),
                words.summary(document, index),
                calls == 0 ? "" : texts.get("flowCanvas.calls", calls),
                editor.severity(index),
                editor.isSelected(card.key()),
                isDrop,
                state.isLit(index),
                state.isCurrent(index),
                state.isLighting() && !state.isLit(index));
    }

    String words() {
        var document = editor.document();
        int index = editor.selectedIndex();
        if (document.isEmpty()) {
            return texts.get("flowCanvas.reading.empty");
        }
        if (index < 0) {
            return texts.get("flowCanvas.reading", document.size());
        }
        if (editor.selection().size() > 1) {
            return texts.get("flowCanvas.reading.many", editor.selection().size());
        }
        var said = texts.get(
                "flowCanvas.reading.card",
                document.actions().get(index).type(),
                index + 1,
                document.size(),
                words.summary(document, index));
        var wrong = editor.problemsOf(index).stream().map(problems::sentence).collect(Collectors.joining(" "));
        return wrong.isEmpty() ? said : said + ". " + wrong;
    }
}
