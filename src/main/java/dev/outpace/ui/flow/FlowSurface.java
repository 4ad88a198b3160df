package dev.outpace.ui.flow;

import dev.outpace.model.Severity;
import dev.outpace.ui.controls.Drawing;
import dev.outpace.ui.texts.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * Under the cards: the grid, the links with their words, the places of missing actions, and from afar the cards too. Inks of
 * the style sheet: {@code line} links, {@code grid} dots, {@code limit} borders, {@code paper} cards, {@code mark} and
 * {@code area} what is selected or lit, {@code second} and {@code line-text} what is missing, {@code axis} second words.
 */
final class FlowSurface extends Drawing {
    private static final double GRID = 16;
    private static final double[] DASHES = {5, 4};
    private static final double[] WHOLE = {};
    private static final double DOT = 1.5;
    private static final double MIN_GRID = 9;
    private static final double MIN_TITLE = .16;
    private static final Font LABEL = Font.font("Outpace Sans", FontWeight.BOLD, 11.5);
    private static final Font TITLE = Font.font("Outpace Sans", FontWeight.BOLD, 18);
    private static final Font STRONG = Font.font("Outpace Sans", FontWeight.BOLD, 13);
    private static final Font SMALL = Font.font("Outpace Sans", 11.5);

    private enum LinkLook {
        PLAIN,
        JUMP,
        MISSING,
        LIT
    }

    private final Supplier<FlowView> view;
    private final Supplier<FlowScene> scene;
    private final CanvasState state;
    private final FlowEditor editor;
    private final Texts texts;

    FlowSurface(Supplier<FlowView> view, Supplier<FlowScene> scene, CanvasState state, FlowEditor editor, Texts texts) {
        this.view = view;
        this.scene = scene;
        this.state = state;
        this.editor = editor;
        this.texts = texts;
        getStyleClass().add("flow-surface");
        setMouseTransparent(true);
    }

    void changed() {
        repaint();
    }

    @Override
    protected void paint(GraphicsContext graphics, double width, double height) {
        var now = view.get();
        grid(graphics, now, width, height);
        graphics.save();
        graphics.scale(now.scale(), now.scale());
        graphics.translate(-now.x(), -now.y());
        var area = now.area(width, height);
        var shapes = new ArrayList<LinkShape>();
        links(graphics, area, shapes);
        scene.get().ghostsNear(area).forEach(ghost -> ghost(graphics, ghost, now.scale()));
        if (now.scale() >= .3) {
            shapes.forEach(shape -> pill(graphics, shape));
        }
        if (now.scale() < FlowCanvas.NODES_FROM) {
            scene.get().cardsIn(area).forEach(index -> card(graphics, index, now.scale()));
        }
        graphics.restore();
    }

    private void grid(GraphicsContext graphics, FlowView now, double width, double height) {
        double step = GRID * now.scale();
        while (step < MIN_GRID) {
            step *= 2;
        }
        graphics.setFill(grid.get());
        double left = positive(-now.x() * now.scale(), step);
        double top = positive(-now.y() * now.scale(), step);
        for (double y = top; y < height; y += step) {
            for (double x = left; x < width; x += step) {
                graphics.fillRect(Math.rint(x), Math.rint(y), DOT, DOT);
            }
        }
    }

    private static double positive(double value, double step) {
        return (value % step + step) % step;
    }

    /** Those of one look in one stroke: a stroke for each costs a picture of its own each. */
    private void links(GraphicsContext graphics, Bounds area, List<LinkShape> seen) {
        var byLook = new EnumMap<LinkLook, List<LinkShape>>(LinkLook.class);
        for (var shape : scene.get().linksNear(area)) {
            var piece = shape.seenIn(area);
            if (piece != null) {
                seen.add(shape);
                byLook.computeIfAbsent(lookOf(shape), _ -> new ArrayList<>()).add(piece);
            }
        }
        byLook.forEach((look, pieces) -> strokes(graphics, look, pieces));
        for (var shape : seen) {
            if (shape.end() != LinkShape.End.TOP || shape.y2() < shape.y1()) {
                arrow(graphics, shape, inkOf(lookOf(shape)));
            }
        }
    }

    private LinkLook lookOf(LinkShape shape) {
        boolean under = state.drop instanceof FlowHit.OnLink(var other) && other.equals(shape);
        if (under || state.isLit(shape.link())) {
            return LinkLook.LIT;
        }
        if (!shape.link().leads()) {
            return LinkLook.MISSING;
        }
        return shape.end() == LinkShape.End.TOP ? LinkLook.PLAIN : LinkLook.JUMP;
    }

    private Color inkOf(LinkLook look) {
        return switch (look) {
            case PLAIN, JUMP -> line.get();
            case MISSING -> second.get();
            case LIT -> mark.get();
        };
    }

    private void strokes(GraphicsContext graphics, LinkLook look, List<LinkShape> pieces) {
        graphics.setGlobalAlpha(state.isLighting() && look != LinkLook.LIT ? .35 : 1);
        graphics.setStroke(inkOf(look));
        graphics.setLineWidth(look == LinkLook.LIT ? 2.5 : 1.5);
        graphics.setLineDashes(look == LinkLook.JUMP || look == LinkLook.MISSING ? DASHES : WHOLE);
        graphics.beginPath();
        for (var piece : pieces) {
            graphics.moveTo(piece.x1(), piece.y1());
            graphics.bezierCurveTo(piece.cx1(), piece.cy1(), piece.cx2(), piece.cy2(), piece.x2(), piece.y2());
        }
        graphics.stroke();
        graphics.setLineDashes(WHOLE);
        graphics.setGlobalAlpha(1);
    }

    /** Where a link goes against the order of reading. */
    private static void arrow(GraphicsContext graphics, LinkShape shape, Color ink) {
        double x = shape.x2();
        double y = shape.y2();
        graphics.setFill(ink);
        switch (shape.end()) {
            case TOP -> graphics.fillPolygon(new double[] {x, x - 4, x + 4}, new double[] {y - 4, y - 12, y - 12}, 3);
            case LEFT -> graphics.fillPolygon(new double[] {x - 2, x - 10, x - 10}, new double[] {y, y - 4, y + 4}, 3);
            case RIGHT -> graphics.fillPolygon(new double[] {x + 2, x + 10, x + 10}, new double[] {y, y - 4, y + 4}, 3);
        }
    }

    private void pill(GraphicsContext graphics, LinkShape shape) {
        if (shape.label().isEmpty()) {
            return;
        }
        boolean missing = !shape.link().leads();
        double wide = shape.pillWidth();
        double x = shape.pillX() - wide / 2;
        double y = shape.pillY() - 10;
        graphics.setFill(paper.get());
        graphics.fillRoundRect(x, y, wide, 20, 20, 20);
        graphics.setStroke(missing ? second.get() : limit.get());
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(x + .5, y + .5, wide - 1, 19, 19, 19);
        graphics.setFont(LABEL);
        graphics.setFill(missing ? second.get() : text.get());
        centred(graphics, shape.label(), shape.pillX(), shape.pillY());
        int share = state.share(scene.get().document(), shape.link());
        if (share >= 0) {
            graphics.setFont(SMALL);
            graphics.setFill(axis.get());
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(texts.percent(share), x + wide + 4, shape.pillY());
        }
    }

    private static void centred(GraphicsContext graphics, String words, double x, double y) {
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(words, x, y);
    }

    private void ghost(GraphicsContext graphics, FlowScene.Ghost ghost, double scale) {
        var at = ghost.at();
        boolean under = state.drop instanceof FlowHit.OnGhost(var other) && other.equals(ghost);
        graphics.setFill(lineText.get());
        graphics.fillRoundRect(at.x(), at.y(), FlowCard.WIDTH, FlowCard.HEIGHT, 12, 12);
        graphics.setStroke(under ? mark.get() : second.get());
        graphics.setLineWidth(under ? 2.5 : 1);
        graphics.setLineDashes(4, 3);
        graphics.strokeRoundRect(at.x() + .5, at.y() + .5, FlowCard.WIDTH - 1, FlowCard.HEIGHT - 1, 12, 12);
        graphics.setLineDashes(WHOLE);
        if (scale < MIN_TITLE) {
            return;
        }
        graphics.setStroke(second.get());
        graphics.setLineWidth(1.5);
        graphics.strokeOval(at.x() + 19, at.y() + 19, 14, 14);
        graphics.strokeLine(at.x() + 26, at.y() + 23, at.x() + 26, at.y() + 26.5);
        graphics.strokeLine(at.x() + 26, at.y() + 29.5, at.x() + 26, at.y() + 29.6);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFont(STRONG);
        graphics.setFill(second.get());
        graphics.fillText(texts.get("flowCanvas.ghost"), at.x() + 52, at.y() + 17);
        graphics.setFont(SMALL);
        graphics.setFill(axis.get());
        graphics.fillText(texts.get("flowCanvas.ghost.hint"), at.x() + 52, at.y() + 35);
    }

    private void card(GraphicsContext graphics, int index, double scale) {
        var card = scene.get().document().cards().get(index);
        boolean selected = editor.isSelected(card.key());
        var severity = editor.severity(index);
        graphics.setGlobalAlpha(state.isLighting() && !state.isLit(index) ? .45 : 1);
        graphics.setFill(selected || state.isLit(index) ? area.get() : paper.get());
        double x = card.at().x();
        double y = card.at().y();
        graphics.fillRoundRect(x, y, FlowCard.WIDTH, FlowCard.HEIGHT, 12, 12);
        graphics.setStroke(
                selected || state.isCurrent(index)
                        ? mark.get()
                        : severity == Severity.ERROR ? second.get() : limit.get());
        graphics.setLineWidth(selected ? 4 : 2);
        graphics.strokeRoundRect(x, y, FlowCard.WIDTH, FlowCard.HEIGHT, 12, 12);
        if (scale >= MIN_TITLE) {
            graphics.setFont(TITLE);
            graphics.setFill(text.get());
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.fillText(
                    card.action().type(), x + FlowCard.WIDTH / 2, y + FlowCard.HEIGHT / 2, FlowCard.WIDTH - 16);
        }
        graphics.setGlobalAlpha(1);
    }
}
