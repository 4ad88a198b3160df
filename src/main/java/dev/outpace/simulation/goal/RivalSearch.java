package dev.outpace.simulation.goal;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.PolicyComparison.Days;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the setting of a law by which agents are busiest while the limit holds. Settings are numbers, the lower the bolder. The
 * border is found by halving with few days, which may err by chance, and then by steps with all days.
 */
final class RivalSearch {
    private static final int COARSE = 5;
    private static final int FEW_DAYS = 4;

    @FunctionalInterface
    interface Trial {
        /** The first days under a setting. */
        Days of(int setting, int days);
    }

    private final Trial trial;
    private final Predicate<Days> within;
    private final int boldest;
    private final int mostCareful;
    private final int days;
    private final Map<Integer, Days> tried = new HashMap<>();

    /** @param days of a full trial */
    RivalSearch(Trial trial, Predicate<Days> within, int boldest, int mostCareful, int days) {
        this.trial = trial;
        this.within = within;
        this.boldest = boldest;
        this.mostCareful = mostCareful;
        this.days = days;
    }

    /** Empty if the limit does not hold under the most careful setting. */
    Optional<Days> best() {
        int setting = border();
        while (setting < mostCareful && !holds(setting)) {
            setting++;
        }
        while (setting > boldest && holds(setting) && holds(setting - 1)) {
            setting--;
        }
        return tried.values().stream()
                .filter(within)
                .reduce((one, other) -> utilisation(other) > utilisation(one) ? other : one);
    }

    /** The boldest setting under which the limit holds on few days. */
    private int border() {
        int bold = boldest - 1;
        int careful = mostCareful;
        int few = Math.min(days, Math.max(FEW_DAYS, days / COARSE));
        while (careful - bold > 1) {
            int middle = Math.floorDiv(bold + careful, 2);
            if (within.test(trial.of(middle, few))) {
                careful = middle;
            } else {
                bold = middle;
            }
        }
        return careful;
    }

    private boolean holds(int setting) {
        return within.test(tried.computeIfAbsent(setting, it -> trial.of(it, days)));
    }

    private static double utilisation(Days some) {
        return some.figure(DayResult::utilisation).mean();
    }
}
