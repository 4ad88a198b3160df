package dev.outpace.ui.targets;

import dev.outpace.model.ColumnUse;
import dev.outpace.model.Duplicates;
import dev.outpace.model.Problem;
import dev.outpace.ui.live.Job;
import dev.outpace.ui.live.Tasks;
import dev.outpace.workspace.ColumnSuggestion;
import dev.outpace.workspace.ImportForecast;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.TargetFile;
import dev.outpace.workspace.TargetFile.Written;
import dev.outpace.workspace.TargetImport;
import dev.outpace.workspace.TargetImport.Checked;
import dev.outpace.workspace.TargetImport.Outcome;
import dev.outpace.workspace.TargetImport.RejectedRow;
import dev.outpace.workspace.TargetImports;
import dev.outpace.workspace.TargetImports.Choices;
import dev.outpace.workspace.TargetImports.PreviewRow;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * An import into one list, from the choice of a file to its end. It outlives the screen that shows it: an import goes on
 * when its user looks elsewhere.
 */
final class ImportModel {

    /** What a person sees of it. */
    sealed interface Stage {
        /** @param problem of a file that can't be used; empty for none */
        record Choosing(String problem) implements Stage {}

        record Looking() implements Stage {}

        record Mapping(TargetFile file) implements Stage {}

        /** All rows are read and counted; nothing is stored. */
        record Checking(long rows, long total, boolean cancelling) implements Stage {}

        record Checked(ImportForecast forecast) implements Stage {}

        /**
         * @param joining the file is read, and its targets join the list; it can't be cancelled any more
         * @param perSecond 0 while that can't be told
         */
        record Importing(boolean joining, long rows, long total, long perSecond, boolean cancelling) implements Stage {}

        /**
         * @param updated those that took what rows say of them
         * @param left as they are, since they were in a call or gone
         */
        record Added(long targets, long updated, long left) implements Stage {}

        record Failed(String reason) implements Stage {}

        record Cancelled() implements Stage {}
    }

    private static final long MILLIS = 1_000;

    private final UUID outdialId;
    private final TargetImports imports;
    private final Tasks tasks;
    private final Clock clock;
    private final Runnable ended;
    private final ProblemWords words = new ProblemWords();
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(this, "stage", new Stage.Choosing(""));
    private final ReadOnlyObjectWrapper<@Nullable TargetFile> file = new ReadOnlyObjectWrapper<>(this, "file");
    private final ObjectProperty<List<ColumnUse>> uses = new SimpleObjectProperty<>(this, "uses", List.of());
    private final StringProperty region = new SimpleStringProperty(this, "region", "");
    private final BooleanProperty countryForm = new SimpleBooleanProperty(this, "countryForm", true);
    private final ObjectProperty<Duplicates> duplicates =
            new SimpleObjectProperty<>(this, "duplicates", Duplicates.SKIP);
    private final BooleanProperty allLists = new SimpleBooleanProperty(this, "allLists", false);
    private final BooleanProperty skipListed = new SimpleBooleanProperty(this, "skipListed", true);
    private List<ColumnSuggestion> suggestions = List.of();
    private @Nullable ImportForecast forecast;
    private @Nullable TargetImport running;
    private @Nullable Job<?> job;
    private long begunAt;
    private long joiningAt;

    /** @param ended runs when an import has ended, however */
    ImportModel(UUID outdialId, TargetImports imports, Tasks tasks, Clock clock, Runnable ended) {
        this.outdialId = outdialId;
        this.imports = imports;
        this.tasks = tasks;
        this.clock = clock;
        this.ended = ended;
        region.set(imports.lastRegion());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    Stage stage() {
        return stage.get();
    }

    boolean isRunning() {
        return stage() instanceof Stage.Importing;
    }

    /** Whether rows are read, to be counted or to come in. */
    boolean isReading() {
        return isRunning() || stage() instanceof Stage.Checking;
    }

    /** Not while one is looked at, is counted, or comes in. */
    boolean takesFiles() {
        return !isReading() && !(stage() instanceof Stage.Looking);
    }

    ReadOnlyObjectProperty<@Nullable TargetFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    @Nullable
    TargetFile file() {
        return file.get();
    }

    /** Where each column of the file goes. */
    ObjectProperty<List<ColumnUse>> usesProperty() {
        return uses;
    }

    StringProperty regionProperty() {
        return region;
    }

    BooleanProperty countryFormProperty() {
        return countryForm;
    }

    /** What becomes of rows whose first number is there already. */
    ObjectProperty<Duplicates> duplicatesProperty() {
        return duplicates;
    }

    /** Whether a number is there already where any list has it. */
    BooleanProperty allListsProperty() {
        return allLists;
    }

    /** Whether rows of people on do-not-call lists stay out. */
    BooleanProperty skipListedProperty() {
        return skipListed;
    }

    /** What spoke for the place of each column when the file was looked at. */
    List<ColumnSuggestion> suggestions() {
        return suggestions;
    }

    /** What the last check of this file counted; null where there was none since its mapping changed. */
    @Nullable
    ImportForecast forecast() {
        return forecast;
    }

    /** The first rows as they would come in; empty while they can't. */
    List<PreviewRow> preview() {
        var looked = file();
        return looked == null || !problems().isEmpty() ? List.of() : imports.preview(looked, choices());
    }

    /** Looks at a file; it may take a while, for a big one. */
    void choose(Path path) {
        if (!takesFiles()) {
            return;
        }
        look(() -> imports.look(path));
    }

    /** Looks at a copied table as if it were a file. */
    void paste(String table) {
        if (takesFiles() && !table.isBlank()) {
            look(() -> imports.lookAtText(table));
        }
    }

    private void look(Supplier<TargetFile.Look> look) {
        forget();
        forecast = null;
        stage.set(new Stage.Looking());
        tasks.<Found>start(progress -> found(look.get()), this::looked, failure -> stage.set(new Stage.Choosing("")));
    }

    private record Found(TargetFile.Look look, List<ColumnSuggestion> suggestions) {}

    private Found found(TargetFile.Look look) {
        return new Found(
                look,
                look instanceof TargetFile.Look.Usable(var usable)
                        ? imports.suggestions(usable, imports.lastRegion())
                        : List.of());
    }

    /** Reads the file anew in another character set. */
    void read(Charset charset) {
        var looked = file();
        if (looked == null
                || !(stage() instanceof Stage.Mapping)
                || !(looked.written() instanceof Written.Text(var now, var _))
                || charset.equals(now)) {
            return;
        }
        tasks.<Found>start(progress -> found(imports.look(looked, charset)), this::looked, failure -> {});
    }

    /** Reads another sheet of the same workbook. */
    void read(String sheet) {
        var looked = file();
        if (looked == null
                || !(stage() instanceof Stage.Mapping)
                || !(looked.written() instanceof Written.Sheet(var now, var _))
                || sheet.equals(now)) {
            return;
        }
        tasks.<Found>start(progress -> found(imports.look(looked, sheet)), this::looked, failure -> {});
    }

    List<Charset> charsets() {
        return imports.charsets();
    }

    long costly() {
        return running == null ? 0 : running.costly();
    }

    private void looked(Found looked) {
        switch (looked.look()) {
            case TargetFile.Look.Usable(var found) -> {
                file.set(found);
                suggestions = looked.suggestions();
                uses.set(suggestions.stream().map(ColumnSuggestion::use).toList());
                stage.set(new Stage.Mapping(found));
            }
            case TargetFile.Look.Refused(var problem) -> stage.set(new Stage.Choosing(words.sentence(problem)));
        }
    }

    /** Why the file can't be imported this way; the place is the name of a column, or empty. */
    List<Problem> problems() {
        var looked = file();
        return looked == null ? List.of() : imports.check(looked, uses.get());
    }

    private Choices choices() {
        return new Choices(
                uses.get(), region.get(), countryForm.get(), duplicates.get(), allLists.get(), skipListed.get());
    }

    /** Counts what would come in; nothing happens while the mapping has problems. */
    void check() {
        var looked = file();
        if (looked == null || !(stage() instanceof Stage.Mapping) || !problems().isEmpty()) {
            return;
        }
        forget();
        var counting = imports.into(outdialId, looked, choices());
        running = counting;
        stage.set(new Stage.Checking(0, looked.rows(), false));
        var begun = tasks.<Checked>start(progress -> counting.check(watch(progress)), this::checked, failure -> {});
        job = begun;
        begun.doneProperty().subscribe(rows -> {
            if (stage() instanceof Stage.Checking now) {
                long total = begun.totalProperty().get();
                stage.set(new Stage.Checking(rows.longValue(), total == 0 ? now.total() : total, now.cancelling()));
            }
        });
        begun.stateProperty().subscribe(state -> {
            if (state == Job.State.CANCELLED || state == Job.State.FAILED) {
                job = null;
                stage.set(state == Job.State.CANCELLED ? new Stage.Mapping(looked) : new Stage.Failed(""));
            }
        });
    }

    private void checked(Checked checked) {
        if (!(stage() instanceof Stage.Checking)) {
            return;
        }
        job = null;
        switch (checked) {
            case Checked.Done(var counted) -> {
                forecast = counted;
                stage.set(new Stage.Checked(counted));
            }
            case Checked.Failed(var problem) -> stage.set(new Stage.Failed(words.sentence(problem)));
            case Checked.Cancelled() -> again();
        }
    }

    /** Begins; nothing happens while the mapping has problems. */
    void start() {
        var looked = file();
        if (looked == null || isReading() || !problems().isEmpty()) {
            return;
        }
        forget();
        var importing = imports.into(outdialId, looked, choices());
        running = importing;
        begunAt = clock.millis();
        joiningAt = 0;
        stage.set(new Stage.Importing(false, 0, looked.rows(), 0, false));
        var begun = tasks.<Outcome>start(progress -> importing.run(watch(progress)), outcome -> {}, failure -> {});
        job = begun;
        begun.doneProperty().subscribe(rows -> tellProgress(begun));
        begun.totalProperty().subscribe(total -> tellProgress(begun));
        begun.stateProperty().subscribe(state -> {
            if (state != Job.State.RUNNING) {
                end(importing, state == Job.State.CANCELLED);
            }
        });
    }

    private static TargetImport.Watch watch(Job.Progress progress) {
        return new TargetImport.Watch() {
            @Override
            public void at(long rows, long total) {
                progress.at(rows, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    private void tellProgress(Job<Outcome> told) {
        var importing = running;
        if (importing == null || !isRunning()) {
            return;
        }
        boolean joining = importing.joining();
        long rows = told.doneProperty().get();
        if (joining && joiningAt == 0) {
            joiningAt = clock.millis();
        }
        long millis = clock.millis() - (joining ? joiningAt : begunAt);
        long perSecond = millis < MILLIS ? 0 : rows * MILLIS / millis;
        boolean cancelling = stage() instanceof Stage.Importing now && now.cancelling() && !joining;
        stage.set(new Stage.Importing(joining, rows, told.totalProperty().get(), perSecond, cancelling));
    }

    /** A cancel that came too late is none: what counts is what became of the import. */
    private void end(TargetImport importing, boolean cancelled) {
        stage.set(
                switch (importing.outcome()) {
                    case Outcome.Added(var targets, var updated, var left) -> new Stage.Added(targets, updated, left);
                    case Outcome.Failed(var problem) -> new Stage.Failed(words.sentence(problem));
                    case Outcome.Cancelled() -> new Stage.Cancelled();
                    case null -> cancelled ? new Stage.Cancelled() : new Stage.Failed("");
                });
        job = null;
        ended.run();
    }

    void cancel() {
        if (stage() instanceof Stage.Importing now && !now.joining() && job != null) {
            job.cancel();
            stage.set(new Stage.Importing(false, now.rows(), now.total(), now.perSecond(), true));
        } else if (stage() instanceof Stage.Checking now && job != null) {
            job.cancel();
            stage.set(new Stage.Checking(now.rows(), now.total(), true));
        }
    }

    /** To the mapping of the same file; without one, to the choice of a file. */
    void again() {
        forget();
        forecast = null;
        var looked = file();
        stage.set(looked == null ? new Stage.Choosing("") : new Stage.Mapping(looked));
    }

    /** To the choice of another file. */
    void chooseAnother() {
        forget();
        forecast = null;
        file.set(null);
        stage.set(new Stage.Choosing(""));
    }

    long rejected() {
        return running == null ? 0 : running.rejected();
    }

    List<RejectedRow> firstRejected() {
        return running == null ? List.of() : running.firstRejected();
    }

    /** Writes all rejected rows to a file, beside the FX thread. */
    void saveRejected(Path to, Runnable done) {
        var importing = Objects.requireNonNull(running);
        tasks.<Path>start(
                progress -> {
                    importing.saveRejected(to);
                    return to;
                },
                saved -> done.run(),
                failure -> {});
    }

    /** Rejected rows of the last import are gone then. */
    void forget() {
        if (running != null && !isReading()) {
            running.discard();
            running = null;
        }
    }
}
