package dev.outpace.ui.flow;

import dev.outpace.flow.FlowGraph.Link;
import dev.outpace.flow.FlowGraph.PortKind;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * How a link is drawn: one cubic curve from a card to a card or to the place of a missing one.
 *
 * @param link by index of the cards
 * @param label on a pill; empty for none
 * @param end where the curve comes in, from which its arrow points
 */
record LinkShape(
        Link link,
        double x1,
        double y1,
        double cx1,
        double cy1,
        double cx2,
        double cy2,
        double x2,
        double y2,
        String label,
        End end) {
    /** Beside a card of a jump, before the curve turns. */
    private static final double REACH = 90;

    private static final int SAMPLES = 16;

    /** How far a curve may lie beside the line between two samples. */
    private static final double SLACK = 48;

    enum End {
        TOP,
        LEFT,
        RIGHT
    }

    /** @param bulge to the side, so that two links between the same cards are seen as two */
    static LinkShape between(Link link, CardPoint from, CardPoint to, String label, double bulge) {
        if (link.port().kind() == PortKind.JUMP) {
            return jump(link, from, to, label);
        }
        double x1 = from.x() + FlowCard.WIDTH / 2;
        double y1 = from.y() + FlowCard.HEIGHT;
        double x2 = to.x() + FlowCard.WIDTH / 2;
        double y2 = to.y();
        double down = Math.max(24, (y2 - y1) * .55);
        if (y2 >= y1) {
            return new LinkShape(link, x1, y1, x1 + bulge, y1 + down, x2 + bulge, y2 - down, x2, y2, label, End.TOP);
        }
        double side = (x2 >= x1 ? 1 : -1) * (FlowCard.WIDTH + Math.abs(bulge));
        return new LinkShape(link, x1, y1, x1 + side, y1 + REACH, x2 + side, y2 - REACH, x2, y2, label, End.TOP);
    }

    private static LinkShape jump(Link link, CardPoint from, CardPoint to, String label) {
        boolean right = to.x() <= from.x() + FlowCard.WIDTH;
        double way = right ? 1 : -1;
        double x2 = right ? to.x() + FlowCard.WIDTH : to.x();
        double y2 = to.y() + FlowCard.HEIGHT / 2;
        if (to.y() + FlowCard.HEIGHT < from.y()) {
            double x1 = from.x() + FlowCard.WIDTH * (right ? .82 : .18);
            double over = Math.max(REACH, Math.abs(x1 - x2) * .6);
            return new LinkShape(
                    link,
                    x1,
                    from.y(),
                    x1,
                    from.y() - (from.y() - y2) * .6,
                    x2 + way * over,
                    y2,
                    x2,
                    y2,
                    label,
                    right ? End.RIGHT : End.LEFT);
        }
        double x1 = right ? from.x() + FlowCard.WIDTH : from.x();
        double y1 = from.y() + FlowCard.HEIGHT / 2;
        return new LinkShape(
                link, x1, y1, x1 + way * REACH, y1, x2 + way * REACH, y2, x2, y2, label, right ? End.RIGHT : End.LEFT);
    }

    double x(double t) {
        return cubic(t, x1, cx1, cx2, x2);
    }

    double y(double t) {
        return cubic(t, y1, cy1, cy2, y2);
    }

    private static double cubic(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    /** The piece of it that may be seen in this area; null for none. A link can be far longer than a window is wide. */
    @Nullable
    LinkShape seenIn(Bounds area) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < SAMPLES; i++) {
            double t = i / (double) SAMPLES;
            double next = (i + 1) / (double) SAMPLES;
            if (touches(area, x(t), y(t), x(next), y(next))) {
                first = first < 0 ? i : first;
                last = i + 1;
            }
        }
        return first < 0 ? null : piece(first / (double) SAMPLES, last / (double) SAMPLES);
    }

    private static boolean touches(Bounds area, double ax, double ay, double bx, double by) {
        return Math.max(ax, bx) >= area.getMinX() - SLACK
                && Math.min(ax, bx) <= area.getMaxX() + SLACK
                && Math.max(ay, by) >= area.getMinY() - SLACK
                && Math.min(ay, by) <= area.getMaxY() + SLACK;
    }

    private LinkShape piece(double from, double to) {
        if (from == 0 && to == 1) {
            return this;
        }
        double part = (to - from) / 3;
        double ax = x(from);
        double ay = y(from);
        double bx = x(to);
        double by = y(to);
        return new LinkShape(
                link,
                ax,
                ay,
                ax + part * slope(from, x1, cx1, cx2, x2),
                ay + part * slope(from, y1, cy1, cy2, y2),
                bx - part * slope(to, x1, cx1, cx2, x2),
                by - part * slope(to, y1, cy1, cy2, y2),
                bx,
                by,
                label,
                end);
    }

    private static double slope(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return 3 * u * u * (b - a) + 6 * u * t * (c - b) + 3 * t * t * (d - c);
    }

    double pillX() {
        return x(.5);
    }

    double pillY() {
        return y(.5);
    }

    double pillWidth() {
        return Math.max(24, label.length() * 7.0 + 16);
    }

    boolean onPill(double x, double y) {
        return !label.isEmpty() && Math.abs(x - pillX()) <= pillWidth() / 2 && Math.abs(y - pillY()) <= 11;
    }

    boolean isNear(double x, double y, double distance) {
        for (int i = 0; i <= SAMPLES; i++) {
            double t = i / (double) SAMPLES;
            double next = Math.min(1, t + 1.0 / SAMPLES);
            if (toLine(x, y, x(t), y(t), x(next), y(next)) <= distance) {
                return true;
            }
        }
        return false;
    }

    private static double toLine(double x, double y, double ax, double ay, double bx, double by) {
        double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
        double t = length == 0 ? 0 : Math.clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1);
        return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    }

    Bounds bounds() {
        double pad = label.isEmpty() ? 8 : Math.max(16, pillWidth() / 2);
        double left = Math.min(Math.min(x1, x2), Math.min(cx1, cx2)) - pad;
        double right = Math.max(Math.max(x1, x2), Math.max(cx1, cx2)) + pad;
        double top = Math.min(Math.min(y1, y2), Math.min(cy1, cy2)) - pad;
        double bottom = Math.max(Math.max(y1, y2), Math.max(cy1, cy2)) + pad;
        return new BoundingBox(left, top, right - left, bottom - top);
    }
}
