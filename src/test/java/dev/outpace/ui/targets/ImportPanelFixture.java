package dev.outpace.ui.targets;

import dev.outpace.ui.shell.Views;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

/** The panel before a file is chosen, and after an import. */
public final class ImportPanelFixture {

    private ImportPanelFixture() {}

    public static Parent build() {
        var rig = new TargetRig();
        var screens = rig.settledScreens();
        var done = screens.importInto(rig.row(TargetRig.LIST));
        done.choose(TargetFacts.sampleFile(rig.folder));
        rig.settle(() -> done.stage() instanceof ImportModel.Stage.Mapping);
        done.check();
        rig.settle(() -> done.stage() instanceof ImportModel.Stage.Checked);
        done.start();
        rig.settle(() -> done.stage() instanceof ImportModel.Stage.Added);
        return rig.ui.framed(new HBox(panel(rig, screens.importInto(rig.row(TargetRig.EMPTY_LIST))), panel(rig, done)));
    }

    private static Parent panel(TargetRig rig, ImportModel model) {
        var controller = new ImportPanelController(
                rig.ui.texts,
                "Home policies",
                model,
                List.of("GB", "US"),
                rig.settledParts().files(),
                rig.ui.toasts,
                () -> {});
        var node = new Views(rig.ui.texts).load(controller);
        var _ = controller.follow();
        return node;
    }
}
