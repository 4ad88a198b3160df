package dev.outpace.app;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.shell.About;
import dev.outpace.ui.shell.CommandPalette;
import dev.outpace.ui.shell.Help;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.shell.Shell;
import dev.outpace.ui.shell.ShellModel;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What of the window needs no workspace: it is painted while that is opened, and takes no keys and no clicks until the screens
 * are there.
 */
final class ConsoleFrame {
    /** Milliseconds; whatever is opened sooner comes without a word. */
    private static final long AT_ONCE = 1_500;

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final DialogLayer dialogs = new DialogLayer();
    private final ToastLayer toasts;
    private final ShellModel model = new ShellModel();
    private final Navigator navigator = new Navigator();
    private final CommandPalette palette;
    private final Theme theme;
    private final Shell shell;
    private final OpeningScreen opening;
    private Subscription waiting = Subscription.EMPTY;
    private @Nullable Screens screens;

    /**
     * @param workspace its folder
     * @param demo whether it is, as far as one knows
     */
    ConsoleFrame(Texts texts, Stage stage, Path workspace, boolean demo, Theme.Mode mode) {
        this.stage = stage;
        theme = new Theme(mode);
        toasts = new ToastLayer(texts.get("control.close"));
        palette = new CommandPalette(texts);
        navigator.setEntries(Screens.entries(() -> Objects.requireNonNull(screens)));
        model.openingProperty().set(true);
        model.workspaceProperty().set(texts.get(demo ? "shell.demo" : "shell.local"));
        model.telephonyProperty().set(texts.get("shell.simulated"));
        var help = new Help(texts, dialogs, about(workspace));
        shell = new Shell(texts, theme, model, navigator, palette, dialogs, toasts, help);
        var first = navigator.entries().getFirst();
        opening = new OpeningScreen(texts, first.textKey());
        navigator.standIn(first.id(), opening);
    }

    private static About about(Path workspace) {
        return new About(Version.number(), Runtime.version().toString(), workspace, Logging.file(workspace));
    }

    /** @param onClose what closing the window does until it is filled */
    void show(Runnable onClose) {
        var screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        boolean fillsScreen = screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT;
        // A window that is maximized already, of a workspace that is opened again, would move beyond the edge of the
        // screen.
        stage.setX(screen.getMinX() + (fillsScreen ? 0 : (screen.getWidth() - width) / 2));
        stage.setY(screen.getMinY() + (fillsScreen ? 0 : (screen.getHeight() - height) / 2));
        stage.setMaximized(fillsScreen);
        shell.openIn(stage, width, height);
        stage.setOnCloseRequest(_ -> onClose.run());
        stage.show();
        var _ = painted().thenRun(() -> stage.getIcons().setAll(Theme.icons()));
    }

    /** Says after a while that the workspace is being opened, unless it is filled by then. */
    void tellLater(Pulse pulse) {
        waiting = pulse.every(AT_ONCE, this::tell);
    }

    void tell() {
        endWaiting();
        opening.tell();
    }

    void endWaiting() {
        waiting.unsubscribe();
    }

    /** Done when the frame is on the screen: work that keeps the FX thread busy belongs behind it. */
    CompletableFuture<Boolean> painted() {
        return Frames.painted();
    }

    /** Keys and clicks lead to these screens from now on. */
    void fill(Screens made) {
        endWaiting();
        screens = made;
        palette.addSource(made::commands);
        palette.addSearch(made::commands);
        model.openingProperty().set(false);
    }

    Stage stage() {
        return stage;
    }

    Parent root() {
        return shell.root();
    }

    Theme theme() {
        return theme;
    }

    Navigator navigator() {
        return navigator;
    }

    ShellModel model() {
        return model;
    }

    DialogLayer dialogs() {
        return dialogs;
    }

    ToastLayer toasts() {
        return toasts;
    }
}
