package dev.outpace.ui.controls;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Turns in steps of 45 degrees, ten a second, while it is in a window that shows: a running animation would keep its view alive. */
public final class LoaderIcon extends FontIcon {

    private final Timeline turning =
            new Timeline(new KeyFrame(Duration.millis(100), event -> setRotate((getRotate() + 45) % 360)));

    public LoaderIcon() {
        super(Feather.LOADER);
        turning.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(this::turn);
    }

    private void turn(boolean showing) {
        if (showing && !Platform.getPreferences().isReducedMotion()) {
            turning.play();
        } else {
            turning.stop();
        }
    }
}
