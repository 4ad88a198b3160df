package dev.outpace.truth;

import dev.outpace.formats.JsonFiles;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.LabRun;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Runs a scenario for some minutes on real exchanges, one for each policy, all at the same moment, then many times in the
 * laboratory, and prints both: {@code SCENARIO MINUTES SEED POLICY@PORT,CARRIER,AGENTS ...}. Ends with 1 if a real figure lies
 * outside of 95 of a hundred simulated ones.
 */
final class SimulationTruth {
    private static final int SEEDS = 2_000;
    private static final int LONGEST_MINUTES = 35;
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Scenario scenario;
    private final long seed;
    private final List<Place> places;
    private final Load load = new Load();

    private SimulationTruth(Scenario scenario, long seed, List<Place> places) {
        this.scenario = scenario;
        this.seed = seed;
        this.places = places;
    }

    public static void main(String[] arguments) throws Exception {
        double minutes = Double.parseDouble(arguments[1]);
        if (minutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException(
                    "at most " + LONGEST_MINUTES + " minutes: the numbers don't last longer");
        }
        var day = ScenarioReader.read(arguments[0], JsonFiles.read(Path.of(arguments[0])), new LabPolicies())
                .scenario()
                .orElseThrow();
        var places = new ArrayList<Place>();
        for (int i = 3; i < arguments.length; i++) {
            places.add(Place.read(arguments[i]));
        }
        var truth = new SimulationTruth(day.withHours(minutes / 60), Long.parseLong(arguments[2]), places);
        System.exit(truth.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var real = measured();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %.0f minutes, seed %d; load of the machine %s, %d processors%n",
                scenario.name(),
                60 * scenario.hours(),
                seed,
                load,
                Runtime.getRuntime().availableProcessors());
        System.out.println(
                "| policy | utilisation: real | same people simulated | simulated: mean (95 %) | abandoned: real |"
                        + " same people simulated | simulated: mean (95 %) | calls: real | simulated |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        boolean within = true;
        for (int i = 0; i < places.size(); i++) {
            within &= compare(places.get(i).policy(), real.get(i));
        }
        return within;
    }

    private List<Measured> measured() throws Exception {
        var floors = new ArrayList<RealFloor>();
        try {
            for (var place : places) {
                floors.add(new RealFloor(Files.createTempDirectory("truth"), place, scenario, seed));
            }
            for (var floor : floors) {
                floor.start();
            }
            long end = System.nanoTime()
                    + (long) (scenario.hours() * Duration.ofHours(1).toNanos());
            while (System.nanoTime() < end) {
                load.during(Math.min(end - System.nanoTime(), BETWEEN_LINES.toNanos()));
                for (int i = 0; i < floors.size(); i++) {
                    System.out.println(
                            places.get(i).policy() + ": " + floors.get(i).measured());
                }
            }
            return floors.stream().map(RealFloor::measured).toList();
        } finally {
            floors.forEach(RealFloor::close);
        }
    }

    private boolean compare(String policy, Measured real) {
        var tried = new LabPolicies().parse(policy).orElseThrow();
        var simulated = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(other -> simulated(tried, seed + other))
                .toList();
        var twin = simulated(tried, seed);
        var utilisation = interval(simulated, Measured::utilisation);
        var abandoned = interval(simulated, Measured::abandonRate);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %s | %.1f | %.1f | %s | %d | %.0f |%n",
                policy,
                100 * real.utilisation(),
                100 * twin.utilisation(),
                utilisation,
                100 * real.abandonRate(),
                100 * twin.abandonRate(),
                abandoned,
                real.dials(),
                simulated.stream().mapToLong(Measured::dials).average().orElseThrow());
        return utilisation.holds(real.utilisation()) && abandoned.holds(real.abandonRate());
    }

    private Measured simulated(LabPolicy policy, long seed) {
        return Measured.of(LabRun.of(scenario, policy, seed).run());
    }

    private static Interval interval(List<Measured> all, ToDoubleFunction<Measured> figure) {
        return Interval.of(all.stream().map(figure::applyAsDouble).toList());
    }
}
