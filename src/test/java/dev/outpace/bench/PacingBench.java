package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.simulation.DayResult;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.simulation.PolicyComparison.Days;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.Scenario.Desk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Adaptive pacing, the same everywhere, against what a person can get out of other laws by hand: the best constant of each
 * floor, the best static rule that knows the truth about the numbers, and the published laws as they are shipped. All over
 * the same days. {@code -Dseeds=N} for other than 20 days, {@code -Dagents=20} for one size of floor.
 */
@Tag("pacing")
class PacingBench {
    private static final double LIMIT = 0.03;
    private static final int DAYS = Integer.getInteger("seeds", 20);
    private static final int AGENTS = Integer.getInteger("agents", 0);
    private static final int HIGHEST_LEVEL = 400;
    private static final int MANY_AGENTS = 50;

    private static final List<String> SHIPPED = List.of(
            "progressive",
            "service_level:50",
            "voipbin_code:100",
            "voipbin_code:200",
            "voipbin_code:300",
            "vicidial_hard",
            "vicidial_average",
            "vicidial_tapered",
            "vicidial_hard_available",
            "vicidial_average_available",
            "vicidial_tapered_available",
            "omnidialer",
            "issabel",
            "issabel_overcommit");

    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final LabPolicies policies = new LabPolicies();
    private final List<String> missed = new ArrayList<>();

    @AfterEach
    void endThreads() {
        executor.close();
    }

    private Days days(Scenario scenario, String policy) {
        return days(scenario, policy, DAYS);
    }

    private Days days(Scenario scenario, String policy, int days) {
        return PolicyComparison.of(scenario, List.of(policies.parse(policy).orElseThrow()), days, executor, () -> false)
                .policies()
                .getFirst();
    }

    /** A day of a large floor has so many calls that a few of them tell where the border is. */
    private static int daysToSearch(Scenario scenario) {
        int agents = scenario.queues().stream().mapToInt(Desk::agents).sum();
        return agents < MANY_AGENTS ? DAYS : Math.ceilDiv(DAYS, 4);
    }

    private static double abandon(Days days) {
        return days.figure(DayResult::abandonRate).mean();
    }

    private static double utilisation(Days days) {
        return days.figure(DayResult::utilisation).mean();
    }

    /** A setting from careful to bold, and the days under it. */
    private record Tried(String policy, Days days) {}

    /**
     * The highest utilisation of a law whose mean abandon rate is within the limit: the border is found by halving, then the
     * settings beside it are tried, since chance makes the border ragged.
     *
     * @param policy by a number that is bolder the lower it is
     */
    private Tried best(Scenario scenario, int lowest, int highest, IntFunction<String> policy) {
        int bold = lowest - 1;
        int careful = highest;
        while (careful - bold > 1) {
            int middle = Math.floorDiv(bold + careful, 2);
            if (abandon(days(scenario, policy.apply(middle), daysToSearch(scenario))) > LIMIT) {
                bold = middle;
            } else {
                careful = middle;
            }
        }
        Tried best = null;
        for (int number = Math.max(lowest, careful - 3); number <= Math.min(highest, careful + 1); number++) {
            var tried = new Tried(policy.apply(number), days(scenario, policy.apply(number)));
            if (abandon(tried.days) <= LIMIT && (best == null || utilisation(tried.days) > utilisation(best.days))) {
                best = tried;
            }
        }
        return best == null ? new Tried(policy.apply(highest), days(scenario, policy.apply(highest))) : best;
    }

    private Tried bestConstant(Scenario scenario) {
        return best(scenario, 1, HIGHEST_LEVEL, level -> "service_level:" + level);
    }

    private Tried bestStatic(Scenario scenario) {
        var plain = best(scenario, -200, 300, hundredths -> margin("static_sqrt", hundredths));
        var withWrapUp = best(scenario, -200, 300, hundredths -> margin("static_sqrt_wrap", hundredths));
        return utilisation(plain.days) > utilisation(withWrapUp.days) ? plain : withWrapUp;
    }

    private static String margin(String law, int hundredths) {
        return String.format(Locale.ROOT, "%s:%.2f", law, hundredths / 100.0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String finePercent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    @Test
    void everyFloorOfTheBaseScenario() throws IOException {
        var table = new Table(
                60,
                "Adaptive pacing against hand-tuned rules, " + DAYS + " days of 8 h, abandon limit 3 %",
                "answered, agents",
                "adaptive: utilisation, abandon (worst day, days over)",
                "best constant (service level)",
                "difference to it, points",
                "best static rule with ring time",
                "of the gap closed",
                "best shipped law within the limit");
        for (double answered : new double[] {0.30, 0.12}) {
            for (int agents : new int[] {5, 10, 20, 50, 200}) {
                if (AGENTS == 0 || AGENTS == agents) {
                    cell(table, PacingFloors.base(answered, agents), answered, agents);
                }
            }
        }
        table.note("Utilisation and abandon in percent. The same days for all; adaptive is the same in every row. The"
                + " constant is the best service level from 1 to 400, the static rule the best margin of a rule"
                + " that is given the true answer rate and times, both searched for each row.");
        table.write();
        assertThat(missed).isEmpty();
    }

    private void cell(Table table, Scenario scenario, double answered, int agents) {
        var adaptive = days(scenario, "adaptive");
        var constant = bestConstant(scenario);
        var rule = bestStatic(scenario);
        var shipped = bestShipped(scenario);
        var difference = adaptive.difference(constant.days, DayResult::utilisation);
        double gap = utilisation(rule.days) - utilisation(constant.days);
        double closed = (utilisation(adaptive) - utilisation(constant.days)) / gap;
        var name = finePercent(answered).replaceAll("\\.?0+$", "") + " %, " + agents;
        System.out.println(name + ": " + within(adaptive));
        table.row(
                name,
                within(adaptive),
                percent(utilisation(constant.days)) + " (" + number(constant.policy) + ")",
                String.format(Locale.ROOT, "%+.2f ± %.2f", 100 * difference.mean(), 100 * difference.standardError()),
                percent(utilisation(rule.days)),
                gap > 0 ? percent(closed) + " %" : "no gap",
                percent(utilisation(shipped.days)) + " (" + shipped.policy + ")");
        expect(name + ": mean abandon", abandon(adaptive) <= LIMIT);
        expect(
                name + ": worst day",
                agents < 20 || adaptive.figure(DayResult::abandonRate).highest() <= 0.035);
        expect(name + ": the best constant", difference.mean() >= -2 * difference.standardError());
        expect(name + ": half of the gap", agents < 10 || gap <= 0 || closed >= 0.5);
        expect(name + ": shipped laws", utilisation(adaptive) > utilisation(shipped.days));
    }

    private Tried bestShipped(Scenario scenario) {
        Tried best = null;
        for (var law : SHIPPED) {
            var tried = new Tried(law, days(scenario, law));
            if (abandon(tried.days) <= LIMIT && (best == null || utilisation(tried.days) > utilisation(best.days))) {
                best = tried;
            }
        }
        assertThat(best).as("progressive dialing abandons nobody").isNotNull();
        return best;
    }

    private static String number(String policy) {
        return policy.substring(policy.indexOf(':') + 1);
    }

    private static String within(Days days) {
        var rate = days.figure(DayResult::abandonRate);
        return percent(utilisation(days)) + ", " + finePercent(rate.mean()) + " (" + finePercent(rate.highest()) + ", "
                + percent(days.over(LIMIT)) + " %)";
    }

    private void expect(String what, boolean holds) {
        if (!holds) {
            missed.add(what);
        }
    }

    @Test
    void otherFloors() throws IOException {
        var table = new Table(
                61,
                "The same in harder scenarios, " + DAYS + " days of 8 h",
                "scenario",
                "adaptive: utilisation, abandon (worst day, days over)",
                "best constant (service level)",
                "difference to it, points");
        for (var scenario : PacingFloors.hard()) {
            var adaptive = days(scenario, "adaptive");
            var constant = bestConstant(scenario);
            var difference = adaptive.difference(constant.days, DayResult::utilisation);
            table.row(
                    scenario.name(),
                    within(adaptive),
                    percent(utilisation(constant.days)) + " (" + number(constant.policy) + ")",
                    String.format(
                            Locale.ROOT, "%+.2f ± %.2f", 100 * difference.mean(), 100 * difference.standardError()));
            expect(scenario.name() + ": mean abandon", abandon(adaptive) <= 0.032);
            expect(scenario.name() + ": the best constant", difference.mean() >= -0.005);
        }
        table.write();
        assertThat(missed).isEmpty();
    }
}
