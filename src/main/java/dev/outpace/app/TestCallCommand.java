package dev.outpace.app;

import dev.outpace.flow.TestCall;
import dev.outpace.flow.TestCall.Caller;
import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Campaign;
import dev.outpace.model.ResourceBook;
import dev.outpace.workspace.FlowFiles;
import dev.outpace.workspace.FlowFiles.Found;
import dev.outpace.workspace.ProblemWords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the flow of a file with a pretend caller. */
@Command(
        name = "test-call",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class TestCallCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--campaign", paramLabel = "CAMPAIGN", descriptionKey = "pick")
    private @Nullable String wanted;

    @Option(names = "--keys", paramLabel = "KEYS")
    private String keys = "";

    @Option(names = "--time", paramLabel = "TIME")
    private @Nullable String time;

    @Option(names = "--var", paramLabel = "NAME=VALUE", arity = "1")
    private List<String> variables = List.of();

    @Option(names = "--target-name", paramLabel = "TEXT")
    private String targetName = "";

    @Option(names = "--target-detail", paramLabel = "TEXT")
    private String targetDetail = "";

    @Option(names = "--target-data", paramLabel = "JSON")
    private String targetData = "";

    @Option(names = "--destination", paramLabel = "NUMBER")
    private String destination = "";

    @Option(names = "--machine")
    private boolean machine;

    @Option(names = "--no-answer")
    private boolean noAnswer;

    @Option(names = "--json")
    private boolean json;

    private final ProblemWords words = new ProblemWords();
    private final Printed printed = new Printed();

    /** Something in the arguments that can't be meant. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    @Override
    public Integer call() {
        Caller caller;
        try {
            caller = caller();
        } catch (Wrong usage) {
            tell(usage.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        var read = new FlowFiles(List.of(file), new ResourceBook());
        var problems = read.problemsOfFiles();
        problems.forEach(problem -> tell(line(problem)));
        var campaign = pick(read);
        if (campaign.isEmpty() || problems.stream().anyMatch(TestCallCommand::refuses)) {
            return ExitCode.REFUSED;
        }
        var result = new TestCall(campaign.get(), new JacksonJson(), read::flow).run(caller);
        var report = new TestCallReport(read, campaign.get(), result, printed);
        if (json) {
            Printed.json(report.asJson());
        } else {
            report.lines().forEach(System.out::println);
        }
        return 0;
    }

    /** What is wrong in an action is left to the call to run into. */
    private static boolean refuses(Found found) {
        return found.problem().isError() && found.actionId().isEmpty();
    }

    private Optional<Campaign> pick(FlowFiles read) {
        var all = read.campaigns();
        if (wanted == null) {
            if (all.size() > 1) {
                tell(printed.text("text.testcall.first", all.getFirst().name(), all.size()));
            }
            return all.stream().findFirst();
        }
        var named = read.named(wanted);
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        if (!all.isEmpty()) {
            tell(printed.text(named.isEmpty() ? "text.testcall.unknown" : "text.testcall.ambiguous", wanted));
        }
        return Optional.empty();
    }

    private Caller caller() throws Wrong {
        return new Caller(
                !noAnswer,
                machine,
                keys.isEmpty() ? List.of() : List.of(keys.split(",", -1)),
                moment(),
                values(),
                targetName,
                targetDetail,
                targetData,
                destination);
    }

    private Instant moment() throws Wrong {
        if (time == null) {
            return Clock.systemUTC().instant();
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException noTime) {
            throw new Wrong(printed.text("text.testcall.time", time));
        }
    }

    private Map<String, String> values() throws Wrong {
        var values = new LinkedHashMap<String, String>();
        for (var variable : variables) {
            int sign = variable.indexOf('=');
            if (sign < 1) {
                throw new Wrong(printed.text("text.testcall.var", variable));
            }
            values.put(variable.substring(0, sign), variable.substring(sign + 1));
        }
        return values;
    }

    private String line(Found found) {
        var place = found.place().isEmpty() ? found.file() : found.file() + ": " + found.place();
        return place + ": " + words.sentence(found.problem());
    }

    private static void tell(@Nullable String message) {
        System.err.println("outpace: " + Printed.plain(String.valueOf(message)));
    }
}
