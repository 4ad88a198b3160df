package dev.outpace.ui.outplans;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Facts;
import java.util.List;
import javafx.scene.Parent;

/** The form in its dialog. */
public final class OutplanFormFixture {

    private OutplanFormFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var outplan = Facts.outplan(1, "Daytime, six attempts");
        new OutplanFormController(rig.texts, rig.workspace.resources(), rig.tasks, rig.dialogs)
                .open(
                        new dev.outpace.model.Outplan(
                                outplan.id(),
                                outplan.name(),
                                "Three at home, two at work, one mobile",
                                dev.outpace.model.Address.tel("+12125550100"),
                                30_000,
                                7_200_000,
                                List.of(3, 2, 1, 0, 0),
                                outplan.stamps(),
                                outplan.unknown()),
                        id -> {});
        return rig.framed();
    }
}
