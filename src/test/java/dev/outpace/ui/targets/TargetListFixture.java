package dev.outpace.ui.targets;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.TableView;

/** A list with targets in most states, and a file whose columns are being mapped. */
public final class TargetListFixture {

    private TargetListFixture() {}

    public static Parent build() {
        var rig = new TargetRig();
        rig.store(TargetFacts.mixed(TargetRig.LIST));
        var screens = rig.settledScreens();
        var model = screens.importInto(rig.row(TargetRig.LIST));
        model.choose(TargetFacts.sampleFile(rig.folder));
        rig.settle(() -> model.stage() instanceof ImportModel.Stage.Mapping);
        var screen = screens.of(rig.row(TargetRig.LIST));
        screen.onShow();
        rig.settle(() -> rows(screen) == 24);
        rig.settle(() -> screen.node().lookupAll(".counts-number").stream()
                .noneMatch(node -> ((javafx.scene.control.Label) node).getText().equals("–")));
        return rig.ui.framed(screen);
    }

    static int rows(TargetListScreen screen) {
        return ((TableView<?>) Objects.requireNonNull(screen.node().lookup(".table-view")))
                .getItems()
                .size();
    }
}
