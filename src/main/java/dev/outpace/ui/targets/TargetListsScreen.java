package dev.outpace.ui.targets;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** All target lists. */
public final class TargetListsScreen implements Screen {

    private final TargetListsController controller;
    private final Parent node;

    /** @param open leads to the screen of one list */
    public TargetListsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Consumer<OutdialRow> open) {
        controller = new TargetListsController(texts, workspace.resources(), live, tasks, dialogs, toasts, open);
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
