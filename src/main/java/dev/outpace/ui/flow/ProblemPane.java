package dev.outpace.ui.flow;

import dev.outpace.flow.FlowCheck;
import dev.outpace.model.Problem;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong with the flow, errors first, each in the order of the list; folded to its head when wanted. */
final class ProblemPane extends VBox {
    private static final double ROW_HEIGHT = 32;

    private final Texts texts;
    private final IconWord errors = new IconWord();
    private final IconWord warnings = new IconWord();
    private final Label none = new Label();
    private final Label saveOff = new Label();
    private final Button fold = new Button();
    private final ListView<Problem> list = new ListView<>();
    private IntFunction<String> types = _ -> "";
    private boolean open = true;
    private boolean ofText;

    /** @param goTo takes the index of an action; -1 for a place in the text */
    ProblemPane(Texts texts, IntConsumer goTo) {
        this.texts = texts;
        getStyleClass().add("problem-pane");
        var title = new Label(texts.get("problemPane.title"));
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        none.setText(texts.get("problemPane.none"));
        none.getStyleClass().add("muted");
        saveOff.setText(texts.get("problemPane.saveOff"));
        saveOff.getStyleClass().add("second-line");
        saveOff.setMinWidth(0);
        CutText.tell(saveOff);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (var shown : List.of(errors, warnings, none, saveOff)) {
            shown.managedProperty().bind(shown.visibleProperty());
        }
        errors.setMinWidth(USE_PREF_SIZE);
        warnings.setMinWidth(USE_PREF_SIZE);
        fold.getStyleClass().addAll("flat", "small", "icon-button");
        fold.setOnAction(_ -> setOpen(!open));
        var head = new HBox(10, title, errors, warnings, none, space, saveOff, fold);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("problem-head");
        list.setAccessibleText(texts.get("problemPane.title"));
        list.getStyleClass().add("problem-list");
        list.setFixedCellSize(ROW_HEIGHT);
        var words = new ProblemWords();
        list.setCellFactory(_ -> new ProblemLine(texts, words, index -> types.apply(index), () -> ofText, goTo));
        list.setOnKeyPressed(event -> {
            var problem = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && problem != null && (ofText || FlowCheck.indexOf(problem) >= 0)) {
                goTo.accept(FlowCheck.indexOf(problem));
                event.consume();
            }
        });
        list.managedProperty().bind(list.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        show(List.of(), _ -> "", false);
        setOpen(true);
    }

    /**
     * @param typeAt the type of the action at an index
     * @param inText they are of the text that stands for the flow
     */
    void show(List<Problem> found, IntFunction<String> typeAt, boolean inText) {
        types = typeAt;
        ofText = inText;
        var problems =
                found.stream().sorted(Comparator.comparing(Problem::severity)).toList();
        if (!problems.equals(list.getItems())) {
            list.getItems().setAll(problems);
        } else {
            list.refresh();
        }
        int wrong = (int) problems.stream().filter(Problem::isError).count();
        int odd = problems.size() - wrong;
        errors.show(Looks.of(Severity.ERROR), texts.get("problemPane.errors", wrong));
        warnings.show(Looks.of(Severity.WARNING), texts.get("problemPane.warnings", odd));
        errors.setVisible(wrong > 0);
        warnings.setVisible(odd > 0);
        none.setVisible(problems.isEmpty());
        saveOff.setVisible(wrong > 0);
        fold.setVisible(!problems.isEmpty());
        list.setVisible(open && !problems.isEmpty());
    }

    private void setOpen(boolean nowOpen) {
        open = nowOpen;
        list.setVisible(open && !list.getItems().isEmpty());
        fold.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
        fold.setAccessibleText(texts.get(open ? "problemPane.fold" : "problemPane.unfold"));
    }
}
