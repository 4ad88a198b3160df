package dev.outpace.simulation.goal;

import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Measures the goal: searches the best constants of a scenario, and simulates it with its own policies. */
public final class GoalCheck {
    private static final int MOST_CAREFUL = 400;
    private static final int ONE_LINE_FOR_EACH = 100;
    /** A hundredth of the limit: a risk that nobody wants to go below. */
    private static final int LOWEST_RISK = 700;

    private static final double RISKS_OF_A_DECADE = 200;

    private final LabPolicies policies = new LabPolicies();
    private final int days;
    private final Executor executor;
    private final BooleanSupplier cancelled;

    /**
     * @param days of each full simulation, at least 1
     * @param executor runs each day as a task
     * @param cancelled asked often, from several threads
     */
    public GoalCheck(int days, Executor executor, BooleanSupplier cancelled) {
        this.days = days;
        this.executor = executor;
        this.cancelled = cancelled;
    }

    /**
     * @param withTruth also searches the best rule that is told the truth, which takes about as long as all the rest
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public Goal of(Scenario scenario, boolean withTruth) {
        return new Goal(
                scenario,
                simulated(scenario, List.of(), days),
                best(scenario, MOST_CAREFUL, level -> "service_level:" + level),
                best(scenario, ONE_LINE_FOR_EACH, GoalCheck::floored),
                withTruth ? best(scenario, LOWEST_RISK, GoalCheck::risk) : Optional.empty());
    }

    /** In steps of one percent of itself. */
    static String risk(int setting) {
        return String.format(Locale.ROOT, "static_risk:%.5f", Math.pow(10, -setting / RISKS_OF_A_DECADE));
    }

    /** The same number of lines for each free agent that the published rule has at this level, before it rounds up. */
    static String floored(int level) {
        return String.format(Locale.ROOT, "free_floor:%.2f", 100.0 / level);
    }

    private Optional<Days> best(Scenario scenario, int mostCareful, IntFunction<String> policy) {
        return new RivalSearch(
                        (level, some) -> simulated(
                                scenario,
                                List.of(policies.parse(policy.apply(level)).orElseThrow()),
                                some),
                        tried -> Goal.mayBeRival(scenario, tried),
                        1,
                        mostCareful,
                        days)
                .best();
    }

    private Days simulated(Scenario scenario, List<LabPolicy> tried, int some) {
        return PolicyComparison.of(scenario, tried, some, executor, cancelled)
                .policies()
                .getFirst();
    }
}
