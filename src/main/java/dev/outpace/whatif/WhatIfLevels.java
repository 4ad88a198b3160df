package dev.outpace.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The service levels that are worth a simulation: from one that loses nearly nobody down to one that loses more than a chart
 * has room for, in round steps.
 *
 * @param lowest of the range, in percent
 * @param highest of the range, in percent
 */
record WhatIfLevels(int lowest, int highest) {
    /** Below it, so many calls are dialed for an agent that a simulation takes its time, for an abandon rate that is no use. */
    static final int MIN_LEVEL = 5;

    /** What the first pass looks at. */
    static final List<Integer> LADDER = List.of(5, 8, 10, 15, 20, 30, 40, 60, 80, 120, 160, 240, 320, 500, 700, 1_000);

    static final double MAX_ABANDON = 0.12;
    static final double MIN_ABANDON = 0.001;

    private static final int[] ROUND = {1, 2, 5, 10, 20, 25, 50, 100, 200};

    /**
     * In their order, at most {@code most}.
     *
     * @param current always among them, if it can be simulated
     */
    List<Integer> choose(int most, int current) {
        var chosen = grid(current >= MIN_LEVEL ? most - 1 : most);
        if (current >= MIN_LEVEL) {
            chosen.add(current);
        }
        // What is left goes where the abandon rate changes most: between the lowest levels.
        for (var between : betweenThose(chosen)) {
            if (chosen.size() < most) {
                chosen.add(between);
            }
        }
        return List.copyOf(chosen);
    }

    private static List<Integer> betweenThose(TreeSet<Integer> levels) {
        var between = new ArrayList<Integer>();
        int before = levels.first();
        for (int level : levels.tailSet(before, false)) {
            between.add((before + level) / 2);
            before = level;
        }
        return between;
    }

    private TreeSet<Integer> grid(int most) {
        for (int step : ROUND) {
            int last = Math.ceilDiv(highest, step) * step;
            var levels = IntStream.iterate(
                            Math.ceilDiv(lowest, step) * step, level -> level <= last, level -> level + step)
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            levels.add(lowest);
            if (levels.size() <= most) {
                return levels;
            }
        }
        return new TreeSet<>(List.of(most < 2 ? highest : lowest, highest));
    }
}
