package dev.outpace.ui.campaigns;

import javafx.scene.Parent;
import javafx.scene.control.TableView;

/** The screen on a busy day, the first campaign selected. */
public final class CampaignsFixture {

    private CampaignsFixture() {}

    public static Parent build() {
        var preview = new CampaignsPreview();
        var screen = new CampaignsScreen(preview.parts());
        screen.onShow();
        var table = (TableView<?>) screen.regions().get(1);
        table.getSelectionModel().select(0);
        return preview.rig.framed(screen);
    }
}
