package dev.outpace.app;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Looks;
import dev.outpace.ui.live.LiveSource;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.WhatIf;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceSettings;
import dev.outpace.workspace.secrets.Passphrases;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.scene.Parent;

/** The window of an open workspace: everything in it that needs one is made here. */
final class ConsoleWindow {
    private final Parts parts;
    private final LiveWorkspace live;
    private final Screens screens;
    private final Leaving leaving;
    private final GoingOn goingOn;
    private final RememberedTheme remembered;
    private final LinkBars linkBars;

    /**
     * What the window is made with.
     *
     * @param whatIf simulates for the What-if screen
     * @param passphrases of this session
     * @param end closes the workspace and the program with this exit code
     * @param resetDemo makes the demo anew and shows it in a new window
     * @param reopen closes the workspace, opens it again and shows its telephony in a new window
     */
    record Parts(
            Texts texts,
            Pulse pulse,
            Tasks tasks,
            Workspace workspace,
            WhatIf whatIf,
            ConsoleFrame frame,
            Passphrases passphrases,
            IntConsumer end,
            Runnable resetDemo,
            Runnable reopen) {}

    ConsoleWindow(Parts parts) {
        this.parts = parts;
        var texts = parts.texts();
        var workspace = parts.workspace();
        var frame = parts.frame();
        remembered = new RememberedTheme(workspace.folder());
        live = new LiveWorkspace(LiveSource.of(workspace), parts.pulse(), parts.tasks(), texts, Clock.systemUTC());
        screens = new Screens(parts, live, this::resetDemo, this::reopen);
        new ShellFacts(parts, live, screens::openCampaign).bind();
        new ListeningFacts(parts, live).bind();
        linkBars = new LinkBars(parts);
        new LinkFacts(
                        parts,
                        live,
                        new LinkFacts.Ways(
                                screens::openTelephony, linkBars::enterSecret, screens::showCalls, screens::showLog))
                .bind();
        leaving = new Leaving(
                texts,
                workspace,
                live,
                parts.tasks(),
                frame.navigator(),
                frame.dialogs(),
                frame.model().closingProperty(),
                this::close);
        goingOn = new GoingOn(texts, workspace, parts.tasks(), frame.dialogs());
        followTheme();
        frame.fill(screens);
    }

    private static Theme.Mode mode(WorkspaceSettings settings) {
        return settings.theme() == WorkspaceSettings.Theme.DARK ? Theme.Mode.DARK : Theme.Mode.LIGHT;
    }

    /** The button of the window and the settings are one: what is chosen here is saved, what is saved is shown. */
    private void followTheme() {
        var theme = theme();
        live.settingsProperty().subscribe(settings -> theme.setMode(mode(settings)));
        theme.modeProperty().subscribe(mode -> {
            var settings = live.settings();
            if (mode != mode(settings)) {
                var chosen = mode == Theme.Mode.DARK ? WorkspaceSettings.Theme.DARK : WorkspaceSettings.Theme.LIGHT;
                parts.tasks().onFx(parts.workspace().settings().save(settings.withTheme(chosen)), _ -> {});
            }
        });
        live.settingsProperty().map(ConsoleWindow::mode).subscribe(this::remember);
    }

    private void remember(Theme.Mode mode) {
        parts.tasks()
                .start(
                        _ -> {
                            remembered.remember(mode);
                            return mode;
                        },
                        _ -> {},
                        _ -> {});
    }

    /** Leads to the first screen, and asks whether what was running goes on. */
    void show() {
        var stage = parts.frame().stage();
        stage.setOnCloseRequest(event -> {
            event.consume();
            leaving.ask();
        });
        stage.iconifiedProperty().subscribe(hidden -> parts.pulse().setPeriod(hidden ? Pulse.CALM : Pulse.LIVELY));
        navigator().go(navigator().entries().getFirst().id());
        goingOn.ask();
        linkBars.bind(live);
    }

    /** Done when the first screen is on the display. */
    CompletableFuture<Boolean> painted() {
        return Frames.painted();
    }

    Navigator navigator() {
        return parts.frame().navigator();
    }

    Parent root() {
        return parts.frame().root();
    }

    Theme theme() {
        return parts.frame().theme();
    }

    LiveWorkspace live() {
        return live;
    }

    Screens screens() {
        return screens;
    }

    /** What went wrong stands in the log; the user is told that it did. */
    void tellFailure() {
        parts.frame().toasts().show(Looks.of(Severity.ERROR), parts.texts().get("shell.failure"));
    }

    /** Nothing asks the workspace any more, so that it can be closed. */
    void letGo() {
        var place = navigator().getPlace();
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

    private void reopen() {
        letGo();
        parts.reopen().run();
    }

    /** The window goes at once; the workspace is closed behind it. */
    void close() {
        letGo();
        parts.frame().stage().hide();
        parts.end().accept(0);
    }
}
