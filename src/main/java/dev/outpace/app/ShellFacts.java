package dev.outpace.app;

import dev.outpace.model.Alarm;
import dev.outpace.model.Severity;
import dev.outpace.model.StopMode;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.shell.AlarmLine;
import dev.outpace.ui.shell.Command;
import dev.outpace.ui.shell.ShellModel;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import org.kordamp.ikonli.feather.Feather;

/** What the frame of the window tells about the workspace: link, totals, time, alarms, and what stops everything. */
final class ShellFacts {
    private static final int MAX_ALARMS = 100;

    private final ConsoleWindow.Parts parts;
    private final LiveWorkspace live;
    private final ShellModel model;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final Consumer<CampaignRow> openCampaign;
    private final ProblemWords words = new ProblemWords();

    ShellFacts(ConsoleWindow.Parts parts, LiveWorkspace live, Consumer<CampaignRow> openCampaign) {
        this.parts = parts;
        this.live = live;
        this.openCampaign = openCampaign;
        model = parts.frame().model();
        dialogs = parts.frame().dialogs();
        toasts = parts.frame().toasts();
    }

    void bind() {
        var texts = parts.texts();
        model.workspaceProperty().set(name());
        model.telephonyProperty()
                .set(texts.get(parts.workspace().callsReally() ? "shell.asterisk" : "shell.simulated"));
        live.totalsProperty().subscribe(totals -> {
            model.dialingProperty().set(totals.dialing());
            model.inProgressProperty().set(totals.inProgress());
        });
        live.nowProperty().subscribe(model.nowProperty()::set);
        live.linkProperty().subscribe(link -> {
            model.lostAtProperty().set(link.up() ? null : link.since());
            model.lostWhyProperty().set(link.reason());
            model.linkUpProperty().set(link.up());
        });
        live.alarms().addListener(this::onAlarm);
        model.emergencyStops()
                .setAll(Arrays.stream(StopMode.values())
                        .map(this::emergencyStop)
                        .toList());
    }

    /** The folder's, where it has one of its own. */
    private String name() {
        var folder = parts.workspace().folder();
        if (parts.workspace().isDemo()) {
            return parts.texts().get("shell.demo");
        }
        var own = folder.getFileName();
        return own == null || folder.equals(DataFolder.workspace(false))
                ? parts.texts().get("shell.local")
                : own.toString();
    }

    private void onAlarm(ListChangeListener.Change<? extends Alarm> change) {
        while (change.next()) {
            for (var alarm : change.getAddedSubList()) {
                var line = line(alarm);
                model.alarms().addFirst(line);
                toasts.show(Looks.of(Severity.ERROR), line.text());
            }
        }
        if (model.alarms().size() > MAX_ALARMS) {
            model.alarms().remove(MAX_ALARMS, model.alarms().size());
        }
    }

    private AlarmLine line(Alarm alarm) {
        var row = live.campaign(alarm.campaignId());
        return new AlarmLine(
                alarm.at(),
                words.sentence(alarm.problem()),
                row == null ? "" : row.campaign().name(),
                row == null ? () -> {} : () -> openCampaign.accept(row));
    }

    private Command emergencyStop(StopMode mode) {
        var texts = parts.texts();
        return new Command(
                texts.get("shell.stopAll." + key(mode)),
                Symbol.of(Feather.OCTAGON),
                texts.get("shell.palette.command"),
                () -> askToStop(mode));
    }

    private static String key(StopMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private void askToStop(StopMode mode) {
        var texts = parts.texts();
        var totals = live.totals();
        var dialog = new ConfirmDialog(
                texts.get("shell.stopAll.title"),
                texts.get(
                        "order.stop." + mode.name() + ".text",
                        totals.dialing(),
                        totals.inProgress() - totals.dialing()),
                texts.get("shell.stopAll." + key(mode)),
                texts.get("control.cancel"),
                true);
        parts.tasks().onFx(dialog.askIn(dialogs), confirmed -> {
            if (confirmed) {
                parts.tasks().onFx(parts.workspace().campaigns().stopAll(mode), this::tell);
            }
        });
    }

    private void tell(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            answer.problems().forEach(problem -> toasts.show(Looks.of(problem.severity()), words.sentence(problem)));
        }
    }
}
