package dev.outpace.simulation;

import java.util.List;

/**
 * A figure over several days.
 *
 * @param standardError of the mean; 0 for a single day, which allows no estimate
 */
public record Figure(double mean, double standardError, double lowest, double highest) {
    static Figure of(List<Double> days) {
        double mean = days.stream().mapToDouble(day -> day).average().orElseThrow();
        double squares =
                days.stream().mapToDouble(day -> (day - mean) * (day - mean)).sum();
        int count = days.size();
        return new Figure(
                mean,
                count == 1 ? 0 : Math.sqrt(squares / (count - 1) / count),
                days.stream().mapToDouble(day -> day).min().orElseThrow(),
                days.stream().mapToDouble(day -> day).max().orElseThrow());
    }
}
