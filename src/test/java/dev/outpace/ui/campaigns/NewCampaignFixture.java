package dev.outpace.ui.campaigns;

import javafx.scene.Parent;

/** The form in its dialog. */
public final class NewCampaignFixture {

    private NewCampaignFixture() {}

    public static Parent build() {
        var preview = new CampaignsPreview();
        new NewCampaignController(preview.parts()).open(id -> {});
        return preview.rig.framed();
    }
}
