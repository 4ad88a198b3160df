package dev.outpace.ui.theme;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/** Pictures of what is on the screen, for looking at. */
public final class Snapshots {

    private Snapshots() {}

    /** The whole scene, which needs no window: the headless platform's screen is only 1000 pixels high. */
    public static void write(Scene scene, String name) {
        write(scene.snapshot(null), Path.of("target", "screens", name + ".png"));
    }

    /** Writes {@code target/screens/NAME.png}; call on the FX thread. */
    public static void write(Node node, String name) {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        write(node.snapshot(parameters, null), Path.of("target", "screens", name + ".png"));
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
