package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineState;
import dev.outpace.engine.FactLog;
import dev.outpace.journal.JournalFolder;
import dev.outpace.model.Agent;
import dev.outpace.model.Campaign;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many inputs a second the engine takes in virtual time. */
@Tag("bench")
class InputBench {
    private static final CallCentre CENTRE = new CallCentre(20, 10, 1_000);
    private static final LineLimits LINES = new LineLimits(10_000, 10_000);
    private static final int INPUTS = 2_000_000;
    private static final int INPUTS_SHARED = 500_000;
    private static final int INPUTS_WITH_STORE = 60_000;
    private static final int REPETITIONS = 5;

    private static final FactLog NO_JOURNAL = new FactLog() {
        @Override
        public void write(Fact fact) {}

        @Override
        public boolean awaitCommitted() {
            return true;
        }
    };

    @TempDir
    Path folder;

    private final MemoryTargets targets = new MemoryTargets(CENTRE.campaigns(), 2_000);
    private final Tape tape = new Tape();

    @Test
    void inVirtualTime() throws IOException {
        var recorded = tape.record(state(), targets, NO_JOURNAL, INPUTS);
        var memory = new ArrayList<Tape.Course>();
        for (int i = -2; i < REPETITIONS; i++) {
            targets.rewind();
            var course = tape.play(state(), targets, NO_JOURNAL, Integer.MAX_VALUE);
            assertThat(course.launches()).isEqualTo(recorded.launches());
            if (i >= 0) {
                memory.add(course);
            }
        }
        written(recorded, median(memory));
        targets.rewind();
        long launches =
                tape.play(state(), targets, NO_JOURNAL, INPUTS_WITH_STORE).launches();
        var stored = new ArrayList<Tape.Course>();
        for (int i = -1; i < 2; i++) {
            try (var store = CENTRE.store(folder.resolve("store" + i), 4_000)) {
                var course = tape.play(
                        store.engineState(LINES, 1, true), store.targetPool(), store.factLog(), INPUTS_WITH_STORE);
                assertThat(course.launches()).isEqualTo(launches);
                if (i >= 0) {
                    stored.add(course);
                }
            }
        }
        double journal = median(stored);
        new Table(
                        4,
                        "Engine inputs per second in virtual time, 1,000 agents, 20 campaigns",
                        "",
                        "inputs/s",
                        "inputs",
                        "")
                .row(
                        "engine with the store, every claim and answer committed",
                        Table.number(journal),
                        Table.number(stored.getFirst().inputs()),
                        Table.times(1))
                .row(
                        "engine and simulated world, no journal",
                        Table.number(recorded.inputsPerSecond()),
                        Table.number(recorded.inputs()),
                        Table.times(recorded.inputsPerSecond() / journal))
                .row(
                        "engine alone, no journal",
                        Table.number(median(memory)),
                        Table.number(memory.getFirst().inputs()),
                        Table.times(median(memory) / journal))
                .note("The inputs of " + Table.number(recorded.launches())
                        + " calls in the simulated world, recorded and played again; the median of " + REPETITIONS
                        + " times.")
                .write();
    }

    /** Twenty queues with a campaign each, apart and connected by their agents. */
    @Test
    void withAgentsInSeveralQueues() throws IOException {
        var table = new Table(
                5,
                "Engine inputs per second, 1,000 agents, 20 campaigns on 20 queues",
                "queues of an agent",
                "inputs/s");
        for (int served : List.of(1, 3)) {
            var centre = new CallCentre(20, 20, 1_000, served);
            targets.rewind();
            var own = new Tape();
            var recorded = own.record(state(centre), targets, NO_JOURNAL, INPUTS_SHARED);
            var courses = new ArrayList<Tape.Course>();
            for (int i = -2; i < REPETITIONS; i++) {
                targets.rewind();
                var course = own.play(state(centre), targets, NO_JOURNAL, Integer.MAX_VALUE);
                assertThat(course.launches()).isEqualTo(recorded.launches());
                if (i >= 0) {
                    courses.add(course);
                }
            }
            table.row(served, Table.number(median(courses)));
        }
        table.write();
    }

    /** The same inputs once more, with a journal of all of them on the disk. */
    private void written(Tape.Course recorded, double without) throws IOException {
        var courses = new ArrayList<Tape.Course>();
        long bytes = 0;
        for (int i = -2; i < REPETITIONS; i++) {
            targets.rewind();
            var workspace = Files.createDirectory(folder.resolve("written" + i));
            var course = tape.playWritten(state(), targets, NO_JOURNAL, Integer.MAX_VALUE, JournalFolder.of(workspace));
            assertThat(course.launches()).isEqualTo(recorded.launches());
            bytes = sizeOf(workspace.resolve("journal"));
            if (i >= 0) {
                courses.add(course);
            }
        }
        double with = median(courses);
        double ofInput = 1e9 / with - 1e9 / without;
        double hours = tape.length().toSeconds() / 3_600.0;
        new Table(
                        9,
                        "The journal of the engine, 1,000 agents, 20 campaigns, one run",
                        "",
                        "inputs/s",
                        "ns an input",
                        "")
                .row("without", Table.number(without), Table.number(1e9 / without), Table.times(1))
                .row("with", Table.number(with), Table.number(1e9 / with), Table.times(with / without))
                .row("the journal itself", "", Table.number(ofInput), Table.times(ofInput * without / 1e9))
                .note(Table.number(bytes / 1e6) + " MB: " + Table.number((double) bytes / recorded.launches())
                        + " bytes a call, " + Table.number((double) bytes / recorded.inputs()) + " an input, "
                        + Table.number(bytes / 1e6 / hours) + " MB an hour at "
                        + Table.number(recorded.launches() / hours) + " calls an hour.")
                .write();
    }

    private static long sizeOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static double median(List<Tape.Course> courses) {
        return courses.stream()
                .mapToDouble(Tape.Course::inputsPerSecond)
                .sorted()
                .toArray()[courses.size() / 2];
    }

    private EngineState state() {
        return state(CENTRE);
    }

    private EngineState state(CallCentre centre) {
        var resources = centre.resources();
        return new EngineState(
                only(resources, Campaign.class),
                Map.of(),
                only(resources, Outplan.class),
                only(resources, Outdial.class),
                targets.counts(),
                only(resources, Queue.class),
                only(resources, Agent.class),
                List.of(),
                LINES,
                1,
                true);
    }

    private static <T> List<T> only(List<?> resources, Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
