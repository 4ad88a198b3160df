package dev.outpace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Policies over the same days. */
public record PolicyComparison(Scenario scenario, List<Days> policies) {
    public PolicyComparison {
        policies = List.copyOf(policies);
    }

    /** The days of one policy; those of another with the same number had the same seed. */
    public record Days(String policy, List<DayResult> days) {
        public Days {
            days = List.copyOf(days);
        }

        public Figure figure(ToDoubleFunction<DayResult> of) {
            return Figure.of(days.stream().map(of::applyAsDouble).toList());
        }

        /** Day by day what this policy had more than another. */
        public Figure difference(Days other, ToDoubleFunction<DayResult> of) {
            return Figure.of(IntStream.range(0, days.size())
                    .mapToObj(day -> of.applyAsDouble(days.get(day)) - of.applyAsDouble(other.days.get(day)))
                    .toList());
        }

        /** Share of the days. */
        public double over(double abandonLimit) {
            return figure(day -> day.abandonRate() > abandonLimit ? 1 : 0).mean();
        }
    }

    /**
     * Simulates and waits for the last day.
     *
     * @param tried policies of all campaigns, one after the other; empty lets each campaign have its own
     * @param days at least 1
     * @param executor runs the days, each as a task of its own
     * @param cancelled asked often, by many threads
     * @throws CancellationException when it was cancelled
     */
    public static PolicyComparison of(
            Scenario scenario, List<LabPolicy> tried, int days, Executor executor, BooleanSupplier cancelled) {
        var running = new ArrayList<List<CompletableFuture<DayResult>>>();
        var names = new ArrayList<String>();
        if (tried.isEmpty()) {
            names.add(own(scenario));
            running.add(begin(scenario, null, days, executor, cancelled));
        }
        for (var policy : tried) {
            names.add(policy.name());
            running.add(begin(scenario, policy, days, executor, cancelled));
        }
        var done = IntStream.range(0, names.size())
                .mapToObj(i -> new Days(
                        names.get(i),
                        running.get(i).stream().map(PolicyComparison::await).toList()))
                .toList();
        return new PolicyComparison(scenario, done);
    }

    /** A recorded day as it was, run again with the settings it had, and under other policies. */
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

    private static List<CompletableFuture<DayResult>> begin(
            Scenario scenario, @Nullable LabPolicy tried, int days, Executor executor, BooleanSupplier cancelled) {
        return IntStream.range(0, days)
                .mapToObj(day -> CompletableFuture.supplyAsync(
                        () -> LabRun.of(scenario, tried, scenario.seed() + day)
                                .run(cancelled)
                                .orElseThrow(CancellationException::new),
                        executor))
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
