package dev.outpace.ui;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Resource;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.ui.controls.DialogLayer;
import dev.outpace.ui.controls.ToastLayer;
import dev.outpace.ui.live.LiveSource;
import dev.outpace.ui.live.LiveWorkspace;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.shell.Navigator;
import dev.outpace.ui.shell.Screen;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What a screen is made from, over a workspace of its own in a temporary folder. Make it on the FX thread. */
public final class UiRig implements AutoCloseable {

    public final Texts texts =
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
    public final DialogLayer dialogs = new DialogLayer();
    public final ToastLayer toasts = new ToastLayer(texts.get("control.close"));
    public final Navigator navigator = new Navigator();
    public final List<Throwable> failures = new CopyOnWriteArrayList<>();
    public final Pulse pulse = Pulse.ofToolkit();
    /** Its own threads: what an earlier test left in the common pool keeps nobody waiting here. */
    private final ExecutorService background =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());

    public final Tasks tasks = Tasks.ofToolkit(background, pulse, failures::add);
    public final Workspace workspace;
    public final LiveWorkspace live;
    private @Nullable Screen shown;
    private final Path folder;

    public UiRig(Resource... resources) {
        this(_ -> {}, resources);
    }

    /** @param prepare the closed workspace in its folder */
    public UiRig(Consumer<Path> prepare, Resource... resources) {
        try {
            folder = Files.createTempDirectory("outpace-ui");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EmptyWorkspace.in(folder);
        prepare.accept(folder);
        workspace = Workspace.open(
                new Workspace.Opening(folder, "a test", 1, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
        List.of(resources).forEach(this::store);
        live = new LiveWorkspace(LiveSource.of(workspace), pulse, tasks, texts, Clock.systemUTC());
    }

    /** Stores a resource of any kind, or fails. */
    public void store(Resource resource) {
        var order = resource instanceof dev.outpace.model.Campaign campaign
                ? workspace.campaigns().create(campaign)
                : workspace.resources().save(resource, false);
        var answer = order.join();
        if (!(answer instanceof Answer.Done)) {
            throw new AssertionError(answer);
        }
        var known = workspace.resourceBook();
        while (Stream.of(
                        known.campaigns(),
                        known.outplans(),
                        known.outdials(),
                        known.queues(),
                        known.agents(),
                        known.ruleSets(),
                        known.doNotCallLists())
                .flatMap(Collection::stream)
                .noneMatch(found -> found.id().equals(resource.id()))) {
            Thread.onSpinWait();
            known = workspace.resourceBook();
        }
    }

    /** Shows the screen in a window as the shell does. */
    public void show(Stage stage, Screen screen, double width, double height) {
        var scene = new Scene(framed(screen), width, height);
        new Theme(Theme.Mode.LIGHT).install(scene);
        put(stage, scene);
        stage.show();
        shown = screen;
        screen.onShow();
    }

    /**
     * Gives the stage this scene and its size. All tests of a process are given the same stage, with whatever place, size and
     * limits the one before has left.
     */
    public static void put(Stage stage, Scene scene) {
        stage.setMaximized(false);
        stage.setX(0);
        stage.setY(0);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.sizeToScene();
    }

    public Parent framed(Node... layers) {
        var frame = new StackPane(layers);
        frame.getChildren().addAll(toasts, dialogs);
        return frame;
    }

    public Parent framed(Screen screen) {
        return framed(screen.node());
    }

    public static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come. The windows say: " + Seen.everything(), late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens a screen of this rig in a window of its own, shows and hides it, and demands that it can be collected. */
    public static void assertGoesAway(FxRobot robot, Supplier<Screen> screens) {
        JMemoryBuddy.memoryTest(checker -> {
            var window = new AtomicReference<@Nullable Stage>();
            robot.interact(() -> {
                var screen = screens.get();
                checker.assertCollectable(screen);
                checker.assertCollectable(screen.node());
                var stage = new Stage();
                var scene = new Scene(screen.node(), 800, 500);
                new Theme(Theme.Mode.LIGHT).install(scene);
                stage.setScene(scene);
                stage.show();
                screen.onShow();
                window.set(stage);
                screen.onHide();
            });
            robot.interact(() -> Objects.requireNonNull(window.getAndSet(null)).close());
        });
    }

    @Override
    public void close() {
        var _ = WaitForAsyncUtils.asyncFx(() -> {
            if (shown != null) {
                shown.onHide();
            }
            live.dispose();
        });
        WaitForAsyncUtils.waitForFxEvents();
        background.shutdown();
        workspace.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
