package dev.outpace.app;

import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.store.Doctor;
import dev.outpace.store.Store;
import dev.outpace.workspace.ProblemWords;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells whether the file of a workspace is sound: 0 if it is, 1 if it is damaged. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
    private @Nullable Path workspace;

    @Option(names = "--json")
    private boolean json;

    private final ProblemWords words = new ProblemWords();
    private final Printed printed = new Printed();

    @Override
    public Integer call() {
        var folder = workspace != null ? workspace : DataFolder.workspace(false);
        Store.mustBeThere(folder);
        Logging.into(folder);
        var report = Doctor.examine(folder, Owner.of("outpace doctor"));
        if (json) {
            Printed.json(asJson(report));
        } else {
            report.problems().forEach(problem -> System.out.println(words.line(problem)));
            System.out.println(
                    printed.text(report.sound() ? "text.doctor.sound" : "text.doctor.damaged", report.rows()));
        }
        return report.sound() ? 0 : ExitCode.REFUSED;
    }

    private Json asJson(Doctor.Report report) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("sound", new Json.Bool(report.sound()));
        fields.put("rows", new Json.Num(BigDecimal.valueOf(report.rows())));
        fields.put(
                "problems",
                new Json.Array(report.problems().stream().map(this::asJson).toList()));
        return new Json.Obj(fields);
    }

    private Json asJson(Problem problem) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("severity", new Json.Text(problem.severity().name().toLowerCase(Locale.ROOT)));
        fields.put("code", new Json.Text(problem.code()));
        fields.put("place", new Json.Text(problem.place()));
        fields.put("message", new Json.Text(words.sentence(problem)));
        return new Json.Obj(fields);
    }
}
