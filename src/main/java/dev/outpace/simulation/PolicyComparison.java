package dev.outpace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Results of several policies over the same days. */
public record PolicyComparison(Scenario scenario, List<Days> policies) {
    /** A morning knows of so much of the day before at most. */
    private static final double HOURS_BEFORE = 2;

    public PolicyComparison {
        policies = List.copyOf(policies);
    }

    /** The days of one policy. Days with the same index under different policies had the same seed. */
    public record Days(String policy, List<DayResult> days) {
        public Days {
            days = List.copyOf(days);
        }

        public Figure figure(ToDoubleFunction<DayResult> of) {
            return Figure.of(days.stream().map(of::applyAsDouble).toList());
        }

        /** @param campaign index of one of the scenario's campaigns */
        public Figure campaign(int campaign, ToDoubleFunction<DayResult.OfCampaign> of) {
            return figure(day -> of.applyAsDouble(day.campaigns().get(campaign)));
        }

        /** The figure's difference to another policy, day by day. */
        public Figure difference(Days other, ToDoubleFunction<DayResult> of) {
            return Figure.of(IntStream.range(0, days.size())
                    .mapToObj(day -> of.applyAsDouble(days.get(day)) - of.applyAsDouble(other.days.get(day)))
                    .toList());
        }

        /** Share of the days whose abandon rate was above a limit. */
        public double over(double abandonLimit) {
            return figure(day -> day.abandonRate() > abandonLimit ? 1 : 0).mean();
        }
    }

    /** How much of the way to a rule that is told the truth adaptive pacing takes; empty if that was not compared. */
    public Optional<Gap> gap() {
        return Gap.of(this);
    }

    /**
     * Simulates all days and waits for the last one.
     *
     * @param tried policies of all campaigns, one after the other; if empty, each campaign uses its own
     * @param days at least 1
     * @param executor runs each day as a task
     * @param cancelled asked often, from several threads
     * @throws CancellationException if it was cancelled
     */
    public static PolicyComparison of(
            Scenario scenario, List<LabPolicy> tried, int days, Executor executor, BooleanSupplier cancelled) {
        return of(
                scenario,
                tried,
                days,
                executor,
                (policy, seed) -> LabRun.of(scenario, policy, seed).run(cancelled));
    }

    private static PolicyComparison of(
            Scenario scenario, List<LabPolicy> tried, int days, Executor executor, OneDay one) {
        var running = new ArrayList<List<CompletableFuture<DayResult>>>();
        var names = new ArrayList<String>();
        if (tried.isEmpty()) {
            names.add(own(scenario));
            running.add(begin(scenario, null, days, executor, one));
        }
        for (var policy : tried) {
            names.add(policy.name());
            running.add(begin(scenario, policy, days, executor, one));
        }
        var done = IntStream.range(0, names.size())
                .mapToObj(i -> new Days(
                        names.get(i),
                        running.get(i).stream().map(PolicyComparison::await).toList()))
                .toList();
        return new PolicyComparison(scenario, done);
    }

    /** Runs a recorded day with the settings that it had, and under other policies. */
    public static PolicyComparison of(RecordedDay day, List<LabPolicy> tried) {
        var scenario = day.scenario();
        var policies = new ArrayList<Days>();
        policies.add(new Days("as recorded", List.of(day.result())));
        policies.add(
                new Days("again: " + own(scenario), List.of(LabRun.of(day, null).run())));
        for (var policy : tried) {
            policies.add(new Days(policy.name(), List.of(LabRun.of(day, policy).run())));
        }
        return new PolicyComparison(scenario, policies);
    }

    private static String own(Scenario scenario) {
        return scenario.campaigns().stream()
                .map(campaign -> campaign.policy().name())
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    /**
     * Simulates only the first minutes of all days, as {@link #of} does.
     *
     * @param knownYesterday whether each day begins with what a workspace has stored of the day before
     */
    public static PolicyComparison ofFirstMinutes(
            Scenario scenario,
            List<LabPolicy> tried,
            int days,
            double minutes,
            boolean knownYesterday,
            Executor executor,
            BooleanSupplier cancelled) {
        var mornings = scenario.withHours(minutes / 60);
        return knownYesterday
                ? of(
                        mornings,
                        tried,
                        days,
                        executor,
                        (policy, seed) -> LabRun.afterADay(
                                        mornings, Math.min(HOURS_BEFORE, scenario.hours()), policy, seed, cancelled)
                                .flatMap(day -> day.run(cancelled)))
                : of(mornings, tried, days, executor, cancelled);
    }

    /** Runs a day; empty if it was cancelled. */
    @FunctionalInterface
    private interface OneDay {
        Optional<DayResult> run(@Nullable LabPolicy tried, long seed);
    }

    private static List<CompletableFuture<DayResult>> begin(
            Scenario scenario, @Nullable LabPolicy tried, int days, Executor executor, OneDay one) {
        return IntStream.range(0, days)
                .mapToObj(day -> CompletableFuture.supplyAsync(
                        () -> one.run(tried, scenario.seed() + day).orElseThrow(CancellationException::new), executor))
                .toList();
    }

    private static DayResult await(CompletableFuture<DayResult> day) {
        try {
            return day.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }
}
