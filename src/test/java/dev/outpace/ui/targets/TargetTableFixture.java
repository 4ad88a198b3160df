package dev.outpace.ui.targets;

import dev.outpace.ui.shell.Views;
import javafx.scene.Parent;

/** The table of a list without targets. */
public final class TargetTableFixture {

    private TargetTableFixture() {}

    public static Parent build() {
        var rig = new TargetRig();
        var parts = rig.settledParts();
        var controller = new TargetTableController(rig.row(TargetRig.EMPTY_LIST), parts);
        var node = new Views(rig.ui.texts).load(controller);
        controller.onShow();
        var bar = rig.ui
                .workspace
                .targetLists()
                .bar(rig.row(TargetRig.EMPTY_LIST).id())
                .join();
        controller.showTotals(bar);
        rig.settle(() -> !controller.isLoading());
        return rig.ui.framed(node);
    }
}
