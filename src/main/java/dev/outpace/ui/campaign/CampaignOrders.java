package dev.outpace.ui.campaign;

import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.StopMode;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Campaigns;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.RealStart;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Start and stop, with the questions that come before. */
public final class CampaignOrders {
    private final Campaigns campaigns;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final Texts texts;
    private final ProblemWords words = new ProblemWords();

    public CampaignOrders(Campaigns campaigns, Tasks tasks, DialogLayer dialogs, ToastLayer toasts, Texts texts) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
        this.texts = texts;
    }

    /** Whether the button of a campaign stops it; it starts one that is stopping. */
    public static boolean stops(CampaignRow row) {
        return row.campaign().status() == CampaignStatus.RUN;
    }

    /**
     * Starts a campaign, or stops it after its calls in progress.
     *
     * @param pending whether the button waits for the answer
     */
    public void startOrStop(CampaignRow row, Consumer<Boolean> pending) {
        if (stops(row)) {
            stop(row, StopMode.FINISH_CALLS, pending);
        } else {
            askBeforeRealCalls(row, pending);
        }
    }

    private void askBeforeRealCalls(CampaignRow row, Consumer<Boolean> pending) {
        pending.accept(true);
        tasks.onFx(
                campaigns.firstRealStart(row.id()),
                first -> {
                    pending.accept(false);
                    first.ifPresentOrElse(real -> ask(row, real, pending), () -> start(row, false, pending));
                },
                _ -> pending.accept(false));
    }

    private void ask(CampaignRow row, RealStart real, Consumer<Boolean> pending) {
        tasks.onFx(new RealStartController(texts, real).askIn(dialogs), choice -> {
            switch (choice) {
                case CANCEL -> {}
                case TRY -> askToTry(row, real, pending);
                case START -> tasks.onFx(campaigns.confirmRealStart(row.id()), _ -> start(row, false, pending));
            }
        });
    }

    private void askToTry(CampaignRow row, RealStart real, Consumer<Boolean> pending) {
        var number = PhoneNumbers.inText(real.next().first().getFirst());
        var dialog = new ConfirmDialog(
                texts.get("order.real.tried.title"),
                texts.get("order.real.tried.text", row.campaign().name(), number),
                texts.get("order.real.tried.go"),
                texts.get("control.cancel"),
                true);
        tasks.onFx(dialog.askIn(dialogs), confirmed -> {
            if (confirmed) {
                tryOne(row, pending);
            } else {
                ask(row, real, pending);
            }
        });
    }

    /** When its one call is over, the rest is asked for. */
    private void tryOne(CampaignRow row, Consumer<Boolean> pending) {
        pending.accept(true);
        tasks.onFx(
                campaigns.tryOne(row.id(), true),
                answer -> {
                    pending.accept(false);
                    tell(row, "order.start.refused", answer);
                    if (!(answer instanceof Answer.Refused)) {
                        new TrialWatch(row, () -> askBeforeRealCalls(row, pending)).begin();
                    }
                },
                _ -> pending.accept(false));
    }

    private void start(CampaignRow row, boolean confirmed, Consumer<Boolean> pending) {
        pending.accept(true);
        tasks.onFx(
                campaigns.start(row.id(), confirmed),
                answer -> {
                    pending.accept(false);
                    if (answer instanceof Answer.Asks asks) {
                        askToStart(row, asks, pending);
                    } else {
                        tell(row, "order.start.refused", answer);
                    }
                },
                _ -> pending.accept(false));
    }

    private void askToStart(CampaignRow row, Answer.Asks asks, Consumer<Boolean> pending) {
        var dialog = new ConfirmDialog(
                texts.get("order.start.title", row.campaign().name()),
                texts.get("order.start.text"),
                texts.get("order.start"),
                texts.get("control.cancel"),
                false);
        var problems = new Label(String.join("\n", words.lines(asks.problems())));
        problems.setWrapText(true);
        dialog.addContent(problems);
        whenConfirmed(dialog.askIn(dialogs), () -> start(row, true, pending));
    }

    /** Stops a campaign; asks, with numbers, when calls are in progress. */
    public void stop(CampaignRow row, StopMode mode, Consumer<Boolean> pending) {
        var moment = row.moment();
        if (moment == null || (moment.inProgress() == 0 && mode == StopMode.FINISH_CALLS)) {
            orderStop(row, mode, pending);
            return;
        }
        var dialog = new ConfirmDialog(
                texts.get("order.stop.title", row.campaign().name()),
                question(mode, moment),
                texts.get("order.stop." + mode.name()),
                texts.get("control.cancel"),
                true);
        whenConfirmed(dialog.askIn(dialogs), () -> orderStop(row, mode, pending));
    }

    private String question(StopMode mode, CampaignMoment moment) {
        return texts.get(
                "order.stop." + mode.name() + ".text", moment.snapshot().ownDialing(), moment.progressing());
    }

    private void orderStop(CampaignRow row, StopMode mode, Consumer<Boolean> pending) {
        pending.accept(true);
        tasks.onFx(
                campaigns.stop(row.id(), mode),
                answer -> {
                    pending.accept(false);
                    tell(row, "order.stop.refused", answer);
                },
                _ -> pending.accept(false));
    }

    private void whenConfirmed(CompletionStage<Boolean> question, Runnable order) {
        tasks.onFx(question, confirmed -> {
            if (confirmed) {
                order.run();
            }
        });
    }

    private void tell(CampaignRow row, String refusedKey, Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            toasts.show(
                    new Look(Tone.DANGER, Symbol.of(Feather.ALERT_OCTAGON)),
                    texts.get(refusedKey, row.campaign().name())
                            + ' '
                            + String.join(
                                    " ",
                                    refused.problems().stream()
                                            .map(words::sentence)
                                            .toList()));
        }
    }
}
