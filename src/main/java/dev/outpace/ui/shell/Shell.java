package dev.outpace.ui.shell;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** The main window. Make the screens first: they get the navigator, the dialogs and the toasts by their constructors. */
public final class Shell {

    /** What the window never gets smaller than; all screens work in it. */
    public static final double LEAST_WIDTH = 1024;

    public static final double LEAST_HEIGHT = 700;

    private final Texts texts;
    private final Theme theme;
    private final Region root;

    /** @param navigator with its entries set */
    public Shell(
            Texts texts,
            Theme theme,
            ShellModel model,
            Navigator navigator,
            CommandPalette palette,
            DialogLayer dialogs,
            ToastLayer toasts,
            Help help) {
        this.texts = texts;
        this.theme = theme;
        root = (Region) new Views(texts)
                .load(new ShellController(texts, theme, model, navigator, palette, dialogs, toasts, help));
    }

    public Parent root() {
        return root;
    }

    /** Dresses the stage but for its icons; the caller shows it. On a screen that is smaller than all screens work in, they scroll. */
    public void openIn(Stage stage, double width, double height) {
        // Showing a stage lays out its content at its preferred size first; this makes it the size that it then has.
        root.setPrefSize(Math.max(LEAST_WIDTH, width), Math.max(LEAST_HEIGHT, height));
        boolean small = width < LEAST_WIDTH || height < LEAST_HEIGHT;
        var scene = new Scene(small ? scrolled() : root, width, height);
        theme.install(scene);
        stage.setScene(scene);
        stage.setTitle(texts.get("shell.title"));
        // After the scene: a window that fills the screen would else shrink to it.
        stage.setMinWidth(Math.min(LEAST_WIDTH, width));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, height));
    }

    private ScrollPane scrolled() {
        root.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        var window = new ScrollPane(root);
        window.setFitToWidth(true);
        window.setFitToHeight(true);
        window.setFocusTraversable(false);
        return window;
    }
}
