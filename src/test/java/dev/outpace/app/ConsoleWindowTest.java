package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.exchange.JacksonJson;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.telephony.simulated.CarrierLog;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.live.Pulse;
import dev.outpace.ui.live.Tasks;
import dev.outpace.ui.texts.Texts;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.OfflineOrders;
import dev.outpace.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window over a workspace with one small campaign: how it opens and how it is left. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ConsoleWindowTest {
    private static final Path SET_UP = Path.of("src/test/resources/dev/outpace/exchange/setup-small.json");
    private static final int OPEN = -1;

    @TempDir
    private Path folder;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger exitCode = new AtomicInteger(OPEN);
    private Stage stage;
    private Workspace workspace;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() {
        workspace.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void whatWasRunningWaitsForTheWordToGoOn(FxRobot robot) {
        importAndStart();
        open(robot, 100);
        robot.clickOn("Go on");
        UiRig.waitFor(() -> workspace.callsInProgress().join() > 0);
    }

    @Test
    void whatWasRunningCanBeStoppedInstead(FxRobot robot) {
        importAndStart();
        open(robot, 100);
        robot.clickOn("Stop them");
        UiRig.waitFor(() -> campaign().status() == CampaignStatus.STOP);
        assertThat(workspace.callsInProgress().join()).isZero();
    }

    @Test
    void withoutCallsInProgressItClosesAtOnce(FxRobot robot) {
        orders().close();
        open(robot, 1);
        askToClose(robot);
        UiRig.waitFor(() -> exitCode.get() == 0);
    }

    @Test
    void withCallsInProgressItAsksAndCanWaitForThem(FxRobot robot) {
        importAndStart();
        open(robot, 20);
        robot.clickOn("Go on");
        UiRig.waitFor(() -> workspace.callsInProgress().join() > 0);
        askToClose(robot);
        assertThat(exitCode.get()).isEqualTo(OPEN);
        robot.clickOn("Wait for the calls");
        UiRig.waitFor(() -> exitCode.get() == 0);
        assertThat(workspace.callsInProgress().join()).isZero();
        assertThat(campaign().status()).isEqualTo(CampaignStatus.RUN);
    }

    private Campaign campaign() {
        return workspace.resourceBook().campaigns().iterator().next();
    }

    private OfflineOrders orders() {
        return new OfflineOrders(folder, "a test", new JacksonJson(), Clock.systemUTC());
    }

    private void importAndStart() {
        try (var orders = orders()) {
            assertThat(orders.importFiles(List.of(SET_UP), false)).isInstanceOf(Answer.Done.class);
            assertThat(orders.start("test campaign")).isInstanceOf(Answer.Done.class);
        }
    }

    private void open(FxRobot robot, double speed) {
        workspace = Workspace.open(
                new Workspace.Opening(folder, "a test", speed, false, false, 1, CarrierLog.NONE),
                new JacksonJson(),
                Clock.systemUTC());
        robot.interact(() -> {
            var pulse = Pulse.ofToolkit();
            var tasks = Tasks.ofToolkit(ForkJoinPool.commonPool(), pulse, failures::add);
            var texts = new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);
            new ConsoleWindow(new ConsoleWindow.Parts(texts, pulse, tasks, workspace, stage, exitCode::set, () -> {}))
                    .show();
        });
    }

    private void askToClose(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
