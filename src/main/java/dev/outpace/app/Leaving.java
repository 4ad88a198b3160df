package dev.outpace.app;

import dev.outpace.ui.controls.ChoiceDialog;
import dev.outpace.ui.controls.ChoiceDialog.Choice;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Closing;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Closing the console: unsaved changes ask first, then calls in progress: wait for them, or close at once. */
final class Leaving {
    private enum Way {
        STAY,
        CLOSE,
        WAIT
    }

    private final Texts texts;
    private final Workspace workspace;
    private final LiveWorkspace live;
    private final Tasks tasks;
    private final Navigator navigator;
    private final DialogLayer dialogs;
    private final ObjectProperty<@Nullable Closing> closing;
    private final Runnable close;
    private boolean asking;
    private @Nullable Subscription waiting;

    Leaving(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            Navigator navigator,
            DialogLayer dialogs,
            ObjectProperty<@Nullable Closing> closing,
            Runnable close) {
        this.texts = texts;
        this.workspace = workspace;
        this.live = live;
        this.tasks = tasks;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.closing = closing;
        this.close = close;
    }

    /** Asked again while it waits, it asks about the calls again: a second click must not be without an answer. */
    void ask() {
        var place = navigator.getPlace();
        if (asking) {
            return;
        }
        if (place == null) {
            close.run();
        } else {
            place.screen().beforeLeave(this::askAboutCalls);
        }
    }

    private void askAboutCalls() {
        tasks.onFx(workspace.callsInProgress(), inProgress -> {
            if (inProgress == 0) {
                close.run();
            } else {
                askAbout(inProgress);
            }
        });
    }

    private void askAbout(int inProgress) {
        asking = true;
        var dialog = new ChoiceDialog<>(
                texts.get("leave.title"),
                texts.get("leave.text", inProgress),
                List.of(
                        new Choice<>(texts.get("control.cancel"), "", Way.STAY),
                        new Choice<>(texts.get("leave.now"), "danger-outline", Way.CLOSE),
                        new Choice<>(texts.get("leave.wait"), "primary", Way.WAIT)));
        tasks.onFx(dialog.askIn(dialogs), way -> {
            asking = false;
            switch (way) {
                case STAY -> stay();
                case CLOSE -> close.run();
                case WAIT -> waitForCalls();
            }
        });
    }

    private void stay() {
        if (endWaiting()) {
            tasks.onFx(workspace.campaigns().goOn(), _ -> {});
        }
    }

    private boolean endWaiting() {
        var ended = waiting;
        waiting = null;
        if (ended != null) {
            ended.unsubscribe();
            closing.set(null);
        }
        return ended != null;
    }

    /** Nothing new is dialed; the window closes with the last call. Held anew each second, because a chain may start one. */
    private void waitForCalls() {
        endWaiting();
        waiting = live.nowProperty()
                .subscribe(now -> tasks.onFx(
                        workspace
                                .campaigns()
                                .holdRunning()
                                .thenCombine(workspace.callsInProgress(), (_, inProgress) -> inProgress),
                        inProgress -> {
                            if (waiting != null) {
                                closing.set(new Closing(inProgress, close, this::stay));
                            }
                            if (inProgress == 0 && endWaiting()) {
                                close.run();
                            }
                        }));
    }
}
