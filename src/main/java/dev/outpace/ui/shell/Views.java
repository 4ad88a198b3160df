package dev.outpace.ui.shell;

import dev.outpace.ui.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the FXML of a controller: {@code XyController} and {@code XyScreen} have {@code Xy.fxml} in their package. The texts are
 * its resources.
 */
public final class Views {

    private final Texts texts;

    public Views(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param controller the one that {@code fx:controller} names
     * @param included those of included FXML files
     * @throws IllegalStateException if the file names another controller, or is missing or wrong
     */
    public Parent load(Object controller, Object... included) {
        var type = controller.getClass();
        var file = type.getSimpleName().replaceFirst("(Controller|Screen)$", "") + ".fxml";
        var location = Objects.requireNonNull(type.getResource(file), file);
        var loader = new FXMLLoader(location, texts.bundle());
        loader.setControllerFactory(wanted -> wanted.isInstance(controller)
                ? controller
                : Arrays.stream(included)
                        .filter(wanted::isInstance)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(file + " wants " + wanted.getName())));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
