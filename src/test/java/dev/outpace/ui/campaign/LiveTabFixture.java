package dev.outpace.ui.campaign;

import dev.outpace.ui.forms.ListenOrders;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.shell.Views;
import dev.outpace.workspace.WorkspaceSettings;
import javafx.scene.Parent;

/** The live tab of a running campaign. */
public final class LiveTabFixture {
    private LiveTabFixture() {}

    static LiveTabController controller(Preview preview, LiveOrders orders) {
        return new LiveTabController(
                preview.row(),
                orders,
                new CallsCard(preview.texts, orders, _ -> "Tom Ahlgren", preview.live.linkProperty()),
                preview.texts,
                () -> WorkspaceSettings.DEFAULT,
                () -> OtherCalls.NONE);
    }

    @SuppressWarnings("NullAway") // Nothing is ordered from a picture.
    static LiveOrders orders(Preview preview) {
        return new LiveOrders(null, null, ListenOrders.NONE, preview.tasks, null, null, preview.texts);
    }

    public static Parent build() {
        var preview = Preview.running();
        var controller = controller(preview, orders(preview));
        var node = new Views(preview.texts).load(controller);
        controller.onShow();
        controller.tick(Preview.NOW);
        return node;
    }
}
