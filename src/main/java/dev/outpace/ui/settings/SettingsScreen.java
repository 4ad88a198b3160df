package dev.outpace.ui.settings;

import dev.outpace.ui.controls.ConfirmDialog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** The settings of the workspace. */
public final class SettingsScreen implements Screen {
    private final Texts texts;
    private final DialogLayer dialogs;
    private final Tasks tasks;
    private final SettingsController controller;
    private final Parent node;

    /** @param resetDemo makes the demo anew; only offered where the workspace is one */
    public SettingsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Folders folders,
            Runnable resetDemo) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.tasks = tasks;
        controller = new SettingsController(texts, workspace, live, tasks, dialogs, toasts, folders, resetDemo);
        node = new Views(texts).load(controller);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        controller.onShow();
    }

    @Override
    public void onHide() {
        controller.onHide();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        if (shortcut == Shortcut.SAVE) {
            controller.save();
            return true;
        }
        return false;
    }

    @Override
    public void beforeLeave(Runnable proceed) {
        if (!controller.isChanged()) {
            proceed.run();
            return;
        }
        var dialog = new ConfirmDialog(
                texts.get("form.discard.title"),
                texts.get("form.discard.text"),
                texts.get("form.discard"),
                texts.get("form.keep"),
                true);
        tasks.onFx(dialog.askIn(dialogs), confirmed -> {
            if (confirmed) {
                controller.revert();
                proceed.run();
            }
        });
    }

    @Override
    public List<Node> regions() {
        return controller.regions();
    }
}
