package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.Store;
import dev.outpace.store.StoreException;
import dev.outpace.workspace.FlowFiles;
import dev.outpace.workspace.FlowFiles.Found;
import dev.outpace.workspace.OfflineOrders;
import dev.outpace.workspace.ProblemWords;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is wrong in the flows of files, as the editor does. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private static final String OF_FLOW = "flow.";

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--workspace", paramLabel = "DIR")
    private @Nullable Path workspace;

    private final ProblemWords words = new ProblemWords();
    private final Printed printed = new Printed();

    @Override
    public Integer call() {
        var found = new ArrayList<Found>();
        var read = new FlowFiles(files, known(found));
        found.addAll(read.check());
        if (json) {
            var problems = found.stream().map(this::asJson).toList();
            Printed.json(new Json.Obj(Map.of("problems", new Json.Array(problems))));
        } else {
            var lines = new StringBuilder();
            found.forEach(one -> lines.append(asText(one)).append(System.lineSeparator()));
            System.out.println(lines.append(counts(read.campaigns().size(), found)));
        }
        return found.stream().anyMatch(CheckCommand::isError) ? ExitCode.REFUSED : 0;
    }

    private String counts(int campaigns, List<Found> found) {
        long errors = found.stream().filter(CheckCommand::isError).count();
        return printed.text("text.check.counts", campaigns, errors, found.size() - errors);
    }

    /** The resources of the workspace, where one is named; that it can't be read is a problem like others. */
    private ResourceBook known(List<Found> problems) {
        var folder = workspace;
        if (folder != null) {
            try {
                Store.mustBeThere(folder);
                Logging.into(folder);
                try (var orders =
                        new OfflineOrders(folder, Owner.of("outpace check"), new JacksonJson(), Clock.systemUTC())) {
                    return orders.resources();
                }
            } catch (StoreException refused) {
                problems.add(new Found(folder.toString(), "", "", "", "", refused.problem()));
            }
        }
        return new ResourceBook();
    }

    private static boolean isError(Found found) {
        return found.problem().isError();
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String code(Problem problem) {
        return problem.code().startsWith(OF_FLOW) ? problem.code().substring(OF_FLOW.length()) : problem.code();
    }

    private String asText(Found found) {
        var line = new StringBuilder(found.file());
        if (!found.campaign().isEmpty()) {
            line.append(": ").append(found.campaign());
        }
        if (!found.place().isEmpty()) {
            line.append(": ").append(found.place());
        }
        if (!found.actionType().isEmpty()) {
            line.append(" (").append(found.actionType()).append(')');
        }
        line.append(": ").append(severity(found.problem()));
        line.append(": ").append(words.sentence(found.problem()));
        line.append(" [").append(code(found.problem())).append(']');
        return Printed.plain(line.toString());
    }

    private Json asJson(Found found) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("severity", new Json.Text(severity(found.problem())));
        fields.put("code", new Json.Text(code(found.problem())));
        fields.put("action_id", new Json.Text(found.actionId()));
        fields.put("message", new Json.Text(words.sentence(found.problem())));
        fields.put("file", new Json.Text(found.file()));
        fields.put("campaign", new Json.Text(found.campaign()));
        fields.put("place", new Json.Text(found.place()));
        return new Json.Obj(fields);
    }
}
