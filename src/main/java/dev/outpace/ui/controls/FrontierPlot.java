package dev.outpace.ui.controls;

import dev.outpace.ui.controls.Frontier.Spot;
import java.util.DoubleSummaryStatistics;

/**
 * Where values of a frontier lie. Both axes end at round values; the abandon rate begins with 0.
 *
 * @param most abandon rate at the right edge, in percent
 * @param low utilisation at the lower edge, in percent
 * @param step utilisation between two grid lines, in percent
 */
record FrontierPlot(double left, double top, double right, double bottom, double most, double low, double step) {
    static final int STEPS = 4;

    private static final double USUAL = 12;
    private static final double[] ROUND = {0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 25};

    static FrontierPlot of(Frontier frontier, double left, double top, double right, double bottom) {
        double needed = frontier.limit() * 4 / 3;
        for (var spot : frontier.spots().toList()) {
            needed = Math.max(needed, spot.current() || spot.best() ? spot.abandon() : Math.min(spot.abandon(), USUAL));
        }
        double across = round(needed / STEPS);
        double most = across * STEPS;
        DoubleSummaryStatistics range = frontier.spots()
                .filter(spot -> spot.abandon() <= most)
                .mapToDouble(Spot::utilisation)
                .summaryStatistics();
        double lowest = range.getCount() == 0 ? 0 : range.getMin();
        double highest = range.getCount() == 0 ? 100 : range.getMax();
        double step = round((highest - lowest) / STEPS);
        double low = Math.floor(lowest / step) * step;
        while (low + STEPS * step < highest) {
            step = round(step * 1.01);
            low = Math.floor(lowest / step) * step;
        }
        return new FrontierPlot(left, top, right, bottom, most, low, step);
    }

    private static double round(double wanted) {
        for (double round : ROUND) {
            if (round >= wanted) {
                return round;
            }
        }
        return Math.ceil(wanted / 25) * 25;
    }

    double x(double abandon) {
        return left + (right - left) * abandon / most;
    }

    double y(double utilisation) {
        return bottom - (bottom - top) * (utilisation - low) / (step * STEPS);
    }

    boolean holds(Spot spot) {
        return spot.abandon() <= most;
    }
}
