package dev.outpace.ui.campaigns;

import dev.outpace.ui.campaign.CampaignOrders;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.forms.FileChoice;
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

/** All campaigns, and one of them beside the table. */
public final class CampaignsScreen implements Screen {
    private final CampaignsController controller;
    private final Parent node;

    /**
     * What the screen is made with.
     *
     * @param open leads to a campaign's own screen
     * @param setUp leads to a campaign's settings
     */
    public record Parts(
            Texts texts,
            Workspace workspace,
            LiveWorkspace live,
            Tasks tasks,
            DialogLayer dialogs,
            ToastLayer toasts,
            CampaignOrders orders,
            FileChoice files,
            Consumer<CampaignRow> open,
            Consumer<CampaignRow> setUp) {}

    public CampaignsScreen(Parts parts) {
        var views = new Views(parts.texts());
        controller = new CampaignsController(parts, views);
        node = views.load(controller);
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
