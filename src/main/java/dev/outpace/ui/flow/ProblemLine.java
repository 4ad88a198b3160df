package dev.outpace.ui.flow;

import dev.outpace.flow.FlowCheck;
import dev.outpace.model.Problem;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A problem, which action has it, and the way there. */
final class ProblemLine extends ListCell<Problem> {
    private final Texts texts;
    private final ProblemWords words;
    private final IntFunction<String> types;
    private final BooleanSupplier ofText;
    private final IconWord sentence = new IconWord();
    private final Label type = new Label();
    private final Hyperlink goTo = new Hyperlink();
    private final HBox line = new HBox(8, sentence, type, goTo);

    /**
     * @param types the type of the action at an index
     * @param ofText whether the problems are of the text, which can be gone to without an action
     */
    ProblemLine(Texts texts, ProblemWords words, IntFunction<String> types, BooleanSupplier ofText, IntConsumer goTo) {
        this.texts = texts;
        this.words = words;
        this.types = types;
        this.ofText = ofText;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        sentence.getStyleClass().add("problem-sentence");
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        type.getStyleClass().add("second-line");
        type.setMinWidth(Region.USE_PREF_SIZE);
        this.goTo.setText(texts.get("problemPane.goTo"));
        this.goTo.setMinWidth(Region.USE_PREF_SIZE);
        this.goTo.setFocusTraversable(false);
        this.goTo.setOnAction(_ -> goTo.accept(index(getItem())));
        line.setAlignment(Pos.CENTER_LEFT);
    }

    private static int index(@Nullable Problem problem) {
        return problem == null ? -1 : FlowCheck.indexOf(problem);
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
        super.updateItem(problem, empty);
        if (empty || problem == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        int at = FlowCheck.indexOf(problem);
        var said = words.sentence(problem);
        var of = at < 0 ? "" : types.apply(at);
        sentence.show(Looks.of(problem.severity()), said);
        type.setText(of);
        goTo.setVisible(at >= 0 || ofText.getAsBoolean());
        goTo.setAccessibleText(texts.get("problemPane.goToNamed", of, said));
        setTooltip(new Tooltip(problem.code()));
        setAccessibleText(of.isEmpty() ? said : of + ": " + said);
        setGraphic(line);
    }
}
