package dev.outpace.ui.campaigns;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.Stamps;
import dev.outpace.model.StopMode;
import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.FileChoice;
import dev.outpace.ui.forms.WorkDialog;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.JobWatch;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with one campaign of the table. */
final class CampaignActions {
    private static final Look DONE = new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE));

    private final CampaignsScreen.Parts parts;
    private final Set<UUID> pending = new HashSet<>();
    private final ProblemWords words = new ProblemWords();
    private Runnable onPending = () -> {};
    private Consumer<UUID> onMade = id -> {};

    CampaignActions(CampaignsScreen.Parts parts) {
        this.parts = parts;
    }

    /** Runs when an order begins to wait, and when it was answered. */
    void setOnPending(Runnable changed) {
        onPending = changed;
    }

    /** Gets the id of a copy once it is stored. */
    void setOnMade(Consumer<UUID> made) {
        onMade = made;
    }

    boolean pending(CampaignRow row) {
        return pending.contains(row.id());
    }

    private void pending(CampaignRow row, boolean waits) {
        if (waits) {
            pending.add(row.id());
        } else {
            pending.remove(row.id());
        }
        onPending.run();
    }

    void open(CampaignRow row) {
        parts.open().accept(row);
    }

    void startOrStop(CampaignRow row) {
        parts.orders().startOrStop(row, waits -> pending(row, waits));
    }

    private void stop(CampaignRow row, StopMode mode) {
        parts.orders().stop(row, mode, waits -> pending(row, waits));
    }

    /** Everything that can be done with the campaign now. */
    List<MenuItem> all(CampaignRow row) {
        boolean stops = CampaignOrders.stops(row);
        var open = item("campaigns.open", () -> open(row));
        var order = item(stops ? "order.stop" : "order.start", () -> startOrStop(row));
        order.setDisable(!stops && !refusal(row).isEmpty());
        var items = new ArrayList<>(List.of(open, order, new SeparatorMenuItem()));
        items.addAll(more(row));
        return items;
    }

    /** What has no button beside the campaign. */
    List<MenuItem> more(CampaignRow row) {
        var rest = List.of(
                item("campaigns.duplicate", () -> duplicate(row)),
                item("campaigns.export", () -> askToExport(row)),
                item("campaigns.delete", () -> delete(row)));
        if (row.campaign().status() == CampaignStatus.STOP) {
            return rest;
        }
        var items = new ArrayList<>(List.of(
                item("campaign.more.cancelRinging", () -> stop(row, StopMode.CANCEL_RINGING)),
                item("campaign.more.hangUpAll", () -> stop(row, StopMode.HANG_UP_ALL)),
                new SeparatorMenuItem()));
        items.addAll(rest);
        return items;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(parts.texts().get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Why the campaign can't be started, in sentences; empty if it can. */
    String refusal(CampaignRow row) {
        return row.startProblems().stream()
                .filter(Problem::isError)
                .map(words::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Everything but the list, which serves one campaign at a time, and the campaign that comes next. */
    private void duplicate(CampaignRow row) {
        var like = row.campaign();
        var copy = new Campaign(
                UUID.randomUUID(),
                like.type(),
                freeName(like.name()),
                like.detail(),
                CampaignStatus.STOP,
                like.serviceLevel(),
                like.endHandle(),
                like.actions(),
                like.outplanId(),
                Ids.NIL,
                like.queueId(),
                Ids.NIL,
                like.options(),
                Stamps.NONE,
                Json.Obj.EMPTY);
        parts.tasks().onFx(parts.workspace().campaigns().create(copy), answer -> {
            tell(answer);
            if (answer instanceof Answer.Done) {
                onMade.accept(copy.id());
            }
        });
    }

    private String freeName(String name) {
        var taken = parts.live().campaigns().stream()
                .map(row -> row.campaign().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> parts.texts().get("campaigns.copy", name, number))
                .filter(copy -> !taken.contains(copy.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    /** Names the campaigns that go on with this one, and deletes it when it is confirmed. */
    void delete(CampaignRow row) {
        var campaign = row.campaign();
        if (campaign.status() != CampaignStatus.STOP) {
            tell(List.of(Problem.error("edit.delete_running", "", campaign.name())));
            return;
        }
        var texts = parts.texts();
        var names = parts.workspace().resources().usedBy(row.id()).stream()
                .map(Campaign::name)
                .collect(Collectors.joining(", "));
        var question = new ConfirmDialog(
                texts.get("delete.title", campaign.name()),
                names.isEmpty()
                        ? texts.get("campaigns.delete.text")
                        : texts.get("campaigns.delete.text") + " " + texts.get("campaigns.delete.next", names),
                texts.get("control.delete"),
                texts.get("control.cancel"),
                true);
        parts.tasks().onFx(question.askIn(parts.dialogs()), confirmed -> {
            if (confirmed) {
                parts.tasks().onFx(parts.workspace().campaigns().delete(row.id(), true), this::tell);
            }
        });
    }

    private void askToExport(CampaignRow row) {
        var texts = parts.texts();
        var question = new ConfirmDialog(
                texts.get("campaigns.export.title", row.campaign().name()),
                texts.get("campaigns.export.text"),
                texts.get("campaigns.export.choose"),
                texts.get("control.cancel"),
                false);
        var withReferences = new CheckBox(texts.get("campaigns.export.references"));
        withReferences.setWrapText(true);
        question.addContent(withReferences);
        parts.tasks().onFx(question.askIn(parts.dialogs()), confirmed -> {
            if (confirmed) {
                var name = row.campaign().name().replaceAll("[^\\p{L}\\p{N} _.-]", "_") + ".json";
                parts.files()
                        .toWrite(files("campaigns.export.choose"), name)
                        .ifPresent(file -> export(row, withReferences.isSelected(), file));
            }
        });
    }

    /** The question for JSON files. */
    FileChoice.Question files(String titleKey) {
        var scene = parts.dialogs().getScene();
        return new FileChoice.Question(
                scene == null ? null : scene.getWindow(),
                parts.texts().get(titleKey),
                parts.texts().get("campaigns.files"),
                "*.json");
    }

    private void export(CampaignRow row, boolean withReferences, Path file) {
        var texts = parts.texts();
        var job = parts.tasks()
                .start(
                        progress -> parts.workspace()
                                .setUps()
                                .export(row.id(), withReferences, file, JobWatch.of(progress)),
                        answer -> {
                            if (answer instanceof Answer.Done) {
                                parts.toasts()
                                        .show(
                                                DONE,
                                                texts.get(
                                                        "campaigns.exported",
                                                        row.campaign().name(),
                                                        file));
                            } else {
                                tell(answer.problems());
                            }
                        },
                        failure -> {});
        WorkDialog.follow(
                job,
                texts.get("campaigns.exporting", row.campaign().name()),
                texts.get("control.cancel"),
                parts.dialogs());
    }

    void tellDone(String sentence) {
        parts.toasts().show(DONE, sentence);
    }

    private void tell(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            tell(answer.problems());
        }
    }

    void tell(List<Problem> problems) {
        problems.forEach(problem -> parts.toasts().show(Looks.of(problem.severity()), words.sentence(problem)));
    }
}
