package dev.outpace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabRun;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a dial of a simulated day costs one thread, in processor time, after days that only let Java compile. */
@Tag("bench")
class LaboratoryBench {
    private static final Path SCENARIOS = Path.of("src", "test", "resources", "dev", "outpace", "simulation");
    private static final int DAYS = 15;
    private static final double NANOS_OF_MICRO = 1_000;

    private final LabPolicies policies = new LabPolicies();

    @Test
    void ofADial() throws IOException {
        var table = new Table(
                10,
                "Processor time of a simulated dial, 20 agents, the median of " + DAYS + " days",
                "",
                "published rule, or lines for each free agent",
                "adaptive");
        row(table, "scenario-base.json", "service_level:40");
        row(table, "scenario-menu.json", "free_floor:3");
        row(table, "scenario-fifty.json", "service_level:40");
        table.write();
    }

    private void row(Table table, String file, String constant) {
        var scenario = read(SCENARIOS.resolve(file));
        table.row(
                file + ", " + Table.number(LabRun.of(scenario, null, 1).run().dials()) + " dials a day",
                cell(scenario, constant) + " (`" + constant + "`)",
                cell(scenario, "adaptive"));
    }

    private String cell(Scenario scenario, String policyName) {
        var policy = policies.parse(policyName).orElseThrow();
        var threads = ManagementFactory.getThreadMXBean();
        var perDial = IntStream.range(0, 2 * DAYS)
                .mapToDouble(day -> {
                    long begun = threads.getCurrentThreadCpuTime();
                    long dials = LabRun.of(scenario, policy, 1 + day).run().dials();
                    assertThat(dials).isPositive();
                    return (threads.getCurrentThreadCpuTime() - begun) / NANOS_OF_MICRO / dials;
                })
                .skip(DAYS)
                .sorted()
                .toArray();
        return Table.number(perDial[perDial.length / 2]) + " µs";
    }

    private Scenario read(Path file) {
        try {
            return ScenarioReader.read(file.toString(), new JacksonJson().read(Files.readString(file)), policies)
                    .scenario()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
