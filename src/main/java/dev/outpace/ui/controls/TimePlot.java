package dev.outpace.ui.controls;

/**
 * Where a plot over time lies in its region, and which time it shows.
 *
 * @param from the left edge, in wall milliseconds
 * @param to the right edge
 */
record TimePlot(double left, double top, double right, double bottom, long from, long to) {

    private static final long MINUTE = 60_000;
    private static final int[] ROUND_MINUTES = {1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720};
    private static final double LABEL_PITCH = 90;

    double x(long time) {
        return left + width() * (time - from) / Math.max(1, to - from);
    }

    long time(double x) {
        return from + Math.round((to - from) * (x - left) / Math.max(1, width()));
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    /** The smallest round step, in milliseconds, whose labels stand far enough apart. */
    long labelStep() {
        for (int minutes : ROUND_MINUTES) {
            if (width() * minutes * MINUTE / Math.max(1, to - from) >= LABEL_PITCH) {
                return minutes * MINUTE;
            }
        }
        return 1440 * MINUTE;
    }
}
