package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.goal.GoalCheck;
import dev.outpace.simulation.goal.GoalWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets adaptive pacing against the best constants of many worlds, and says where it does not reach them. */
@Command(
        name = "goals",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class GoalsCommand implements Callable<Integer> {
    private static final String WORLDS = "/dev/outpace/simulation/goal/worlds.json";
    private static final int MAX_DAYS = 10_000;
    private static final double NANOS = 1e9;

    @Parameters(paramLabel = "FILE", arity = "0..1")
    private @Nullable Path file;

    @Option(names = "--worlds", paramLabel = "NAMES", split = ",")
    private List<String> worlds = List.of();

    @Option(names = "--agents", paramLabel = "NUMBERS", split = ",")
    private List<Integer> agents = List.of();

    @Option(names = "--answered", paramLabel = "SHARES", split = ",")
    private List<Double> answered = List.of();

    @Option(names = "--days", paramLabel = "N")
    private int days = 20;

    @Option(names = "--truth")
    private boolean truth;

    @Option(names = "--json")
    private boolean json;

    private final Printed printed = new Printed();
    private final ScenarioFiles files = new ScenarioFiles(new LabPolicies());

    /** A world in one size. */
    record Cell(String world, double answered, int agents, Scenario scenario) {}

    @Override
    public Integer call() {
        if (days < 1 || days > MAX_DAYS) {
            return wrong(printed.text("text.goals.days", MAX_DAYS));
        }
        if (agents.stream().anyMatch(number -> number < 1 || number > Scenario.MAX_AGENTS)
                || !answered.stream().allMatch(share -> share > 0 && share <= 1)) {
            return wrong(printed.text("text.goals.size", Scenario.MAX_AGENTS));
        }
        var known = file == null ? shipped() : file(file);
        if (known.isEmpty()) {
            return ExitCode.REFUSED;
        }
        var names = known.get().stream().map(GoalWorld::name).toList();
        for (var name : worlds) {
            if (!names.contains(name)) {
                return wrong(printed.text("text.goals.world", name, String.join(", ", names)));
            }
        }
        var cells = known.get().stream()
                .filter(world -> worlds.isEmpty() || worlds.contains(world.name()))
                .flatMap(world -> cells(world.in(agents, answered)).stream())
                .toList();
        return cells.stream().allMatch(Optional::isPresent)
                ? measure(cells.stream().flatMap(Optional::stream).toList())
                : (Integer) ExitCode.REFUSED;
    }

    private static Optional<List<GoalWorld>> shipped() {
        try (var in = Objects.requireNonNull(GoalsCommand.class.getResourceAsStream(WORLDS), WORLDS)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(GoalWorld.all((Json.Obj) new JacksonJson().read(text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<List<GoalWorld>> file(Path path) {
        return files.json(path)
                .filter(root -> files.scenario(path.toString(), root).isPresent())
                .map(root -> List.of(GoalWorld.of((Json.Obj) root)));
    }

    private List<Optional<Cell>> cells(GoalWorld world) {
        var cells = new ArrayList<Optional<Cell>>();
        for (double share : world.answered()) {
            for (int number : world.agents()) {
                cells.add(files.scenario(world.name(), world.day(number, share))
                        .map(scenario -> new Cell(world.name(), share, number, scenario)));
            }
        }
        return cells;
    }

    private int measure(List<Cell> cells) {
        long begun = System.nanoTime();
        int met = 0;
        var report = new GoalReport(printed, cells, truth);
        if (!json) {
            System.out.println(report.head());
        }
        try (var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var check = new GoalCheck(days, executor, Thread.currentThread()::isInterrupted);
            for (var cell : cells) {
                var goal = check.of(cell.scenario(), truth);
                met += goal.missed().isEmpty() ? 1 : 0;
                if (json) {
                    Printed.json(report.asJson(cell, goal));
                } else {
                    System.out.println(report.row(cell, goal));
                }
            }
        }
        if (!json) {
            double seconds = (System.nanoTime() - begun) / NANOS;
            System.out.println(printed.text("text.goals.took", met, cells.size(), seconds));
        }
        return met == cells.size() ? 0 : ExitCode.REFUSED;
    }

    private static int wrong(String message) {
        System.err.println("outpace: " + Printed.plain(message));
        return ExitCode.WRONG_USAGE;
    }
}
