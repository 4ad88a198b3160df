package dev.outpace.ui.rules;

import dev.outpace.model.DoNotCallList;
import dev.outpace.model.Json;
import dev.outpace.model.Severity;
import dev.outpace.model.Stamps;
import dev.outpace.ui.controls.Card;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.IconWord;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.WorkDialog;
import dev.outpace.ui.live.DoNotCallRow;
import dev.outpace.ui.live.JobWatch;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.DoNotCallLists;
import dev.outpace.workspace.ProblemWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which do-not-call lists a set asks, how old they are, and the files that they are filled from. */
final class ListsSection {
    /** Share of the allowed age from which a list is soon too old. */
    private static final double SOON = 0.9;

    private final Texts texts;
    private final LiveWorkspace live;
    private final DoNotCallLists lists;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final FileChoice files;
    private final Clock clock;
    private final ProblemWords words = new ProblemWords();
    private final GridPane rows = new GridPane(16, 8);
    private final Label none = new Label();
    private Map<UUID, Long> entries = Map.of();
    private @Nullable RuleDraft draft;

    ListsSection(
            Texts texts,
            LiveWorkspace live,
            DoNotCallLists lists,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            FileChoice files,
            Clock clock) {
        this.texts = texts;
        this.live = live;
        this.lists = lists;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.files = files;
        this.clock = clock;
        none.setText(texts.get("rules.lists.none"));
        none.getStyleClass().add("second-line");
        none.setWrapText(true);
    }

    void fill(Card card) {
        var note = new Label(texts.get("rules.lists.note"));
        note.getStyleClass().add("second-line");
        card.getAfterTitle().add(note);
        var add = new Button(texts.get("rules.lists.add"), new FontIcon(Feather.PLUS));
        add.setOnAction(_ -> load(null));
        card.getActions().add(add);
        card.getContent().add(new VBox(8, none, rows));
    }

    void show(RuleDraft now) {
        draft = now;
        count();
    }

    /** Lists came, went or were filled. */
    void count() {
        tasks.onFx(lists.entries(), all -> {
            entries = all;
            showRows();
        });
    }

    private void showRows() {
        var shown = draft;
        rows.getChildren().clear();
        if (shown == null) {
            return;
        }
        var all = live.doNotCallLists().stream()
                .map(DoNotCallRow::list)
                .sorted(Comparator.comparing(DoNotCallList::name))
                .toList();
        none.setVisible(all.isEmpty());
        none.setManaged(all.isEmpty());
        for (int i = 0; i < all.size(); i++) {
            var list = all.get(i);
            var used = new CheckBox(list.name());
            used.setSelected(list.everyCampaign() || shown.edited().doNotCall().contains(list.id()));
            used.setDisable(list.everyCampaign());
            used.selectedProperty().subscribe((_, on) -> use(list.id(), on));
            var numbers = new Label(texts.get("rules.lists.entries", entries.getOrDefault(list.id(), 0L)));
            numbers.getStyleClass().add("muted");
            var every = new Label(list.everyCampaign() ? texts.get("rules.lists.everyCampaign") : "");
            every.getStyleClass().add("second-line");
            var replace = new Button(texts.get("rules.lists.replace"));
            replace.setAccessibleText(texts.get("rules.lists.replaceOf", list.name()));
            replace.setOnAction(_ -> load(list));
            rows.addRow(i, used, every, numbers, age(list), replace);
            GridPane.setHalignment(numbers, HPos.RIGHT);
        }
        rows.setAlignment(Pos.CENTER_LEFT);
    }

    private IconWord age(DoNotCallList list) {
        var now = clock.instant();
        if (list.maxAgeDays() == 0) {
            return new IconWord(
                    new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)), texts.get("rules.lists.noAge"));
        }
        if (list.isTooOld(now)) {
            return new IconWord(
                    Looks.of(Severity.ERROR), texts.get("rules.lists.tooOld", list.ageInDays(now), list.maxAgeDays()));
        }
        boolean soon = list.ageInDays(now) >= SOON * list.maxAgeDays();
        return new IconWord(
                soon ? Looks.of(Severity.WARNING) : new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)),
                texts.get("rules.lists.age", list.ageInDays(now), list.maxAgeDays()));
    }

    private void use(UUID list, boolean on) {
        var shown = draft;
        if (shown == null) {
            return;
        }
        var all = new ArrayList<>(shown.edited().doNotCall());
        all.remove(list);
        if (on) {
            all.add(list);
        }
        shown.setDoNotCall(all);
    }

    /** @param list null for a new one, which is called as its file */
    private void load(@Nullable DoNotCallList list) {
        var owner = rows.getScene() == null ? null : rows.getScene().getWindow();
        var chosen = files.toRead(new FileChoice.Question(
                owner,
                texts.get(list == null ? "rules.lists.add" : "rules.lists.replace"),
                texts.get("rules.lists.files"),
                "*.*"));
        if (chosen.isEmpty()) {
            return;
        }
        var file = chosen.getFirst();
        var fileName = String.valueOf(file.getFileName());
        var filled = (list == null ? named(fileName) : list)
                .loaded(fileName, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var job = tasks.start(
                progress -> lists.replace(file, filled, JobWatch.of(progress)),
                answer -> loaded(answer, filled, list == null),
                _ -> {});
        WorkDialog.follow(job, texts.get("rules.lists.loading", filled.name()), texts.get("control.cancel"), dialogs);
    }

    private DoNotCallList named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var name = dot > 0 ? fileName.substring(0, dot) : fileName;
        var taken = live.doNotCallLists().stream().map(row -> row.list().name()).toList();
        var free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + " " + i;
        }
        return new DoNotCallList(UUID.randomUUID(), free, "", null, 0, false, Stamps.NONE, Json.Obj.EMPTY);
    }

    private void loaded(Answer answer, DoNotCallList list, boolean isNew) {
        answer.problems().forEach(problem -> toasts.show(Looks.of(problem.severity()), words.sentence(problem)));
        if (answer instanceof Answer.Done) {
            toasts.show(
                    new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)),
                    texts.get("rules.lists.loaded", list.name()));
            if (isNew) {
                use(list.id(), true);
            }
        }
        count();
    }
}
