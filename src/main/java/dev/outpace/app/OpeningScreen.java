package dev.outpace.app;

import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.LoaderIcon;
import dev.outpace.ui.controls.SkeletonRows;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.texts.Texts;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Stands in for the first screen while the workspace is opened: its title, and what is done once that takes its time. */
final class OpeningScreen implements Screen {
    private final Texts texts;
    private final SkeletonRows rows = new SkeletonRows();
    private final VBox node;

    OpeningScreen(Texts texts, String titleKey) {
        this.texts = texts;
        var title = new Label(texts.get(titleKey));
        title.getStyleClass().add("page-title");
        var head = new VBox(title);
        head.getStyleClass().add("opening-head");
        node = new VBox(head, rows);
        node.getStyleClass().add("pane");
        rows.setLoading(true);
    }

    /** Says that the workspace is being opened. */
    void tell() {
        rows.setLoading(false);
        var page = new EmptyState();
        page.setIcon("fth-database");
        page.setTitle(texts.get("opening.title"));
        page.setDetail(texts.get("opening.detail"));
        page.getActions().add(new LoaderIcon());
        VBox.setVgrow(page, Priority.ALWAYS);
        node.getChildren().set(1, page);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void onHide() {
        rows.setLoading(false);
    }
}
