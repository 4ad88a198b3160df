package dev.outpace.ui.flow;

import dev.outpace.ui.controls.Drawing;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The whole flow, small, with a frame around what is looked at; the pointer moves the frame. */
final class Minimap extends Drawing {
    static final double WIDE = 156;
    static final double HIGH = 104;
    private static final double PAD = 6;
    private static final double MIN_FRAME = 8;
    private static final int MAX_CARDS = 1_500;

    private final Supplier<FlowView> view;
    private final Supplier<FlowScene> scene;
    private final Supplier<Bounds> seen;
    private final FlowEditor editor;
    private final Region frame = new Region();
    private @Nullable Bounds painted;

    /** @param seen what is looked at, in pixels at 100 % */
    Minimap(
            Supplier<FlowView> view,
            Supplier<FlowScene> scene,
            Supplier<Bounds> seen,
            FlowEditor editor,
            Consumer<FlowView> show) {
        this.view = view;
        this.scene = scene;
        this.seen = seen;
        this.editor = editor;
        getStyleClass().addAll("flow-surface", "flow-minimap");
        frame.getStyleClass().add("flow-minimap-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        getChildren().add(frame);
        setManaged(false);
        resize(WIDE, HIGH);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> follow(event, show));
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> follow(event, show));
    }

    /** What it shows, or what is looked at. */
    void changed() {
        if (!all().equals(painted)) {
            repaint();
        }
        placeFrame();
    }

    void cardsChanged() {
        painted = null;
        changed();
    }

    private void placeFrame() {
        var all = all();
        double scale = scale(all);
        var area = seen.get();
        frame.resizeRelocate(
                left(all, scale) + (area.getMinX() - all.getMinX()) * scale,
                top(all, scale) + (area.getMinY() - all.getMinY()) * scale,
                Math.max(MIN_FRAME, area.getWidth() * scale),
                Math.max(MIN_FRAME, area.getHeight() * scale));
    }

    private void follow(MouseEvent event, Consumer<FlowView> show) {
        var all = all();
        double scale = scale(all);
        double x = (event.getX() - left(all, scale)) / scale + all.getMinX();
        double y = (event.getY() - top(all, scale)) / scale + all.getMinY();
        var area = seen.get();
        show.accept(new FlowView(
                x - area.getWidth() / 2, y - area.getHeight() / 2, view.get().scale()));
        event.consume();
    }

    private Bounds all() {
        var cards = scene.get().bounds();
        var area = seen.get();
        double left = Math.min(cards.getMinX(), area.getMinX());
        double top = Math.min(cards.getMinY(), area.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(cards.getMaxX(), area.getMaxX()) - left,
                Math.max(cards.getMaxY(), area.getMaxY()) - top);
    }

    private static double scale(Bounds all) {
        return Math.min((WIDE - 2 * PAD) / all.getWidth(), (HIGH - 2 * PAD) / all.getHeight());
    }

    private static double left(Bounds all, double scale) {
        return (WIDE - all.getWidth() * scale) / 2;
    }

    private static double top(Bounds all, double scale) {
        return (HIGH - all.getHeight() * scale) / 2;
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        var all = all();
        painted = all;
        double scale = scale(all);
        double left = left(all, scale) - all.getMinX() * scale;
        double top = top(all, scale) - all.getMinY() * scale;
        var cards = scene.get().document().cards();
        int step = Math.max(1, cards.size() / MAX_CARDS);
        for (int i = 0; i < cards.size(); i++) {
            boolean selected = editor.isSelected(cards.get(i).key());
            if (i % step == 0 || selected) {
                graphics.setFill(selected ? mark.get() : limit.get());
                var at = cards.get(i).at();
                graphics.fillRect(
                        left + at.x() * scale,
                        top + at.y() * scale,
                        Math.max(2, FlowCard.WIDTH * scale),
                        Math.max(1.5, FlowCard.HEIGHT * scale));
            }
        }
    }
}
