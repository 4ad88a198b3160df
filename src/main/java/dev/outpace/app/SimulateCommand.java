package dev.outpace.app;

import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.simulation.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares pacing policies over the simulated days of a scenario. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
    private static final int MAX_SEEDS = 10_000;
    private static final int MAX_MINUTES = 1_440;
    private static final double NANOS = 1e9;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--policy", paramLabel = "POLICY", arity = "1")
    private List<String> wanted = List.of();

    @Option(
            names = {"--seeds", "--days"},
            paramLabel = "N")
    private int seeds = 20;

    @Option(names = "--first-minutes", paramLabel = "N")
    private @Nullable Double firstMinutes;

    @Option(names = "--known-yesterday")
    private boolean knownYesterday;

    @Option(names = "--json")
    private boolean json;

    private final Printed printed = new Printed();
    private final LabPolicies policies = new LabPolicies();

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > MAX_SEEDS) {
            return wrong(printed.text("text.simulate.seeds", MAX_SEEDS));
        }
        if (firstMinutes == null ? knownYesterday : !(firstMinutes >= 1 && firstMinutes <= MAX_MINUTES)) {
            return wrong(printed.text("text.simulate.minutes", MAX_MINUTES));
        }
        var tried = new ArrayList<LabPolicy>();
        for (var text : wanted) {
            var policy = policies.parse(text);
            if (policy.isEmpty()) {
                return wrong(printed.text("text.simulate.policy", text, String.join(", ", policies.names())));
            }
            tried.add(policy.get());
        }
        var files = new ScenarioFiles(policies);
        return files.json(file)
                .flatMap(root -> files.scenario(file.toString(), root))
                .map(scenario -> simulate(scenario, tried))
                .orElse(ExitCode.REFUSED);
    }

    private int simulate(Scenario scenario, List<LabPolicy> tried) {
        long begun = System.nanoTime();
        PolicyComparison comparison;
        try (var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            comparison = firstMinutes == null
                    ? PolicyComparison.of(scenario, tried, seeds, executor, Thread.currentThread()::isInterrupted)
                    : PolicyComparison.ofFirstMinutes(
                            scenario,
                            tried,
                            seeds,
                            firstMinutes,
                            knownYesterday,
                            executor,
                            Thread.currentThread()::isInterrupted);
        }
        if (json) {
            Printed.json(new SimulateReport(comparison, printed).asJson());
        } else {
            new SimulateReport(comparison, printed).lines().forEach(System.out::println);
            int days = seeds * comparison.policies().size();
            System.out.println(printed.text("text.simulate.took", days, (System.nanoTime() - begun) / NANOS));
        }
        return 0;
    }

    private static int wrong(String message) {
        System.err.println("outpace: " + Printed.plain(message));
        return ExitCode.WRONG_USAGE;
    }
}
