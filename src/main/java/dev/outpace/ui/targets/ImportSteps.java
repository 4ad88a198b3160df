package dev.outpace.ui.targets;

import dev.outpace.ui.targets.ImportModel.Stage;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** File, columns, check, import: where an import stands, and the way back to a step that was made. */
final class ImportSteps extends HBox {
    private static final List<String> NAMES = List.of("file", "columns", "check", "import");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass MADE = PseudoClass.getPseudoClass("made");

    private final Texts texts;
    private final List<Button> steps = new ArrayList<>();

    ImportSteps(Texts texts, ImportModel model) {
        this.texts = texts;
        getStyleClass().add("import-steps");
        List<Runnable> ways = List.of(model::chooseAnother, model::again, () -> {}, () -> {});
        for (int i = 0; i < NAMES.size(); i++) {
            if (i > 0) {
                var line = new Region();
                line.getStyleClass().add("step-between");
                getChildren().add(line);
            }
            var step = new Button(texts.get("import.step." + NAMES.get(i)));
            step.getStyleClass().addAll("flat", "import-step");
            step.setMinWidth(USE_PREF_SIZE);
            var way = ways.get(i);
            step.setOnAction(event -> way.run());
            steps.add(step);
            getChildren().add(step);
        }
    }

    void show(Stage stage) {
        boolean ended = stage instanceof Stage.Added;
        int now = switch (stage) {
            case Stage.Choosing _, Stage.Looking _ -> 0;
            case Stage.Mapping _ -> 1;
            case Stage.Checking _, Stage.Checked _ -> 2;
            case Stage.Importing _, Stage.Added _, Stage.Failed _, Stage.Cancelled _ -> 3;
        };
        boolean reading = stage instanceof Stage.Checking || stage instanceof Stage.Importing;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            boolean made = i < now || ended;
            step.setGraphic(mark(i, made));
            step.pseudoClassStateChanged(CURRENT, i == now && !made);
            step.pseudoClassStateChanged(MADE, made);
            boolean leadsBack = i < Math.min(now, 2) && !reading && !(ended && i == 1);
            step.setMouseTransparent(!leadsBack);
            step.setFocusTraversable(leadsBack);
            step.setAccessibleText(texts.get(
                    made ? "import.step.made" : i == now ? "import.step.current" : "import.step.later",
                    i + 1,
                    step.getText()));
        }
    }

    private Label mark(int index, boolean made) {
        var mark = new Label(made ? "" : texts.number(index + 1L));
        if (made) {
            mark.setGraphic(new FontIcon(Feather.CHECK));
        }
        mark.getStyleClass().add("step-mark");
        return mark;
    }
}
