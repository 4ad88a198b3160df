package dev.outpace.app;

import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Why the workspace was not opened, or the program ended: all that the window shows then. */
final class LastPage {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 320;

    private final Texts texts;
    private final Stage stage;
    private final Theme.Mode mode;
    private final IntConsumer end;

    LastPage(Texts texts, Stage stage, Theme.Mode mode, IntConsumer end) {
        this.texts = texts;
        this.stage = stage;
        this.mode = mode;
        this.end = end;
    }

    void refuse(String sentence) {
        fail("opening.refused", sentence);
    }

    /** Tells what went wrong; the program ends when it was read. */
    void fail(String titleKey, String sentence) {
        System.err.println("outpace: " + sentence);
        tell(titleKey, sentence);
    }

    /** The same, where it was printed already. */
    void tell(String titleKey, String sentence) {
        var page = new EmptyState();
        page.setIcon("fth-alert-octagon");
        page.setTitle(texts.get(titleKey));
        page.setDetail(sentence);
        var button = new Button(texts.get("control.close"));
        button.setDefaultButton(true);
        button.setOnAction(event -> end.accept(ExitCode.REFUSED));
        page.getActions().add(button);
        show(page);
    }

    private void show(EmptyState page) {
        var root = new StackPane(page);
        root.getStyleClass().add("opening");
        var scene = new Scene(root, WIDTH, HEIGHT);
        new Theme(mode).install(scene);
        stage.setScene(scene);
        stage.setTitle(texts.get("shell.title"));
        stage.getIcons().setAll(Theme.icons());
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(HEIGHT);
        stage.setOnCloseRequest(event -> end.accept(ExitCode.REFUSED));
        stage.show();
    }
}
