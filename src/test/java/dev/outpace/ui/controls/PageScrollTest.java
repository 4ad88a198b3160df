package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.ui.UiRig;
import dev.outpace.ui.theme.Theme;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class PageScrollTest {
    private Stage stage;

    private static Region block(double width, double height) {
        var block = new Region();
        block.setMinSize(width, height);
        return block;
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var page = new PageScroll();
        var both = new MainAndAside();
        both.getChildren().addAll(block(300, 250), block(100, 200));
        page.setContent(both);
        var scene = new Scene(page, 600, 300);
        new Theme(Theme.Mode.LIGHT).install(scene);
        UiRig.put(stage, scene);
        stage.show();
    }

    @Test
    void scrollsWhereWhatStandsBelowOneAnotherIsTooTall(FxRobot robot) {
        assertThat(hasBar(robot)).as("side by side").isFalse();
        robot.interact(() -> stage.setWidth(stage.getWidth() - 250));
        assertThat(hasBar(robot)).as("one below the other").isTrue();
        robot.interact(() -> stage.setHeight(stage.getHeight() + 300));
        assertThat(hasBar(robot)).as("with room for both").isFalse();
    }

    private static boolean hasBar(FxRobot robot) {
        return robot.lookup(".scroll-bar").<ScrollBar>queryAll().stream()
                .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.VERTICAL);
    }
}
