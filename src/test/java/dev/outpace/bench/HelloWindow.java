package dev.outpace.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least window there is; it says when it is painted, as the console does for the build, and closes, unless told to {@code stay}. */
public final class HelloWindow extends Application {
    static final String STAY = "stay";

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("Hello")), 320, 240));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 3) {
                    stop();
                    System.err.println("painted");
                    if (!getParameters().getRaw().contains(STAY)) {
                        Platform.exit();
                    }
                }
            }
        }.start();
    }
}
