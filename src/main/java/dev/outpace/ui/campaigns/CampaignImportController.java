package dev.outpace.ui.campaigns;

import dev.outpace.model.Problem;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.forms.FormDialog;
import dev.outpace.ui.live.Job;
import dev.outpace.ui.live.JobWatch;
import dev.outpace.ui.shell.Views;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.FileContents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Brings files into the workspace: they are read and checked as soon as they are chosen, what is wrong or odd is listed by
 * file and field, and all of them come in or none.
 */
final class CampaignImportController {
    private final CampaignsScreen.Parts parts;
    private final CampaignActions actions;
    private List<Path> paths = List.of();
    private @Nullable FileContents contents;
    private @Nullable Job<?> job;
    private @Nullable FormDialog form;
    private boolean closed;

    @FXML
    private Button choose;

    @FXML
    private Label files;

    @FXML
    private CheckBox replace;

    @FXML
    private HBox progressLine;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressWords;

    @FXML
    private Label summary;

    @FXML
    private ListView<Problem> problems;

    CampaignImportController(CampaignsScreen.Parts parts, CampaignActions actions) {
        this.parts = parts;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        problems.setCellFactory(list -> new ProblemCell(this::shortened));
        replace.selectedProperty().subscribe((was, is) -> check());
        show(List.of(), "");
        show(progressLine, false);
        choose.disableProperty().bind(progressLine.visibleProperty());
        replace.disableProperty().bind(progressLine.visibleProperty());
    }

    /** Without the folder, which is that of all the files. */
    private String shortened(String place) {
        for (var path : paths) {
            var whole = path.toString();
            if (place.startsWith(whole)) {
                return path.getFileName() + place.substring(whole.length());
            }
        }
        return place;
    }

    /** @param imported gets the id of the first campaign that came in */
    void open(Consumer<UUID> imported) {
        var texts = parts.texts();
        var dialog = new FormDialog(texts, parts.tasks(), parts.dialogs(), texts.get("campaigns.import.title"), load());
        form = dialog;
        dialog.setSaveText(texts.get("campaigns.import.do"));
        dialog.setSavable(false);
        dialog.setOnSave(() -> importAll(imported));
        dialog.setOnClosed(this::leave);
        dialog.open(choose);
    }

    Parent load() {
        return new Views(parts.texts()).load(this);
    }

    @FXML
    void choose() {
        var chosen = parts.files().toRead(actions.files("campaigns.import.choose"));
        if (!chosen.isEmpty()) {
            read(chosen);
        }
    }

    /** Reads the files; what was read before is forgotten. */
    void read(List<Path> chosen) {
        paths = List.copyOf(chosen);
        contents = null;
        files.setText(paths.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", ")));
        boolean mayReplace = replace.isSelected();
        work(
                "campaigns.import.reading",
                watch -> parts.workspace().setUps().read(paths, mayReplace, JobWatch.of(watch)),
                this::show);
    }

    private void check() {
        var before = contents;
        if (before == null) {
            return;
        }
        boolean mayReplace = replace.isSelected();
        work("campaigns.import.checking", watch -> parts.workspace().setUps().check(before, mayReplace), this::show);
    }

    private <T> void work(String wordsKey, Job.Work<T> task, Consumer<T> done) {
        cancel();
        savable(false);
        progressWords.setText(parts.texts().get(wordsKey));
        show(progressLine, true);
        Job<T> now = parts.tasks().start(task, done, failure -> show(progressLine, false));
        job = now;
        now.doneProperty().subscribe(amount -> progress.setProgress(share(now)));
        now.stateProperty().subscribe(state -> {
            if (state != Job.State.RUNNING && now.equals(job)) {
                show(progressLine, false);
            }
        });
    }

    private static double share(Job<?> now) {
        long total = now.totalProperty().get();
        return total == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) now.doneProperty().get() / total;
    }

    private void leave() {
        closed = true;
        cancel();
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void savable(boolean can) {
        if (form != null) {
            form.setSavable(can);
        }
    }

    void show(FileContents read) {
        contents = read;
        var words = read.refused()
                ? parts.texts()
                        .get(
                                "campaigns.import.refused",
                                read.problems().stream()
                                        .filter(Problem::isError)
                                        .count())
                : parts.texts().get("campaigns.import.fits", amounts(read));
        show(read.problems(), words);
        show(progressLine, false);
        savable(!read.refused());
    }

    /** "2 campaigns, 1 target list with 40 targets": what there is none of is not named. */
    private String amounts(FileContents read) {
        var named = new ArrayList<String>();
        name(named, "campaigns.amount.campaigns", read.campaigns().size());
        name(named, "campaigns.amount.lists", read.lists());
        name(named, "campaigns.amount.targets", read.targets());
        name(named, "campaigns.amount.outplans", read.outplans());
        name(named, "campaigns.amount.queues", read.queues());
        name(named, "campaigns.amount.agents", read.agents());
        return String.join(", ", named);
    }

    private void name(List<String> named, String key, long count) {
        if (count > 0) {
            named.add(parts.texts().get(key, count));
        }
    }

    private void show(List<Problem> found, String words) {
        problems.getItems().setAll(found);
        show(problems, !found.isEmpty());
        summary.setText(words);
        show(summary, !words.isEmpty());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void importAll(Consumer<UUID> imported) {
        var ready = contents;
        if (ready == null) {
            return;
        }
        if (ready.dropped() == 0) {
            importAll(ready, imported);
            return;
        }
        new ConfirmDialog(
                        parts.texts().get("campaigns.import.drops", ready.dropped()),
                        parts.texts().get("campaigns.import.dropsText"),
                        parts.texts().get("campaigns.import.drop"),
                        parts.texts().get("control.cancel"),
                        true)
                .askIn(parts.dialogs())
                .thenAccept(confirmed -> {
                    if (confirmed) {
                        importAll(ready, imported);
                    }
                });
    }

    private void importAll(FileContents ready, Consumer<UUID> imported) {
        // A cancelled job gives no result, but what was asked for too late comes in all the same and has to be told.
        var stored = new AtomicReference<@Nullable Answer>();
        work(
                "campaigns.import.storing",
                watch -> {
                    var answer = parts.workspace().setUps().importAll(ready, JobWatch.of(watch));
                    stored.set(answer);
                    return answer;
                },
                answer -> {});
        Objects.requireNonNull(job).stateProperty().subscribe(state -> {
            var answer = stored.get();
            if (state != Job.State.RUNNING && answer != null) {
                end(ready, answer, imported);
            }
        });
    }

    private void end(FileContents ready, Answer answer, Consumer<UUID> imported) {
        boolean done = answer instanceof Answer.Done;
        if (closed && !done) {
            actions.tell(answer.problems());
            return;
        }
        if (!done) {
            show(answer.problems(), parts.texts().get("campaigns.import.notStored"));
            savable(false);
            return;
        }
        actions.tellDone(parts.texts().get("campaigns.import.done", amounts(ready)));
        if (!closed && form != null) {
            form.close();
            ready.campaigns().stream().findFirst().ifPresent(campaign -> imported.accept(campaign.id()));
        }
    }
}
