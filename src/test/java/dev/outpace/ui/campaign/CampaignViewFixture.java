package dev.outpace.ui.campaign;

import dev.outpace.ui.UiRig;
import java.time.Clock;
import java.time.ZoneOffset;
import javafx.scene.Parent;

/** The frame of a running campaign, with its live tab. */
public final class CampaignViewFixture {
    private CampaignViewFixture() {}

    public static Parent build() {
        var preview = Preview.running();
        var screen = EditRig.screen(new UiRig(), preview.live, preview.row(), Clock.fixed(Preview.NOW, ZoneOffset.UTC));
        screen.onShow();
        return screen.node();
    }
}
