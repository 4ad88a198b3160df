package dev.outpace.ui.shell;

import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A shell around screens that only note what happens to them. */
public final class ShellFixture {

    static final class NotingScreen implements Screen {
        final List<String> notes = new ArrayList<>();
        final TextField filter = new TextField();
        final Button button = new Button("Do");
        private final VBox node = new VBox(8, filter, button);
        boolean refusesToLeave;

        NotingScreen(String title) {
            filter.setPromptText(title);
            node.getStyleClass().add("pane");
        }

        @Override
        public Parent node() {
            return node;
        }

        @Override
        public void onShow() {
            notes.add("show");
        }

        @Override
        public void onHide() {
            notes.add("hide");
        }

        @Override
        public boolean perform(Shortcut shortcut) {
            if (shortcut == Shortcut.FIND) {
                filter.requestFocus();
                return true;
            }
            return false;
        }

        @Override
        public void beforeLeave(Runnable proceed) {
            if (!refusesToLeave) {
                proceed.run();
            }
        }
    }

    static final About ABOUT =
            new About("1.2.3", "25", Path.of("workspace"), Path.of("workspace", "logs", "outpace.log"));

    final Texts texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    final Theme theme = new Theme(Theme.Mode.LIGHT);
    final ShellModel model = new ShellModel();
    final Navigator navigator = new Navigator();
    final CommandPalette palette = new CommandPalette(texts);
    final DialogLayer dialogs = new DialogLayer();
    final ToastLayer toasts = new ToastLayer(texts.get("control.close"));
    final NotingScreen campaigns = new NotingScreen("Campaigns");
    final NotingScreen targets = new NotingScreen("Target lists");
    final NotingScreen settings = new NotingScreen("Settings");
    final Help help = new Help(texts, dialogs, ABOUT);
    final Shell shell;

    public ShellFixture() {
        navigator.setEntries(List.of(
                new NavigationEntry("campaigns", "shell.nav.campaigns", Feather.LAYERS, () -> campaigns, Shortcut.GO_1),
                new NavigationEntry("targets", "shell.nav.targets", Feather.LIST, () -> targets, Shortcut.GO_2),
                new NavigationEntry(
                        "outplans", "shell.nav.outplans", Feather.REPEAT, () -> screen("Outplans"), Shortcut.GO_3),
                new NavigationEntry("agents", "shell.nav.agents", Feather.USERS, () -> screen("Agents"), Shortcut.GO_4),
                new NavigationEntry("calls", "shell.nav.calls", Feather.PHONE, () -> screen("Calls"), Shortcut.GO_5),
                new NavigationEntry(
                        "settings", "shell.nav.settings", Feather.SETTINGS, () -> settings, Shortcut.SETTINGS, true)));
        model.workspaceProperty().set("Local");
        model.telephonyProperty().set("Simulated telephony");
        model.dialingProperty().set(41);
        model.inProgressProperty().set(94);
        model.nowProperty().set(Instant.parse("2026-05-12T10:42:18Z"));
        shell = new Shell(texts, theme, model, navigator, palette, dialogs, toasts, help);
        navigator.go("campaigns");
    }

    /** The node of the screen that is shown. */
    Node content() {
        return ((StackPane) shell.root().lookup(".content")).getChildren().getFirst();
    }

    private static Screen screen(String title) {
        return new NotingScreen(title);
    }

    /** For looking at. */
    public static Parent build() {
        return new ShellFixture().shell.root();
    }
}
