package dev.outpace.app;

import dev.outpace.ui.controls.EmptyState;
import dev.outpace.ui.controls.LoaderIcon;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/** What the window shows while a workspace is opened, if that is not done at once, and why the program was not opened or ended. */
final class OpeningPage {
    /** Milliseconds; whatever is opened sooner comes without this page. */
    private static final long AT_ONCE = 1_500;

    private static final double WIDTH = 560;
    private static final double HEIGHT = 320;

    private final Texts texts;
    private final Stage stage;
    private final IntConsumer end;
    private Subscription waiting = Subscription.EMPTY;

    OpeningPage(Texts texts, Stage stage, IntConsumer end) {
        this.texts = texts;
        this.stage = stage;
        this.end = end;
    }

    void showLater(Pulse pulse) {
        waiting = pulse.every(AT_ONCE, () -> {
            close();
            show();
        });
    }

    void show() {
        var page = page("fth-database", "opening.title", texts.get("opening.detail"));
        page.getActions().add(new LoaderIcon());
        show(page);
    }

    void close() {
        waiting.unsubscribe();
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
        close();
        var page = page("fth-alert-octagon", titleKey, sentence);
        var button = new Button(texts.get("control.close"));
        button.setDefaultButton(true);
        button.setOnAction(event -> end.accept(ExitCode.REFUSED));
        page.getActions().add(button);
        show(page);
    }

    private EmptyState page(String icon, String titleKey, String detail) {
        var page = new EmptyState();
        page.setIcon(icon);
        page.setTitle(texts.get(titleKey));
        page.setDetail(detail);
        return page;
    }

    private void show(EmptyState page) {
        var root = new StackPane(page);
        root.getStyleClass().add("opening");
        var scene = new Scene(root, WIDTH, HEIGHT);
        new Theme(Theme.Mode.ofSystem()).install(scene);
        stage.setScene(scene);
        stage.setTitle(texts.get("shell.title"));
        stage.getIcons().setAll(Theme.icons());
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(HEIGHT);
        stage.setOnCloseRequest(event -> end.accept(ExitCode.REFUSED));
        stage.show();
    }
}
