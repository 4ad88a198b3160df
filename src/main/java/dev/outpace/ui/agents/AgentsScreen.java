package dev.outpace.ui.agents;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;

/** All queues and agents. */
public final class AgentsScreen implements Screen {

    private final AgentsController controller;
    private final Parent node;

    /** @param openCampaign shows a campaign, from the menu of an agent who has a call of it */
    public AgentsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            Consumer<CampaignRow> openCampaign) {
        var orders = new AgentOrders(
                texts, workspace.teams(), workspace.calls(), live, tasks, dialogs, toasts, openCampaign);
        controller = new AgentsController(texts, workspace.resources(), live, tasks, dialogs, toasts, orders);
        node = new Views(texts).load(controller);
    }

    /** Shows the agents of this name, of whatever queue and state. */
    public void find(String name) {
        controller.find(name);
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

    @Override
    public List<Node> regions() {
        return controller.regions();
    }
}
