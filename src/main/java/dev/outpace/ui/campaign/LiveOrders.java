package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignCall;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.forms.LowLevel;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Calls;
import dev.outpace.workspace.Campaigns;
import dev.outpace.workspace.ProblemWords;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/** Orders that are given from the live picture. */
public final class LiveOrders {
    private final Campaigns campaigns;
    private final Calls calls;
    private final ListenOrders listen;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final Texts texts;
    private final LowLevel lowLevel;
    private final Map<String, Way> ways = new HashMap<>();
    private final ProblemWords words = new ProblemWords();

    public LiveOrders(
            Campaigns campaigns,
            Calls calls,
            ListenOrders listen,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Texts texts) {
        this.campaigns = campaigns;
        this.calls = calls;
        this.listen = listen;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.texts = texts;
        lowLevel = new LowLevel(texts, dialogs, tasks);
    }

    /** Saves at once, after a question where it is very low, and offers the way back. */
    void changeServiceLevel(CampaignRow row, int serviceLevel) {
        int before = row.campaign().serviceLevel();
        if (before != serviceLevel) {
            lowLevel.ask(before, serviceLevel, () -> orderServiceLevel(row, before, serviceLevel));
        }
    }

    private void orderServiceLevel(CampaignRow row, int before, int serviceLevel) {
        tasks.onFx(campaigns.changeServiceLevel(row.id(), serviceLevel), answer -> {
            if (told(answer)) {
                offerUndo(
                        row,
                        "live.level.changed",
                        texts.percent(serviceLevel),
                        new Way(texts.percent(before), () -> campaigns.changeServiceLevel(row.id(), before)));
            }
        });
    }

    /** Saves at once and offers the way back; the share of calls that may be abandoned. */
    void changeAbandonTarget(CampaignRow row, double share) {
        double before = row.campaign().options().pacing().abandonTarget();
        if (before == share) {
            return;
        }
        tasks.onFx(campaigns.changeAbandonTarget(row.id(), share), answer -> {
            if (told(answer)) {
                offerUndo(
                        row,
                        "live.target.changed",
                        texts.percent(100 * share, 1),
                        new Way(texts.percent(100 * before, 1), () -> campaigns.changeAbandonTarget(row.id(), before)));
            }
        });
    }

    /** Back to what was before. */
    private record Way(String words, Supplier<CompletionStage<Answer>> order) {}

    /** Quick changes of one setting are one message, whose way back leads before the first of them. */
    private void offerUndo(CampaignRow row, String key, String now, Way last) {
        var series = key + row.id();
        var way = toasts.isShown(series) ? ways.getOrDefault(series, last) : last;
        ways.put(series, way);
        toasts.show(
                new Look(Tone.SUCCESS, Symbol.of(Feather.CHECK_CIRCLE)),
                texts.get(key, row.campaign().name(), way.words(), now),
                new ToastLayer.Action(
                        texts.get("control.undo"), () -> tasks.onFx(way.order().get(), this::told)),
                series);
    }

    /** Asks, then ends the call. */
    public void hangUp(CampaignCall call) {
        var dialog = new ConfirmDialog(
                texts.get("live.hangUp.title", call.targetName()),
                texts.get("live.hangUp.text"),
                texts.get("live.hangUp"),
                texts.get("control.cancel"),
                true);
        tasks.onFx(dialog.askIn(dialogs), confirmed -> {
            if (confirmed) {
                tasks.onFx(calls.hangUp(call.id()), this::told);
            }
        });
    }

    public ListenOrders listen() {
        return listen;
    }

    private boolean told(Answer answer) {
        if (answer instanceof Answer.Done) {
            return true;
        }
        toasts.show(
                new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON)),
                String.join(" ", words.lines(answer.problems())));
        return false;
    }
}
