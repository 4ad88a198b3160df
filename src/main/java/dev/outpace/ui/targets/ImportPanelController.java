package dev.outpace.ui.targets;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.ChosenWords;
import dev.outpace.ui.controls.CutText;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.RegionPicker;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.targets.ImportModel.Stage;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.ImportForecast;
import dev.outpace.workspace.ImportForecast.RowFate;
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
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The page of an import in place of its list: a file, where its columns go and why, what a check counts, how far the import is,
 * and the rows that stay out.
 */
final class ImportPanelController {
    private static final int ROWS_SHOWN = 2;

    private final Texts texts;
    private final ImportModel model;
    private final Collection<String> regions;
    private final CsvFiles files;
    private final ToastLayer toasts;
    private final Runnable onClose;
    private final String list;
    private final ImportProgress progress;
    private final ImportSteps steps;
    private final ImportPreview preview;
    private final ImportForecastPane forecastPane;
    private final ProblemWords words = new ProblemWords();
    private final List<ColumnRow> rows = new ArrayList<>();
    private RowFate opened = RowFate.REJECTED;
    private @Nullable Drawn drawn;
    private @Nullable TargetFile mapped;

    @FXML
    private VBox panel;

    @FXML
    private Button back;

    @FXML
    private Button chooseFile;

    @FXML
    private Label title;

    @FXML
    private StackPane stepsPlace;

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
    private Label mappingNote;

    @FXML
    private VBox columns;

    @FXML
    private StackPane regionPlace;

    @FXML
    private Node charsetField;

    @FXML
    private ComboBox<Charset> charset;

    @FXML
    private Node sheetField;

    @FXML
    private ComboBox<String> sheet;

    @FXML
    private IconWord doubt;

    @FXML
    private IconWord costly;

    @FXML
    private StackPane previewPlace;

    @FXML
    private StackPane forecastPlace;

    @FXML
    private ComboBox<Duplicates> duplicates;

    @FXML
    private CheckBox allLists;

    @FXML
    private CheckBox skipListed;

    @FXML
    private CheckBox countryForm;

    @FXML
    private IconWord mappingError;

    @FXML
    private VBox rejected;

    @FXML
    private Label rejectedTitle;

    @FXML
    private Label rejectedCount;

    @FXML
    private Button download;

    @FXML
    private VBox rejectedRows;

    @FXML
    private Label rejectedMore;

    @FXML
    private Node buttons;

    @FXML
    private Button toColumns;

    @FXML
    private Button check;

    @FXML
    private Button start;

    ImportPanelController(
            Texts texts,
            String list,
            ImportModel model,
            Collection<String> regions,
            CsvFiles files,
            ToastLayer toasts,
            Runnable onClose) {
        this.texts = texts;
        this.list = list;
        this.model = model;
        this.regions = regions;
        this.files = files;
        this.toasts = toasts;
        this.onClose = onClose;
        progress = new ImportProgress(texts, model, this::saveRejected);
        steps = new ImportSteps(texts, model);
        preview = new ImportPreview(texts);
        forecastPane = new ImportForecastPane(texts, this::open);
    }

    @FXML
    void initialize() {
        title.setText(texts.get("import.into", list));
        CutText.tell(title);
        CutText.tell(facts);
        CutText.tell(mappingNote);
        stepsPlace.getChildren().add(steps);
        previewPlace.getChildren().add(preview);
        forecastPlace.getChildren().add(forecastPane);
        progressPlace.getChildren().add(progress);
        var picker = new RegionPicker(texts, regions);
        picker.setAccessibleText(texts.get("import.region"));
        picker.setValue(model.regionProperty().get());
        picker.valueProperty().subscribe((before, now) -> {
            model.regionProperty().set(now == null ? RegionPicker.NONE : now);
            showPreview();
        });
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
        duplicates.getItems().setAll(Duplicates.values());
        duplicates.setConverter(new ChosenWords<>(this::words));
        duplicates.setValue(model.duplicatesProperty().get());
        duplicates.valueProperty().subscribe(model.duplicatesProperty()::set);
        allLists.setSelected(model.allListsProperty().get());
        allLists.selectedProperty().subscribe(model.allListsProperty()::set);
        skipListed.setSelected(model.skipListedProperty().get());
        skipListed.selectedProperty().subscribe(model.skipListedProperty()::set);
        countryForm.setSelected(model.countryFormProperty().get());
        countryForm.selectedProperty().subscribe(now -> {
            model.countryFormProperty().set(now);
            showPreview();
        });
    }

    private String words(Duplicates choice) {
        return texts.get("import.duplicates." + choice.name());
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
        boolean maps = stage instanceof Stage.Mapping;
        steps.show(stage);
        appear(progressPlace, ended || model.isReading());
        progress.show(stage);
        appear(mapping, !choosing && file != null);
        mapping.setDisable(!maps);
        appear(buttons, maps || stage instanceof Stage.Checked);
        appear(check, maps);
        appear(toColumns, !maps);
        appear(start, !maps);
        var forecast = model.forecast();
        appear(forecastPlace, forecast != null && !choosing);
        if (stage instanceof Stage.Checked(var counted)) {
            opened = RowFate.REJECTED;
            forecastPane.show(counted);
            long comes = counted.counts().fresh() + counted.counts().updated();
            start.setText(texts.get("import.startWith", comes));
            start.setDisable(comes == 0);
        }
        if (file != null && !file.equals(mapped)) {
            map(file);
        }
        if (file != null) {
            int rows = Math.min(ROWS_SHOWN, file.samples().size());
            mappingNote.setText(texts.get(maps ? "import.firstRows" : "import.locked", rows));
        }
        showPreview();
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
                texts.get(
                        "import.facts",
                        name,
                        size(file.bytes()),
                        characters.displayName(),
                        delimiter(delimiter),
                        file.columns().size());
            case Written.Sheet(var of, var _) ->
                texts.get(
                        "import.sheetFacts",
                        name,
                        size(file.bytes()),
                        of,
                        file.columns().size());
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
            rows.add(new ColumnRow(
                    texts,
                    file.columns().get(i),
                    file.samples().stream()
                            .limit(ROWS_SHOWN)
                            .map(row -> row.get(column))
                            .toList(),
                    uses.get(i),
                    model.suggestions().get(i),
                    use -> use(column, use)));
        }
        columns.getChildren().setAll(rows.stream().map(ColumnRow::node).toList());
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
        check.setDisable(!problems.isEmpty());
        showPreview();
    }

    private void showPreview() {
        boolean shown =
                model.stage() instanceof Stage.Mapping && model.problems().isEmpty();
        appear(previewPlace, shown);
        if (shown) {
            preview.show(model.preview());
        }
    }

    private void open(RowFate fate) {
        opened = fate;
        showRejected();
    }

    /** After a check the rows of the fate that is open; without one, those that stayed out of the import. */
    private void showRejected() {
        var forecast = model.forecast();
        long count = forecast == null ? model.rejected() : ImportForecastPane.count(forecast.counts(), opened);
        appear(rejected, count > 0 && !(model.stage() instanceof Stage.Checking));
        rejectedTitle.setText(texts.get(
                opened == RowFate.REJECTED || forecast == null ? "import.rejectedRows" : "import.fate." + opened));
        rejectedCount.setText(texts.number(count));
        appear(download, model.rejected() > 0 && !model.isReading());
        int shown = forecast == null
                ? model.firstRejected().size()
                : forecast.firstRows().getOrDefault(opened, List.of()).size();
        // Told at each step of an import: what is drawn stays as it is.
        var now = new Drawn(forecast, opened, shown);
        if (!now.equals(drawn)) {
            drawn = now;
            rejectedRows.getChildren().setAll(leftOut(forecast));
        }
        rejectedMore.setText(count > shown ? texts.get("import.rejectedMore", count - shown) : "");
        appear(rejectedMore, !rejectedMore.getText().isEmpty());
    }

    private record Drawn(@Nullable ImportForecast forecast, RowFate fate, int rows) {}

    private List<LeftOutRow> leftOut(@Nullable ImportForecast forecast) {
        return forecast == null
                ? model.firstRejected().stream()
                        .map(row -> new LeftOutRow(texts, row.line(), row.reason(), ""))
                        .toList()
                : forecast.firstRows().getOrDefault(opened, List.of()).stream()
                        .map(row -> new LeftOutRow(texts, row.line(), row.reason(), row.inFile()))
                        .toList();
    }

    @FXML
    void saveRejected() {
        var file = model.file();
        var name = file == null ? "" : String.valueOf(file.path().getFileName());
        files.place(panel.getScene().getWindow(), texts.get("import.rejectedName", name.replaceFirst("\\.[^.]*$", "")))
                .ifPresent(place -> model.saveRejected(
                        place,
                        () -> toasts.show(
                                ImportProgress.ADDED,
                                texts.get("import.rejectedSaved", String.valueOf(place.getFileName())))));
    }

    /** So that keys reach the page from its first moment on. */
    void focus() {
        (model.stage() instanceof Stage.Choosing ? chooseFile : back).requestFocus();
    }

    void choose() {
        files.choose(panel.getScene().getWindow()).ifPresent(model::choose);
    }

    @FXML
    void chooseFile() {
        choose();
    }

    @FXML
    void startImport() {
        model.start();
    }

    @FXML
    void startCheck() {
        model.check();
    }

    @FXML
    void backToColumns() {
        model.again();
    }

    @FXML
    void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            model.paste(text);
        }
    }

    /** Where a file is asked for, a copied table may stand for one. */
    @FXML
    void keyPressed(KeyEvent event) {
        if (Shortcut.PASTE.matches(event) && model.stage() instanceof Stage.Choosing) {
            paste();
            event.consume();
        }
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
