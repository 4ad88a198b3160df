package dev.outpace.simulation;

import dev.outpace.simulation.PolicyComparison.Days;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What adaptive pacing takes of the way from the best constant of a comparison to the best rule that is told the true laws.
 *
 * @param constant name of the policy with the highest utilisation of those that dial constantly many lines for a free agent and
 *     keep the abandon limit
 * @param truth name of the best static risk within the limit
 * @param taken share of the difference of the two; above 1 if adaptive pacing is ahead of both
 */
public record Gap(String constant, String truth, double taken) {
    /** Differences below are chance. */
    private static final double NONE = 1e-4;

    /** Empty unless the comparison has adaptive pacing, a constant and a static risk within the limit, and room between the two. */
    static Optional<Gap> of(PolicyComparison comparison) {
        var adaptive = best(comparison, LabPolicies::isAdaptive, false);
        var constant = best(comparison, LabPolicies::isConstant, true);
        var truth = best(comparison, LabPolicies::isStaticRisk, true);
        if (adaptive.isEmpty() || constant.isEmpty() || truth.isEmpty()) {
            return Optional.empty();
        }
        return share(adaptive.get(), constant.get(), truth.get())
                .map(taken -> new Gap(constant.get().policy(), truth.get().policy(), taken));
    }

    /** Empty where the one that is told the truth is not ahead. */
    public static Optional<Double> share(Days adaptive, Days constant, Days truth) {
        double room = utilisation(truth) - utilisation(constant);
        return room > NONE ? Optional.of((utilisation(adaptive) - utilisation(constant)) / room) : Optional.empty();
    }

    private static Optional<Days> best(PolicyComparison comparison, Predicate<String> named, boolean withinLimit) {
        double limit = comparison.scenario().abandonLimit();
        return comparison.policies().stream()
                .filter(days -> named.test(days.policy()))
                .filter(days ->
                        !withinLimit || days.figure(DayResult::abandonRate).mean() <= limit)
                .max(Comparator.comparingDouble(Gap::utilisation));
    }

    private static double utilisation(Days days) {
        return days.figure(DayResult::utilisation).mean();
    }
}
