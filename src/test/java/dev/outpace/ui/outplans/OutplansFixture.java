package dev.outpace.ui.outplans;

import dev.outpace.model.Ids;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import javafx.scene.Parent;

/** The screen with two outplans, one of them in use. */
public final class OutplansFixture {

    private OutplansFixture() {}

    public static Parent build() {
        var rig = new UiRig(
                Facts.outplan(1, "Daytime, six attempts"),
                Facts.outplan(2, "Evening"),
                Facts.campaign(3, "Spring renewal 2026", Ids.NIL, Ids.NIL, Facts.id(1)));
        var screen = screen(rig);
        screen.onShow();
        return rig.framed(screen);
    }

    static OutplansScreen screen(UiRig rig) {
        return new OutplansScreen(rig.texts, rig.workspace, rig.live, rig.tasks, rig.dialogs, rig.toasts);
    }
}
