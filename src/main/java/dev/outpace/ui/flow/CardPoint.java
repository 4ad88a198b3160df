package dev.outpace.ui.flow;

/** A place on the canvas, in pixels at 100 %. */
record CardPoint(double x, double y) {
    CardPoint plus(double dx, double dy) {
        return new CardPoint(x + dx, y + dy);
    }
}
