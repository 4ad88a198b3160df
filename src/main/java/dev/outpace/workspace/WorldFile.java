package dev.outpace.workspace;

import dev.outpace.formats.FileRefused;
import dev.outpace.formats.JsonFiles;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.telephony.simulated.WorldSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The simulated telephony as a file describes it, in the fields in which the workspace stores it. Fields that the file
 * leaves out take their default.
 */
final class WorldFile {
    private static final Pattern CAPITAL = Pattern.compile("\\p{Upper}");
    /** How the parts of {@link WorldSettings} are named in a file, where their fields don't stand at its top. */
    private static final Map<String, String> PARTS =
            Map.of("dial", "dial.", "breaks", "break_", "misses", "agent_", "faults", "fault_");

    /** @param problems places are the path of a field, behind the name of the file; the world counts when there is none */
    record Reading(WorldSettings world, List<Problem> problems) {}

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    private WorldFile(Path file) {
        this.file = file;
    }

    static Reading read(Path file) {
        return new WorldFile(file).read();
    }

    private Reading read() {
        try {
            if (JsonFiles.read(file) instanceof Json.Obj fields) {
                var world = SettingsText.world(fields);
                compare("", fields, SettingsText.fields(world));
                for (var problem : world.problems()) {
                    problems.add(new Problem(
                            problem.severity(), problem.code(), place(field(problem.place())), problem.args()));
                }
                return new Reading(world, problems);
            }
            problems.add(Problem.error("world.no_object", file.toString()));
        } catch (FileRefused refused) {
            problems.add(refused.problem());
        }
        return new Reading(WorldSettings.DEFAULT, problems);
    }

    /** Whatever was read is written as it stands in the file; what is written otherwise, or not at all, was not read. */
    private void compare(String path, Json.Obj given, Json.Obj understood) {
        given.fields().forEach((name, value) -> {
            var here = path.isEmpty() ? name : path + '.' + name;
            var read = understood.get(name);
            if (value instanceof Json.Obj inner && read instanceof Json.Obj innerRead) {
                compare(here, inner, innerRead);
            } else if (read == null) {
                problems.add(Problem.error("world.unknown", place(here)));
            } else if (!same(value, read)) {
                problems.add(Problem.error("world.not_read", place(here)));
            }
        });
    }

    private static boolean same(Json given, Json read) {
        return (given instanceof Json.Num(var number) && read instanceof Json.Num(var other))
                ? number.doubleValue() == other.doubleValue()
                : given.equals(read);
    }

    private String place(String field) {
        return file + ": " + field;
    }

    /** {@code dial.badNumber} is {@code dial.bad_number} in a file, and {@code handle.pickUp} is {@code pick_up}. */
    private static String field(String component) {
        int dot = component.indexOf('.');
        var part = component.substring(0, Math.max(dot, 0));
        var name = CAPITAL.matcher(component.substring(dot + 1))
                .replaceAll(capital -> '_' + capital.group().toLowerCase(Locale.ROOT));
        return PARTS.getOrDefault(part, "") + name;
    }
}
