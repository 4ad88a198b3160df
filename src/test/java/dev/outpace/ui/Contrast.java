package dev.outpace.ui;

import dev.outpace.ui.theme.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * How well words stand out from what is behind them.
 *
 * @param letters as they are seen, with all that makes them pale
 */
public record Contrast(Color letters, Color ground) {
    /** WCAG 2.2, success criterion 1.4.3. */
    public static final double LEAST = 4.5;

    /**
     * @param visible part of the words, in the scene
     * @param picture of the scene
     */
    public static Contrast of(Text text, Color fill, Bounds visible, Image picture) {
        var ground = ground(visible, picture);
        double opacity = fill.getOpacity();
        for (Node at = text; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        var letters = Color.color(fill.getRed(), fill.getGreen(), fill.getBlue());
        return new Contrast(ground.interpolate(letters, opacity), ground);
    }

    /** Of each place where the scene says this word, in both themes, which are left dark; on the FX thread. */
    public static List<Contrast> inBothThemes(Scene scene, String word) {
        return Stream.of(Theme.Mode.values())
                .flatMap(mode -> {
                    new Theme(mode).install(scene);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return of(scene, word).stream();
                })
                .toList();
    }

    private static List<Contrast> of(Scene scene, String word) {
        var picture = scene.snapshot(null);
        return scene.getRoot().lookupAll(".text").stream()
                .filter(node -> node instanceof Text text && text.getText().equals(word) && Seen.isShown(text))
                .map(node -> (Text) node)
                .map(text -> of(text, (Color) text.getFill(), text.localToScene(text.getLayoutBounds()), picture))
                .toList();
    }

    /** The commonest colour where the words stand. */
    private static Color ground(Bounds bounds, Image picture) {
        var counts = new HashMap<Integer, Integer>();
        var pixels = picture.getPixelReader();
        for (int y = (int) Math.max(0, bounds.getMinY()); y < Math.min(bounds.getMaxY(), picture.getHeight()); y++) {
            for (int x = (int) Math.max(0, bounds.getMinX()); x < Math.min(bounds.getMaxX(), picture.getWidth()); x++) {
                counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
            }
        }
        int argb = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0xffffffff);
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    /** From 1 to 21, as WCAG 2.2 defines it. */
    public double ratio() {
        double lighter = Math.max(luminance(letters), luminance(ground));
        double darker = Math.min(luminance(letters), luminance(ground));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
