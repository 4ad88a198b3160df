package dev.outpace.ui.outplans;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import javafx.scene.Parent;

/** All outplans. */
public final class OutplansScreen implements Screen {

    private final OutplansController controller;
    private final Parent node;

    public OutplansScreen(
            Texts texts, Workspace workspace, LiveWorkspace live, Tasks tasks, DialogLayer dialogs, ToastLayer toasts) {
        controller = new OutplansController(texts, workspace.resources(), live, tasks, dialogs, toasts);
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
        return controller.perform(shortcut);
    }
}
