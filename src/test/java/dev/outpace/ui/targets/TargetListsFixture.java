package dev.outpace.ui.targets;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.OutdialRow;
import java.util.function.Consumer;
import javafx.scene.Parent;

/** The screen with two lists, one of them in use. */
public final class TargetListsFixture {

    private TargetListsFixture() {}

    public static Parent build() {
        var rig = new TargetRig();
        rig.store(TargetFacts.mixed(TargetRig.LIST));
        var screen = screen(rig.ui, row -> {});
        screen.onShow();
        return rig.ui.framed(screen);
    }

    static TargetListsScreen screen(UiRig rig, Consumer<OutdialRow> open) {
        return new TargetListsScreen(rig.texts, rig.workspace, rig.live, rig.tasks, rig.dialogs, rig.toasts, open);
    }
}
