package dev.outpace.ui.calls;

import dev.outpace.model.CampaignCall;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Workspace;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;

/** All calls. */
public final class CallsScreen implements Screen {

    private final CallsController controller;
    private final Parent node;

    /**
     * @param hangUp asks, then ends a call
     * @param openCampaign leads to a campaign by its id
     */
    public CallsScreen(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            Consumer<CampaignCall> hangUp,
            Consumer<UUID> openCampaign) {
        this(
                texts,
                CallSource.of(workspace.calls()),
                live,
                tasks,
                new CallDetailController.Orders(hangUp, openCampaign));
    }

    CallsScreen(Texts texts, CallSource source, LiveWorkspace live, Tasks tasks, CallDetailController.Orders orders) {
        var words = new CallWords(texts, live);
        var detail = new CallDetailController(texts, source, live, tasks, words, orders);
        controller = new CallsController(texts, source, live, tasks, words, detail);
        node = new Views(texts).load(controller, detail);
    }

    /** Shows the calls with this number or name, of whatever campaign and result. */
    public void find(String text) {
        controller.find(text);
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
