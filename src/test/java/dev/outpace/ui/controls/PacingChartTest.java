package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import de.sandec.jmemorybuddy.JMemoryBuddy;
import dev.outpace.ui.UiRig;
import dev.outpace.ui.theme.Theme;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PacingChartTest {

    private final PacingSamples samples = new PacingSamples(100);
    private final StackPane root = new StackPane();

    /** Controls can't be made before. */
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Start
    void start(Stage stage) {
        root.getChildren().add(chart(samples));
        var scene = new Scene(root, 600, 300);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @Test
    void everyNewSampleIsShownInTheEnd(FxRobot robot) throws Exception {
        for (int i = 1; i <= 5; i++) {
            int number = i;
            robot.interact(() -> samples.add(number * 1000L, number, Double.NaN, 2));
            waitFor(() -> (number + " available, – limit, 2 dialing").equals(shown().getAccessibleText()));
        }
        assertThat(shown().getAccessibleText()).startsWith("5 available");
    }

    @Test
    void theKeyboardReadsTheValuesOfAMoment(FxRobot robot) throws Exception {
        robot.interact(() -> {
            samples.add(0, 3, 3, 1);
            samples.add(600_000, 12, 10, 8);
            shown().setNow(900_000);
            shown().requestFocus();
        });
        waitFor(() -> "12 available, 10 limit, 8 dialing".equals(shown().getAccessibleText()));
        robot.type(KeyCode.LEFT);
        assertThat(shown().getAccessibleHelp()).endsWith("12 available, 10 limit, 8 dialing");
        robot.type(KeyCode.HOME);
        assertThat(shown().getAccessibleHelp()).isEqualTo("00:00:00, 3 available, 3 limit, 1 dialing");
    }

    /** In a window of its own: TestFX keeps the events of the first stage, and with them their targets. */
    @Test
    void aChartThatIsGoneIsNotKeptAliveByItsSamples(FxRobot robot) {
        JMemoryBuddy.memoryTest(checker -> {
            var window = new AtomicReference<@Nullable Stage>();
            checker.setAsReferenced(samples);
            robot.interact(() -> {
                var chart = chart(samples);
                checker.assertCollectable(chart);
                var stage = new Stage();
                UiRig.put(stage, new Scene(new StackPane(chart), 400, 200));
                stage.show();
                samples.add(1000, 1, 1, 1);
                window.set(stage);
            });
            robot.interact(() -> {
                samples.add(2000, 1, 1, 1);
                Objects.requireNonNull(window.getAndSet(null)).close();
                samples.add(3000, 1, 1, 1);
            });
        });
    }

    private PacingChart shown() {
        return (PacingChart) root.getChildren().getFirst();
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    private static PacingChart chart(PacingSamples samples) {
        var chart = new PacingChart();
        chart.setZone(ZoneOffset.UTC);
        chart.setAvailableText("available");
        chart.setLimitText("limit");
        chart.setDialingText("dialing");
        chart.setNowText("now");
        chart.setSamples(samples);
        return chart;
    }
}
