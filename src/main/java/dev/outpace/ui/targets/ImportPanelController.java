package dev.outpace.ui.targets;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.RegionPicker;
import dev.outpace.ui.targets.ImportModel.Stage;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TargetFile;
import dev.outpace.workspace.TargetFile.Written;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The panel beside a list: a file, where its columns go, how far its import is, and what was rejected. */
final class ImportPanelController {

    private final Texts texts;
    private final ImportModel model;
    private final Collection<String> regions;
    private final CsvFiles files;
    private final ToastLayer toasts;
    private final Runnable onClose;
    private final ImportProgress progress;
    private final ProblemWords words = new ProblemWords();
    private final List<ColumnRow> rows = new ArrayList<>();
    private int sample;
    private @Nullable TargetFile mapped;

    @FXML
    private VBox panel;

    @FXML
    private Label facts;

    @FXML
    private VBox dropZone;

    @FXML
    private Label dropError;

    @FXML
    private StackPane progressPlace;

    @FXML
    private VBox mapping;

    @FXML
    private Label sampleNumber;

    @FXML
    private Button sampleBefore;

    @FXML
    private Button sampleNext;

    @FXML
    private VBox columns;

    @FXML
    private StackPane regionPlace;

    @FXML
    private VBox charsetField;

    @FXML
    private ComboBox<Charset> charset;

    @FXML
    private VBox sheetField;

    @FXML
    private ComboBox<String> sheet;

    @FXML
    private IconWord doubt;

    @FXML
    private IconWord costly;

    @FXML
    private CheckBox skipDuplicates;

    @FXML
    private CheckBox countryForm;

    @FXML
    private IconWord mappingError;

    @FXML
    private VBox rejected;

    @FXML
    private Label rejectedCount;

    @FXML
    private VBox rejectedRows;

    @FXML
    private Label rejectedMore;

    @FXML
    private Node buttons;

    @FXML
    private Button start;

    ImportPanelController(
            Texts texts,
            ImportModel model,
            Collection<String> regions,
            CsvFiles files,
            ToastLayer toasts,
            Runnable onClose) {
        this.texts = texts;
        this.model = model;
        this.regions = regions;
        this.files = files;
        this.toasts = toasts;
        this.onClose = onClose;
        progress = new ImportProgress(texts, model, this::saveRejected);
    }

    @FXML
    void initialize() {
        progressPlace.getChildren().add(progress);
        var picker = new RegionPicker(texts, regions);
        picker.setAccessibleText(texts.get("import.region"));
        picker.setValue(model.regionProperty().get());
        picker.valueProperty()
                .subscribe((before, now) -> model.regionProperty().set(now == null ? RegionPicker.NONE : now));
        regionPlace.getChildren().add(picker);
        charset.getItems().setAll(model.charsets());
        charset.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.read(chosen);
            }
        });
        sheet.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.read(chosen);
            }
        });
        skipDuplicates.setSelected(model.skipDuplicatesProperty().get());
        countryForm.setSelected(model.countryFormProperty().get());
        skipDuplicates.selectedProperty().subscribe(model.skipDuplicatesProperty()::set);
        countryForm.selectedProperty().subscribe(model.countryFormProperty()::set);
    }

    /** Shows the import from now on; until the subscription ends, since the import may outlive the panel. */
    Subscription follow() {
        return Subscription.combine(
                model.stageProperty().subscribe(this::show),
                model.usesProperty().subscribe(uses -> tellProblems()));
    }

    private void show(Stage stage) {
        var file = model.file();
        boolean choosing = stage instanceof Stage.Choosing || stage instanceof Stage.Looking;
        facts.setText(file == null || choosing ? texts.get("import.hint") : facts(file));
        appear(dropZone, choosing);
        dropZone.setDisable(stage instanceof Stage.Looking);
        dropError.setText(stage instanceof Stage.Choosing(var problem) ? problem : "");
        appear(dropError, !dropError.getText().isEmpty());
        boolean ended =
                stage instanceof Stage.Added || stage instanceof Stage.Failed || stage instanceof Stage.Cancelled;
        appear(progressPlace, ended || model.isRunning());
        progress.show(stage);
        appear(mapping, stage instanceof Stage.Mapping || model.isRunning());
        mapping.setDisable(model.isRunning());
        appear(buttons, stage instanceof Stage.Mapping);
        if (file != null && !file.equals(mapped)) {
            map(file);
        }
        costly.clear();
        if (ended && model.costly() > 0) {
            costly.show(Looks.of(Severity.WARNING), texts.get("import.costly", model.costly()));
        }
        appear(costly, !costly.getText().isEmpty());
        showRejected();
    }

    private static void appear(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String facts(TargetFile file) {
        var name = String.valueOf(file.path().getFileName());
        return switch (file.written()) {
            case Written.Text(var characters, var delimiter) ->
                texts.get("import.facts", name, size(file.bytes()), delimiter(delimiter), characters.displayName());
            case Written.Sheet(var of, var _) -> texts.get("import.sheetFacts", name, size(file.bytes()), of);
        };
    }

    private String size(long bytes) {
        return bytes < 1_000_000
                ? texts.get("import.kilobytes", texts.number(Math.max(1, bytes / 1_000)))
                : texts.get("import.megabytes", String.format(java.util.Locale.ENGLISH, "%,.1f", bytes / 1e6));
    }

    private String delimiter(char delimiter) {
        return switch (delimiter) {
            case ',' -> texts.get("import.comma");
            case ';' -> texts.get("import.semicolon");
            case '\t' -> texts.get("import.tab");
            default -> texts.get("import.separatedBy", String.valueOf(delimiter));
        };
    }

    private void map(TargetFile file) {
        mapped = file;
        showWritten(file.written());
        doubt.clear();
        file.doubts().forEach(problem -> doubt.show(Looks.of(Severity.WARNING), words.sentence(problem)));
        appear(doubt, !doubt.getText().isEmpty());
        rows.clear();
        var uses = model.usesProperty().get();
        for (int i = 0; i < file.columns().size(); i++) {
            int column = i;
            rows.add(new ColumnRow(texts, file.columns().get(i), uses.get(i), use -> use(column, use)));
        }
        columns.getChildren().setAll(rows.stream().map(ColumnRow::node).toList());
        showSample(0);
        tellProblems();
    }

    private void showWritten(Written written) {
        appear(charsetField, written instanceof Written.Text);
        appear(sheetField, written instanceof Written.Sheet(var _, var sheets) && sheets.size() > 1);
        switch (written) {
            case Written.Text(var characters, var _) -> {
                if (!charset.getItems().contains(characters)) {
                    charset.getItems().add(characters);
                }
                charset.setValue(characters);
            }
            case Written.Sheet(var name, var sheets) -> {
                if (!sheet.getItems().equals(sheets)) {
                    sheet.getItems().setAll(sheets);
                }
                sheet.setValue(name);
            }
        }
    }

    private void use(int column, ColumnUse use) {
        var changed = new ArrayList<>(model.usesProperty().get());
        changed.set(column, use);
        model.usesProperty().set(List.copyOf(changed));
    }

    private void tellProblems() {
        var file = mapped;
        if (file == null) {
            return;
        }
        var problems = model.problems();
        rows.forEach(row -> row.setError(""));
        mappingError.clear();
        for (var problem : problems) {
            int column = file.columns().indexOf(problem.place());
            if (column >= 0 && column < rows.size()) {
                rows.get(column).setError(words.sentence(problem));
            } else {
                mappingError.show(Looks.of(Severity.ERROR), words.sentence(problem));
            }
        }
        appear(mappingError, !mappingError.getText().isEmpty());
        start.setDisable(!problems.isEmpty());
    }

    private void showSample(int number) {
        var samples = mapped == null ? List.<List<String>>of() : mapped.samples();
        sample = number;
        sampleNumber.setText(texts.get("import.sampleRow", number + 1));
        sampleBefore.setDisable(number == 0);
        sampleNext.setDisable(number >= samples.size() - 1);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).showSample(number < samples.size() ? samples.get(number).get(i) : "");
        }
    }

    private void showRejected() {
        long count = model.rejected();
        var first = model.firstRejected();
        appear(rejected, count > 0);
        rejectedCount.setText(texts.number(count));
        // Rows only come: those that are drawn stay as they are.
        if (rejectedRows.getChildren().size() > first.size()) {
            rejectedRows.getChildren().clear();
        }
        first.stream()
                .skip(rejectedRows.getChildren().size())
                .map(row -> ImportProgress.rejectedRow(texts, row))
                .forEach(rejectedRows.getChildren()::add);
        rejectedMore.setText(count > first.size() ? texts.get("import.rejectedMore", count - first.size()) : "");
        appear(rejectedMore, !rejectedMore.getText().isEmpty());
    }

    private void saveRejected() {
        var file = model.file();
        var name = file == null ? "" : String.valueOf(file.path().getFileName());
        files.place(panel.getScene().getWindow(), texts.get("import.rejectedName", name.replaceFirst("\\.[^.]*$", "")))
                .ifPresent(place -> model.saveRejected(
                        place,
                        () -> toasts.show(
                                ImportProgress.ADDED,
                                texts.get("import.rejectedSaved", String.valueOf(place.getFileName())))));
    }

    void choose() {
        files.choose(panel.getScene().getWindow()).ifPresent(model::choose);
    }

    @FXML
    void chooseFile() {
        choose();
    }

    @FXML
    void chooseAnother() {
        model.chooseAnother();
    }

    @FXML
    void startImport() {
        model.start();
    }

    @FXML
    void previousSample() {
        showSample(sample - 1);
    }

    @FXML
    void nextSample() {
        showSample(sample + 1);
    }

    @FXML
    void close() {
        onClose.run();
    }

    @FXML
    void dragOver(DragEvent event) {
        if (event.getDragboard().getFiles().size() == 1 && model.takesFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    @FXML
    void dropped(DragEvent event) {
        var dropped = event.getDragboard().getFiles();
        boolean one = dropped.size() == 1 && model.takesFiles();
        if (one) {
            model.choose(dropped.getFirst().toPath());
        }
        event.setDropCompleted(one);
        event.consume();
    }
}
