package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.JournalException;
import dev.outpace.journal.Replay;
import dev.outpace.model.Json;
import dev.outpace.model.Problem;
import dev.outpace.simulation.LabPolicies;
import dev.outpace.simulation.LabPolicy;
import dev.outpace.simulation.PolicyComparison;
import dev.outpace.store.Store;
import dev.outpace.workspace.Journals;
import dev.outpace.workspace.ProblemWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recorded day through the same engine and compares every decision. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DAY")
    private String day = "";

    @Option(names = "--workspace", paramLabel = "DIR", required = true)
    private Path folder;

    @Option(names = "--policy", paramLabel = "POLICY", arity = "1")
    private List<String> wantedPolicies = List.of();

    @Option(names = "--json")
    private boolean json;

    private final ProblemWords words = new ProblemWords();
    private final Printed printed = new Printed();
    private boolean differs;

    @Override
    public Integer call() {
        Store.mustBeThere(folder);
        Logging.into(folder);
        var journals = new Journals(folder, new JacksonJson());
        try {
            var wanted = wanted(journals);
            if (wanted.isEmpty()) {
                System.err.println("outpace: " + printed.text("text.replay.day", day));
                return ExitCode.WRONG_USAGE;
            }
            if (!journals.days().contains(wanted.get())) {
                return refused(Problem.error("journal.no_day", "", wanted.get().toString()));
            }
            if (!wantedPolicies.isEmpty()) {
                return tryPolicies(journals, wanted.get());
            }
            journals.replay(wanted.get(), this::tell);
            return differs ? ExitCode.REFUSED : 0;
        } catch (JournalException unreadable) {
            return refused(unreadable.problem());
        } catch (IOException failure) {
            return Failures.refused(failure);
        }
    }

    private int tryPolicies(Journals journals, LocalDate wanted) throws IOException {
        var policies = new LabPolicies();
        var tried = new ArrayList<LabPolicy>();
        for (var text : wantedPolicies) {
            var policy = policies.parse(text);
            if (policy.isEmpty()) {
                System.err.println("outpace: "
                        + Printed.plain(
                                printed.text("text.simulate.policy", text, String.join(", ", policies.names()))));
                return ExitCode.WRONG_USAGE;
            }
            tried.add(policy.get());
        }
        var days = journals.recorded(wanted);
        if (days.isEmpty()) {
            return refused(Problem.error("journal.no_calls", "", wanted.toString()));
        }
        for (var recorded : days) {
            var report = new SimulateReport(PolicyComparison.of(recorded, tried), printed);
            if (json) {
                Printed.json(report.asJson());
            } else {
                report.lines().forEach(System.out::println);
            }
        }
        return 0;
    }

    /** Empty where it is no day. */
    private Optional<LocalDate> wanted(Journals journals) throws IOException {
        if (day.equals("today")) {
            return Optional.of(LocalDate.now(ZoneOffset.UTC));
        }
        if (day.equals("last")) {
            var days = journals.days();
            return Optional.of(days.isEmpty() ? LocalDate.now(ZoneOffset.UTC) : days.getLast());
        }
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private int refused(Problem problem) {
        System.err.println("outpace: " + words.line(problem));
        return ExitCode.REFUSED;
    }

    private void tell(Replay.Result result) {
        differs |= !result.same();
        if (json) {
            Printed.json(asJson(result));
            return;
        }
        System.out.println(printed.text(
                "text.replay.session",
                result.session(),
                result.from().toString(),
                result.to().toString(),
                result.inputs(),
                result.decisions(),
                result.launches(),
                hash(result)));
        var cut = result.cut();
        if (cut != null) {
            System.out.println(printed.text("text.replay.cut", cut.file().toString(), cut.place()));
        } else if (!result.closed()) {
            System.out.println(printed.text("text.replay.open"));
        }
        var difference = result.difference();
        System.out.println(
                difference == null
                        ? printed.text("text.replay.same")
                        : printed.text("text.replay." + difference.what().name(), difference.sequence()));
    }

    private static String hash(Replay.Result result) {
        return String.format(Locale.ROOT, "%016x", result.hash());
    }

    private static Json asJson(Replay.Result result) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("session", new Json.Text(result.session()));
        fields.put("from", new Json.Text(result.from().toString()));
        fields.put("to", new Json.Text(result.to().toString()));
        fields.put("entries", number(result.entries()));
        fields.put("inputs", number(result.inputs()));
        fields.put("turns", number(result.turns()));
        fields.put("decisions", number(result.decisions()));
        fields.put("launches", number(result.launches()));
        fields.put("hash", new Json.Text(hash(result)));
        fields.put("same", new Json.Bool(result.same()));
        fields.put("closed", new Json.Bool(result.closed()));
        var cut = result.cut();
        fields.put("cut_at", cut == null ? new Json.Null() : new Json.Text(cut.file() + ":" + cut.place()));
        var difference = result.difference();
        fields.put("differs_at", difference == null ? new Json.Null() : number(difference.sequence()));
        return new Json.Obj(fields);
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
