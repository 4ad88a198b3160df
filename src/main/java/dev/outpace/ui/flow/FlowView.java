package dev.outpace.ui.flow;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/**
 * Which part of the canvas is looked at, and how large.
 *
 * @param x of the left edge, in pixels at 100 %
 */
record FlowView(double x, double y, double scale) {
    static final double MIN_SCALE = .1;
    static final double MAX_SCALE = 2;
    private static final double MARGIN = 32;
    private static final double TOP = 20;

    double toScreenX(double worldX) {
        return (worldX - x) * scale;
    }

    double toScreenY(double worldY) {
        return (worldY - y) * scale;
    }

    CardPoint toWorld(double screenX, double screenY) {
        return new CardPoint(x + screenX / scale, y + screenY / scale);
    }

    FlowView panned(double screenX, double screenY) {
        return new FlowView(x - screenX / scale, y - screenY / scale, scale);
    }

    /** What is at this place of the screen stays there. */
    FlowView zoomed(double factor, double screenX, double screenY) {
        double newScale = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        var at = toWorld(screenX, screenY);
        return new FlowView(at.x() - screenX / newScale, at.y() - screenY / newScale, newScale);
    }

    Bounds area(double width, double height) {
        return new BoundingBox(x, y, width / scale, height / scale);
    }

    /** All of it in the middle, never larger than it is; what can't be seen whole begins at its top. */
    static FlowView fitting(Bounds all, double width, double height) {
        return fitting(all, width, height, MARGIN);
    }

    private static FlowView fitting(Bounds all, double width, double height, double margin) {
        double scale = Math.min(
                (width - 2 * margin) / Math.max(1, all.getWidth()),
                (height - 2 * margin) / Math.max(1, all.getHeight()));
        scale = Math.clamp(scale, MIN_SCALE, 1);
        double x = all.getCenterX() - width / 2 / scale;
        double wanted = all.getCenterY() - height / 2 / scale;
        boolean tall = all.getHeight() * scale > height - 2 * margin;
        return new FlowView(x, tall ? all.getMinY() - margin / scale : wanted, scale);
    }

    /** At 100 %, from the first card down; a little smaller where then all of it has room. */
    static FlowView atTop(Bounds all, CardPoint first, double width, double height) {
        var whole = fitting(all, width, height, TOP);
        if (whole.scale() >= .6) {
            return new FlowView(whole.x(), all.getMinY() - TOP / whole.scale(), whole.scale());
        }
        return new FlowView(first.x() + FlowCard.WIDTH / 2 - width / 2, first.y() - MARGIN, 1);
    }

    FlowView showing(Bounds what, double width, double height) {
        double left = Math.min(0, what.getMinX() - MARGIN / scale - x);
        double right = Math.max(0, what.getMaxX() + MARGIN / scale - x - width / scale);
        double top = Math.min(0, what.getMinY() - MARGIN / scale - y);
        double bottom = Math.max(0, what.getMaxY() + MARGIN / scale - y - height / scale);
        return new FlowView(x + (left < 0 ? left : right), y + (top < 0 ? top : bottom), scale);
    }
}
