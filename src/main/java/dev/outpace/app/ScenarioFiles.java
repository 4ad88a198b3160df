package dev.outpace.app;

import dev.outpace.formats.FileRefused;
import dev.outpace.formats.JsonFiles;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.Scenario;
import dev.outpace.simulation.ScenarioReader;
import dev.outpace.workspace.ProblemWords;
import java.nio.file.Path;
import java.util.Optional;

/** Reads scenarios, and tells on standard error what is wrong with them. */
final class ScenarioFiles {
    private final ProblemWords words = new ProblemWords();
    private final LabPolicies policies;

    ScenarioFiles(LabPolicies policies) {
        this.policies = policies;
    }

    /** Empty if it is no JSON. */
    Optional<Json> json(Path path) {
        try {
            return Optional.of(JsonFiles.read(path));
        } catch (FileRefused refused) {
            tell(refused.problem());
            return Optional.empty();
        }
    }

    /**
     * Empty if there are errors.
     *
     * @param name of the file, for what is told
     */
    Optional<Scenario> scenario(String name, Json root) {
        var reading = ScenarioReader.read(name, root, policies);
        reading.problems().forEach(this::tell);
        return reading.scenario();
    }

    private void tell(Problem problem) {
        System.err.println("outpace: " + Printed.plain(words.line(problem)));
    }
}
