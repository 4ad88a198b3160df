package dev.outpace.ui.forms;

import dev.outpace.model.CampaignCall;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Look;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.Symbol;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.controls.Tone;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.PhoneNumbers;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.DoNotCallLists;
import dev.outpace.workspace.DoNotCallLists.NeverCalled;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** Puts people on the workspace's own do-not-call list at once; the toast that says so takes it back. */
public final class NeverCallOrders {
    private final Texts texts;
    private final DoNotCallLists lists;
    private final Tasks tasks;
    private final ToastLayer toasts;

    public NeverCallOrders(Texts texts, DoNotCallLists lists, Tasks tasks, ToastLayer toasts) {
        this.texts = texts;
        this.lists = lists;
        this.tasks = tasks;
        this.toasts = toasts;
    }

    /** All numbers of the person. */
    public void order(OutdialTarget target) {
        tasks.onFx(lists.neverCall(target), done -> tell(target.name(), done));
    }

    /** The number that was called. */
    public void order(CampaignCall call) {
        var number = call.destination();
        var who = number == null ? call.targetName() : PhoneNumbers.show(number);
        tasks.onFx(lists.neverCall(call), done -> tell(who, done));
    }

    private void tell(String who, Optional<NeverCalled> done) {
        if (done.isEmpty()) {
            toasts.show(Looks.of(Severity.ERROR), texts.get("neverCall.noNumber"));
            return;
        }
        if (done.get().added().isEmpty()) {
            toasts.show(listed(), texts.get("neverCall.already", who));
            return;
        }
        toasts.show(
                listed(),
                texts.get("neverCall.done", who),
                new ToastLayer.Action(texts.get("neverCall.undo"), () -> undo(who, done.get())));
    }

    private static Look listed() {
        return new Look(Tone.NEUTRAL, Symbol.of(Feather.SLASH));
    }

    private void undo(String who, NeverCalled done) {
        tasks.onFx(lists.undo(done), taken -> {
            if (taken) {
                toasts.show(listed(), texts.get("neverCall.undone", who));
            }
        });
    }
}
