package dev.outpace.ui.campaign;

import dev.outpace.model.Address;
import dev.outpace.model.LineLimits;
import dev.outpace.model.NextTargets;
import dev.outpace.model.TargetBar;
import dev.outpace.ui.UiRig;
import dev.outpace.workspace.RealStart;
import java.time.Instant;
import java.util.List;
import javafx.scene.Parent;

/** The question before the first real calls of a campaign, in its dialog. */
public final class RealStartFixture {
    static final RealStart REAL = new RealStart(
            "Heater recall notice",
            List.of("Heater recall notice"),
            "Onboarding",
            "Heater recall",
            new TargetBar(5_000, 870, 0, 6_440, 130),
            new NextTargets(
                    6_400,
                    40,
                    Instant.parse("2026-05-12T15:00:00Z"),
                    List.of(Address.tel("+12125550119"), Address.tel("+12125550138"), Address.tel("+12125550150"))),
            "PJSIP/carrier",
            "+12125550100",
            new LineLimits(60, 5));

    private RealStartFixture() {}

    public static Parent build() {
        var rig = new UiRig();
        var _ = new RealStartController(rig.texts, REAL).askIn(rig.dialogs);
        return rig.framed();
    }
}
