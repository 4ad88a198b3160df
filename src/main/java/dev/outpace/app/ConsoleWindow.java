package dev.outpace.app;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.LiveSource;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.About;
import dev.outpace.ui.shell.CommandPalette;
import dev.outpace.ui.shell.Help;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.shell.Shell;
import dev.outpace.ui.shell.ShellModel;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.WhatIf;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.IntConsumer;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window of an open workspace: everything in it is made here. */
final class ConsoleWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Parts parts;
    private final DialogLayer dialogs = new DialogLayer();
    private final ToastLayer toasts;
    private final ShellModel model = new ShellModel();
    private final Navigator navigator = new Navigator();
    private final LiveWorkspace live;
    private final Theme theme;
    private final Screens screens;
    private final Shell shell;
    private final Leaving leaving;
    private final GoingOn goingOn;

    /**
     * What the window is made with.
     *
     * @param whatIf simulates for the What-if screen
     * @param end closes the workspace and the program with this exit code
     * @param resetDemo makes the demo anew and shows it in a new window
     */
    record Parts(
            Texts texts,
            Pulse pulse,
            Tasks tasks,
            Workspace workspace,
            WhatIf whatIf,
            Stage stage,
            IntConsumer end,
            Runnable resetDemo) {}

    ConsoleWindow(Parts parts) {
        this.parts = parts;
        var texts = parts.texts();
        var workspace = parts.workspace();
        toasts = new ToastLayer(texts.get("control.close"));
        theme = new Theme(mode(workspace.settings().workspace()));
        live = new LiveWorkspace(LiveSource.of(workspace), parts.pulse(), parts.tasks(), texts, Clock.systemUTC());
        var palette = new CommandPalette(texts);
        screens = new Screens(parts, live, navigator, dialogs, toasts, this::resetDemo);
        navigator.setEntries(screens.entries());
        palette.addSource(screens::commands);
        palette.addSearch(screens::commands);
        new ShellFacts(parts, live, model, dialogs, toasts, screens::openCampaign).bind();
        var help = new Help(texts, dialogs, about(workspace.folder()));
        shell = new Shell(texts, theme, model, navigator, palette, dialogs, toasts, help);
        leaving = new Leaving(
                texts, workspace, live, parts.tasks(), navigator, dialogs, model.closingProperty(), this::close);
        goingOn = new GoingOn(texts, workspace, parts.tasks(), dialogs);
        followTheme();
    }

    private static About about(Path workspace) {
        return new About(Version.number(), Runtime.version().toString(), workspace, Logging.file(workspace));
    }

    private static Theme.Mode mode(WorkspaceSettings settings) {
        return settings.theme() == WorkspaceSettings.Theme.DARK ? Theme.Mode.DARK : Theme.Mode.LIGHT;
    }

    /** The button of the window and the settings are one: what is chosen here is saved, what is saved is shown. */
    private void followTheme() {
        live.settingsProperty().subscribe(settings -> theme.setMode(mode(settings)));
        theme.modeProperty().subscribe(mode -> {
            var settings = live.settings();
            if (mode != mode(settings)) {
                var chosen = mode == Theme.Mode.DARK ? WorkspaceSettings.Theme.DARK : WorkspaceSettings.Theme.LIGHT;
                parts.tasks().onFx(parts.workspace().settings().save(settings.withTheme(chosen)), _ -> {});
            }
        });
    }

    void show() {
        var stage = parts.stage();
        var screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        // The page of the opening, where there was one, is smaller and its corner elsewhere.
        stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
        stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
        shell.openIn(stage, width, height);
        stage.setOnCloseRequest(event -> {
            event.consume();
            leaving.ask();
        });
        stage.iconifiedProperty().subscribe(hidden -> parts.pulse().setPeriod(hidden ? Pulse.CALM : Pulse.LIVELY));
        navigator.go(navigator.entries().getFirst().id());
        stage.show();
        goingOn.ask();
    }

    Navigator navigator() {
        return navigator;
    }

    Parent root() {
        return shell.root();
    }

    Theme theme() {
        return theme;
    }

    LiveWorkspace live() {
        return live;
    }

    Screens screens() {
        return screens;
    }

    /** What went wrong stands in the log; the user is told that it did. */
    void tellFailure() {
        toasts.show(Looks.of(Severity.ERROR), parts.texts().get("shell.failure"));
    }

    /** Nothing asks the workspace any more, so that it can be closed. */
    void letGo() {
        var place = navigator.getPlace();
        if (place != null) {
            place.screen().onHide();
        }
        parts.whatIf().cancel();
        live.dispose();
    }

    private void resetDemo() {
        letGo();
        parts.resetDemo().run();
    }

    /** The window goes at once; the workspace is closed behind it. */
    void close() {
        letGo();
        parts.stage().hide();
        parts.end().accept(0);
    }
}
