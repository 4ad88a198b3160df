package dev.outpace.ui.campaigns;

import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

/** The pane for three campaigns: one that dials, one whose agents are all busy, one that stands still. */
public final class CampaignDetailFixture {

    private CampaignDetailFixture() {}

    public static Parent build() {
        var preview = new CampaignsPreview();
        var panes = new HBox(16);
        for (int number : new int[] {1, 6, 4, 9}) {
            panes.getChildren().add(pane(preview, number));
        }
        return panes;
    }

    private static Parent pane(CampaignsPreview preview, int number) {
        var parts = preview.parts();
        var controller =
                new CampaignDetailController(parts.texts(), new CampaignActions(parts), _ -> OtherCalls.NONE, () -> {});
        var pane = new Views(parts.texts()).load(controller);
        var row = preview.row(number);
        controller.show(row, new CampaignReading(parts.texts(), preview.live).of(row, false, ""));
        controller.tick(preview.live.now());
        return pane;
    }
}
