package dev.outpace.ui.flow;

import dev.outpace.ui.controls.Drawing;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;

/** Over the cards: the circles of their ports, and what a gesture is about to do. */
final class FlowOverlay extends Drawing {
    static final double PLUS_BELOW = 22;
    private static final double PORT = 4;
    private static final double[] WHOLE = {};
    private static final double PLUS = 9;

    private final Supplier<FlowView> view;
    private final Supplier<FlowScene> scene;
    private final CanvasState state;
    private final FlowEditor editor;
    private final BooleanSupplier focused;

    FlowOverlay(
            Supplier<FlowView> view,
            Supplier<FlowScene> scene,
            CanvasState state,
            FlowEditor editor,
            BooleanSupplier focused) {
        this.view = view;
        this.scene = scene;
        this.state = state;
        this.editor = editor;
        this.focused = focused;
        getStyleClass().add("flow-surface");
        setMouseTransparent(true);
    }

    void changed() {
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        var now = view.get();
        graphics.save();
        graphics.scale(now.scale(), now.scale());
        graphics.translate(-now.x(), -now.y());
        if (now.scale() >= FlowCanvas.NODES_FROM) {
            scene.get().cardsIn(now.area(width, height)).forEach(index -> ports(graphics, index));
        }
        var thread = state.thread;
        if (thread != null) {
            graphics.setStroke(mark.get());
            graphics.setLineWidth(2);
            graphics.setLineDashes(5, 4);
            double down = Math.max(24, Math.abs(thread.to().y() - thread.from().y()) * .5);
            graphics.beginPath();
            graphics.moveTo(thread.from().x(), thread.from().y());
            graphics.bezierCurveTo(
                    thread.from().x(),
                    thread.from().y() + down,
                    thread.to().x(),
                    thread.to().y() - down,
                    thread.to().x(),
                    thread.to().y());
            graphics.stroke();
            graphics.setLineDashes(WHOLE);
        }
        marquee(graphics, now.scale());
        graphics.restore();
        if (focused.getAsBoolean()) {
            graphics.setStroke(mark.get());
            graphics.setLineWidth(2);
            graphics.strokeRect(1, 1, width - 2, height - 2);
        }
    }

    private void ports(GraphicsContext graphics, int index) {
        var document = scene.get().document();
        var card = document.cards().get(index);
        double x = card.at().x() + FlowCard.WIDTH / 2;
        double bottom = card.at().y() + FlowCard.HEIGHT;
        circle(graphics, x, card.at().y());
        var links = document.graph().links(index);
        if (links.isEmpty()) {
            return;
        }
        circle(graphics, x, bottom);
        boolean near = state.hovered == index || editor.isSelected(card.key());
        if (near && OpenPorts.plus(document, index) != null) {
            plus(graphics, x, bottom + PLUS_BELOW);
        }
    }

    private void circle(GraphicsContext graphics, double x, double y) {
        graphics.setFill(paper.get());
        graphics.fillOval(x - PORT, y - PORT, 2 * PORT, 2 * PORT);
        graphics.setStroke(line.get());
        graphics.setLineWidth(1);
        graphics.strokeOval(x - PORT + .5, y - PORT + .5, 2 * PORT - 1, 2 * PORT - 1);
    }

    private void plus(GraphicsContext graphics, double x, double y) {
        graphics.setFill(mark.get());
        graphics.fillOval(x - PLUS, y - PLUS, 2 * PLUS, 2 * PLUS);
        graphics.setStroke(paper.get());
        graphics.setLineWidth(1.5);
        graphics.strokeLine(x - 4, y, x + 4, y);
        graphics.strokeLine(x, y - 4, x, y + 4);
    }

    private void marquee(GraphicsContext graphics, double scale) {
        var marquee = state.marquee;
        if (marquee != null) {
            graphics.setFill(area.get());
            graphics.fillRect(marquee.getMinX(), marquee.getMinY(), marquee.getWidth(), marquee.getHeight());
            graphics.setStroke(mark.get());
            graphics.setLineWidth(1 / scale);
            graphics.strokeRect(marquee.getMinX(), marquee.getMinY(), marquee.getWidth(), marquee.getHeight());
        }
    }
}
