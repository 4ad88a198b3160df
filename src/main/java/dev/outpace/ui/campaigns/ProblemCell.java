package dev.outpace.ui.campaigns;

import dev.outpace.model.Problem;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.workspace.ProblemWords;
import java.util.function.UnaryOperator;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is wrong in a file, and where. */
final class ProblemCell extends ListCell<Problem> {
    private final ProblemWords words = new ProblemWords();
    private final UnaryOperator<String> shortened;
    private final IconWord sentence = new IconWord();
    private final Label place = new Label();
    private final VBox lines = new VBox(2, sentence, place);

    /** @param shortened the place as it is shown */
    ProblemCell(UnaryOperator<String> shortened) {
        this.shortened = shortened;
        getStyleClass().add("problem-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        place.getStyleClass().add("problem-place");
        for (var label : new Label[] {sentence, place}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
        super.updateItem(problem, empty);
        if (empty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        sentence.show(Looks.of(problem.severity()), words.sentence(problem));
        place.setText(shortened.apply(problem.place()));
        place.setManaged(!problem.place().isEmpty());
        setAccessibleText(words.line(problem));
        setGraphic(lines);
    }
}
