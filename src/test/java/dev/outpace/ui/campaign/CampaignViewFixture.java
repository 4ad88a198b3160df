package dev.outpace.ui.campaign;

import dev.outpace.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.scene.Parent;

/** The frame of a running campaign, with its live tab. */
public final class CampaignViewFixture {
    private CampaignViewFixture() {}

    @SuppressWarnings("NullAway") // Nothing is ordered from a picture.
    public static Parent build() {
        var preview = Preview.running();
        var screen = new CampaignScreen(
                preview.row(),
                new CampaignScreen.Parts(
                        preview.texts,
                        preview.pulse,
                        Clock.fixed(Preview.NOW, ZoneOffset.UTC),
                        new CampaignOrders(null, preview.tasks, null, null, preview.texts),
                        LiveTabFixture.orders(preview),
                        _ -> "Tom Ahlgren",
                        () -> WorkspaceSettings.DEFAULT,
                        () -> {}));
        screen.onShow();
        return screen.node();
    }
}
