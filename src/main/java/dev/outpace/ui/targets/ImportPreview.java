package dev.outpace.ui.targets;

import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TargetImports.PreviewRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The first rows of a file as they would come in. */
final class ImportPreview extends VBox {
    private final Texts texts;
    private final ProblemWords words = new ProblemWords();

    ImportPreview(Texts texts) {
        this.texts = texts;
        getStyleClass().add("import-aside-part");
    }

    void show(List<PreviewRow> rows) {
        var title = new Label(texts.get("import.preview", rows.size()));
        title.getStyleClass().add("card-title");
        getChildren().setAll(title);
        rows.stream().map(this::row).forEach(getChildren()::add);
    }

    private Node row(PreviewRow row) {
        return switch (row) {
            case PreviewRow.Comes(var target) -> comes(target);
            case PreviewRow.Rejected(var reason) -> {
                var why = new IconWord(Looks.of(Severity.WARNING), words.line(reason));
                why.setWrapText(true);
                why.getStyleClass().addAll("small", "preview-row");
                why.setMinHeight(USE_PREF_SIZE);
                yield why;
            }
        };
    }

    private VBox comes(OutdialTarget target) {
        var name = new Label(target.name().isEmpty() ? texts.get("import.noName") : target.name());
        name.getStyleClass().add("strong");
        var numbers = new Label(target.destinations().stream()
                .flatMap(address -> Stream.ofNullable(address == null ? null : address.target()))
                .collect(Collectors.joining(", ")));
        numbers.getStyleClass().add("second-line");
        CutText.tell(name);
        CutText.tell(numbers);
        var both = new VBox(name, numbers);
        both.getStyleClass().add("preview-row");
        return both;
    }
}
