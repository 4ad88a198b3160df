package dev.outpace.ui.campaigns;

import dev.outpace.ui.UiRig;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;

/** The dialog over a file whose references nobody has. */
public final class CampaignImportFixture {

    private CampaignImportFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var parts = CampaignsPreview.parts(rig, rig.live, dev.outpace.ui.forms.FileChoice.ofPlatform(), row -> {});
        var controller = new CampaignImportController(parts, new CampaignActions(parts));
        controller.open(id -> {});
        var file = Path.of("src/test/resources/dev/outpace/formats/campaign-seed.json");
        controller.show(rig.workspace.setUps().read(List.of(file), false, new dev.outpace.workspace.SetUps.Watch() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        }));
        return rig.framed();
    }
}
