package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Campaign;
import dev.outpace.store.EmptyWorkspace;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.ui.theme.Theme;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.OfflineOrders;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.secrets.KeyringTool;
import dev.outpace.workspace.secrets.Passphrases;
import dev.outpace.workspace.secrets.SecretAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/** The console over a workspace with the small set-up: one campaign of forty targets and four agents. */
public final class ConsoleRig implements AutoCloseable {
    public static final String CAMPAIGN = "test campaign";

    /** No exit code: the console is open. */
    static final int OPEN = -1;

    private static final Path SET_UP = Path.of("src/test/resources/dev/outpace/formats/setup-small.json");

    private final Path folder;
    private final Stage stage;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger exitCode = new AtomicInteger(OPEN);
    final CountedTasks simulations = new CountedTasks();
    final Passphrases passphrases = new Passphrases(_ -> null);
    final AtomicInteger reopened = new AtomicInteger();
    private @Nullable Workspace workspace;
    private @Nullable ConsoleWindow window;

    /** @param stage is moved to where it can be drawn whole, wherever another test of the process left it */
    public ConsoleRig(Path folder, Stage stage) {
        this.folder = EmptyWorkspace.in(folder);
        this.stage = stage;
        stage.setMaximized(false);
        stage.setX(0);
        stage.setY(0);
    }

    Path folder() {
        return folder;
    }

    OfflineOrders orders() {
        return new OfflineOrders(folder, "a test", new JacksonJson(), Clock.systemUTC());
    }

    public void importSetUp() {
        try (var orders = orders()) {
            assertThat(orders.importFiles(List.of(SET_UP), false)).isInstanceOf(Answer.Done.class);
        }
    }

    void importAndStart() {
        importSetUp();
        try (var orders = orders()) {
            assertThat(orders.start(CAMPAIGN)).isInstanceOf(Answer.Done.class);
        }
    }

    public void open(FxRobot robot, double speed) {
        exitCode.set(OPEN);
        var opened = Workspace.open(
                new Workspace.Opening(
                        folder,
                        "a test",
                        speed,
                        false,
                        false,
                        1,
                        CarrierLog.NONE,
                        new SecretAccess(KeyringTool.ofSystem(), passphrases, true)),
                new JacksonJson(),
                Clock.systemUTC());
        workspace = opened;
        robot.interact(() -> {
            var pulse = Pulse.ofToolkit();
            var tasks = Tasks.ofToolkit(ForkJoinPool.commonPool(), pulse, failures::add);
            var texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
            var frame = new ConsoleFrame(texts, stage, folder, false, Theme.Mode.LIGHT);
            frame.show(() -> {});
            var shown = new ConsoleWindow(new ConsoleWindow.Parts(
                    texts,
                    pulse,
                    tasks,
                    opened,
                    opened.whatIf(simulations, Tour.LITTLE),
                    frame,
                    passphrases,
                    exitCode::set,
                    () -> {},
                    reopened::incrementAndGet));
            window = shown;
            shown.show();
        });
    }

    public void askToClose(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    public void waitUntilClosed() {
        UiRig.waitFor(() -> exitCode.get() == 0);
        workspace().close();
    }

    int exitCode() {
        return exitCode.get();
    }

    public Workspace workspace() {
        return Objects.requireNonNull(workspace);
    }

    public Campaign campaign() {
        return workspace().resourceBook().campaigns().iterator().next();
    }

    public int callsInProgress() {
        return workspace().callsInProgress().join();
    }

    @Override
    public void close() {
        Tour.onFx(() -> {
            Objects.requireNonNull(window).letGo();
            return true;
        });
        workspace().close();
        simulations.close();
        assertThat(failures).isEmpty();
    }
}
