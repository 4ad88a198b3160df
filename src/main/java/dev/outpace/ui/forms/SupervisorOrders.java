package dev.outpace.ui.forms;

import dev.outpace.model.CampaignCall;
import dev.outpace.model.ListenMode;
import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.Supervision;

/** Orders to the supervisor's phone of a workspace. Barging in is asked about, for the caller hears it. */
public final class SupervisorOrders implements ListenOrders {
    private final Texts texts;
    private final Supervision supervision;
    private final Tasks tasks;
    private final DialogLayer dialogs;
    private final ToastLayer toasts;
    private final ProblemWords words = new ProblemWords();

    public SupervisorOrders(Texts texts, Supervision supervision, Tasks tasks, DialogLayer dialogs, ToastLayer toasts) {
        this.texts = texts;
        this.supervision = supervision;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.toasts = toasts;
    }

    @Override
    public boolean isPossible() {
        return supervision.isPossible();
    }

    @Override
    public void listen(CampaignCall call, ListenMode mode) {
        ask(mode, () -> tell(supervision.listen(call.id(), mode)));
    }

    /** Of what is heard now. */
    public void change(ListenMode mode) {
        ask(mode, () -> supervision.change(mode));
    }

    private void ask(ListenMode mode, Runnable order) {
        if (mode != ListenMode.BARGE) {
            order.run();
            return;
        }
        var dialog = new ConfirmDialog(
                texts.get("listen.barge.title"),
                texts.get("listen.barge.text"),
                texts.get("listen.barge.confirm"),
                texts.get("control.cancel"),
                false);
        tasks.onFx(dialog.askIn(dialogs), confirmed -> {
            if (confirmed) {
                order.run();
            }
        });
    }

    private void tell(Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            answer.problems().forEach(problem -> toasts.show(Looks.of(problem.severity()), words.sentence(problem)));
        }
    }
}
