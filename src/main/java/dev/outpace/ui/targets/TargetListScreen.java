package dev.outpace.ui.targets;

import dev.outpace.ui.live.OutdialRow;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.shell.Shortcut;
import dev.outpace.ui.shell.Views;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** One list and its targets. */
public final class TargetListScreen implements Screen {

    private final TargetListController controller;
    private final Parent node;

    TargetListScreen(OutdialRow list, TargetListScreens.Parts parts, TargetListScreens screens) {
        var table = new TargetTableController(list, parts);
        controller = new TargetListController(list, parts, screens, table);
        node = new Views(parts.texts()).load(controller, table);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onShow() {
        controller.onShow();
    }

    @Override
    public void onHide() {
        controller.onHide();
    }

    @Override
    public boolean perform(Shortcut shortcut) {
        return controller.perform(shortcut);
    }

    @Override
    public List<Node> regions() {
        return controller.regions();
    }
}
