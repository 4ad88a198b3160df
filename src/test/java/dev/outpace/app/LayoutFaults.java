package dev.outpace.app;

import dev.outpace.ui.Contrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a person would complain of in what the window shows: cut words, controls over one another, controls that a screen
 * reader can't name, words that are hard to read. On the FX thread, after a layout.
 */
final class LayoutFaults {
    /** Pixels; borders may share them. */
    private static final double TOUCHING = 1.5;

    private final List<String> found = new ArrayList<>();
    private final Scene scene;
    private final List<Seen> controls = new ArrayList<>();
    private final List<Seen> words = new ArrayList<>();

    /** What a label names. */
    private final Set<Node> labelled;

    private boolean asks;

    /** A node and the part of it that can be seen. */
    private record Seen(Node node, Bounds visible) {}

    private LayoutFaults(Scene scene) {
        this.scene = scene;
        labelled = scene.getRoot().lookupAll(".label").stream()
                .flatMap(label -> label instanceof Label name ? Stream.ofNullable(name.getLabelFor()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    static List<String> of(Scene scene, boolean contrast) {
        var faults = new LayoutFaults(scene);
        faults.walk(scene.getRoot(), scene.getRoot().getLayoutBounds(), false);
        faults.overlaps();
        if (contrast) {
            faults.contrasts();
        }
        return faults.found;
    }

    /** @param inControl only the outermost control of those in one another counts as one for overlaps */
    private void walk(Node node, Bounds clip, boolean inControl) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        var bounds = node.localToScene(node.getLayoutBounds());
        var visible = intersection(bounds, clip);
        if (visible == null) {
            return;
        }
        boolean leaf = (node instanceof Labeled && !(node instanceof Cell<?>)) || node instanceof TextInputControl;
        if (node instanceof Labeled labeled) {
            cut(labeled, bounds, clip);
        }
        if (node instanceof Control control && !(node instanceof ScrollBar)) {
            named(control);
        }
        // What lets the mouse through is a mark on what it lies over, as the number on the bell.
        if (leaf && !inControl && !node.isMouseTransparent()) {
            controls.add(new Seen(node, visible));
        }
        if (node instanceof Text text
                && !(node instanceof FontIcon)
                && !text.getText().isBlank()) {
            words.add(new Seen(text, visible));
        }
        if (node instanceof Parent parent) {
            var inside = clips(node) ? visible : clip;
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, inside, inControl || leaf));
        }
    }

    private static boolean clips(Node node) {
        return node.getClip() != null || node.getStyleClass().contains("viewport") || node instanceof ScrollPane;
    }

    private static @Nullable Bounds intersection(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        double width = Math.min(a.getMaxX(), b.getMaxX()) - x;
        double height = Math.min(a.getMaxY(), b.getMaxY()) - y;
        return width > 0 && height > 0 ? new BoundingBox(x, y, width, height) : null;
    }

    /** What may be longer than its place has the whole in its tooltip. */
    private void cut(Labeled labeled, Bounds bounds, Bounds clip) {
        var text = labeled.getText();
        if (text == null || text.isBlank() || text.length() == 1) {
            return;
        }
        boolean toldElsewhere =
                labeled.getTooltip() != null && text.equals(labeled.getTooltip().getText());
        if (labeled.isTextTruncated() && !toldElsewhere) {
            found.add("cut: " + describe(labeled));
        }
        boolean beyondWidth =
                bounds.getMinX() < clip.getMinX() - TOUCHING || bounds.getMaxX() > clip.getMaxX() + TOUCHING;
        if (beyondWidth && !(labeled instanceof Cell<?>)) {
            found.add("beyond the edge: " + describe(labeled));
        }
    }

    private void named(Control control) {
        if (!control.isFocusTraversable() || control.isDisabled()) {
            return;
        }
        boolean hasName = hasWords(control.getAccessibleText())
                || (control instanceof Labeled labeled && hasWords(labeled.getText()))
                || labelled.contains(control);
        boolean partOfNamed = control.getParent() instanceof Control owner && hasWords(owner.getAccessibleText());
        if (!hasName && !partOfNamed) {
            found.add("no name: " + describe(control));
        }
    }

    private static boolean hasWords(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private void overlaps() {
        for (int i = 0; i < controls.size(); i++) {
            for (int j = i + 1; j < controls.size(); j++) {
                var a = controls.get(i);
                var b = controls.get(j);
                var both = intersection(a.visible(), b.visible());
                if (both != null && both.getWidth() > TOUCHING && both.getHeight() > TOUCHING && together(a, b)) {
                    found.add("overlap: " + describe(a.node()) + " and " + describe(b.node()));
                }
            }
        }
    }

    /** What stands in another layer lies over the rest by intention. */
    private static boolean together(Seen a, Seen b) {
        return layer(a.node()).equals(layer(b.node())) && shows(a.node()) && shows(b.node());
    }

    private static boolean shows(Node node) {
        return !(node instanceof Labeled labeled) || hasWords(labeled.getText()) || labeled.getGraphic() != null;
    }

    private static Node layer(Node node) {
        for (Node at = node; ; at = at.getParent()) {
            var styles = at.getStyleClass();
            if (at.getParent() == null
                    || styles.contains("toast-layer")
                    || styles.contains("palette-layer")
                    || styles.contains("overlay")
                    || styles.contains("scrim")) {
                return at;
            }
        }
    }

    private void contrasts() {
        asks = words.stream()
                .anyMatch(seen -> layer(seen.node()).getStyleClass().contains("scrim"));
        var picture = scene.snapshot(null);
        for (var seen : words) {
            if (!dimmed(seen.node()) && inFront(seen.node())) {
                contrast((Text) seen.node(), seen.visible(), picture);
            }
        }
    }

    /** What can't be used may be pale, and so may what shows old values. */
    private static boolean dimmed(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled() || at.getOpacity() < 1) {
                return true;
            }
        }
        return false;
    }

    /** What lies behind a dialog is pale by intention. */
    private boolean inFront(Node node) {
        return !asks || layer(node).getStyleClass().contains("scrim");
    }

    private void contrast(Text text, Bounds visible, Image picture) {
        if (!(text.getFill() instanceof Color fill)) {
            return;
        }
        var contrast = Contrast.of(text, fill, visible, picture);
        if (contrast.ratio() < Contrast.LEAST) {
            found.add(String.format(
                    Locale.ROOT,
                    "contrast %.2f: \"%s\" %s on %s",
                    contrast.ratio(),
                    text.getText(),
                    contrast.letters(),
                    contrast.ground()));
        }
    }

    private static String describe(Node node) {
        var text = node instanceof Labeled labeled ? labeled.getText() : "";
        var path = new StringBuilder();
        Node at = node;
        for (int i = 0; i < 4 && at != null; i++, at = at.getParent()) {
            path.append(i == 0 ? "" : " < ").append(at.getClass().getSimpleName());
            if (!at.getStyleClass().isEmpty()) {
                path.append('.').append(String.join(".", at.getStyleClass()));
            }
        }
        return "\"" + text + "\" " + path;
    }
}
