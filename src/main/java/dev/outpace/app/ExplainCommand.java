package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Ids;
import dev.outpace.store.Store;
import dev.outpace.workspace.Explanation;
import dev.outpace.workspace.Journals;
import dev.outpace.workspace.ProblemWords;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what led to a call, and what came of it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CALL")
    private String call = "";

    @Option(names = "--workspace", paramLabel = "DIR", required = true)
    private Path folder;

    private final Printed printed = new Printed();

    @Override
    public Integer call() {
        var callId = Ids.parse(call);
        if (callId.isEmpty()) {
            System.err.println("outpace: " + printed.text("text.explain.id", call));
            return ExitCode.WRONG_USAGE;
        }
        Store.mustBeThere(folder);
        Logging.into(folder);
        return switch (new Journals(folder, new JacksonJson()).explain(callId.get())) {
            case Explanation.Told(var lines) -> {
                lines.forEach(this::tell);
                yield 0;
            }
            case Explanation.Untold(var problem) -> {
                System.err.println("outpace: " + new ProblemWords().line(problem));
                yield ExitCode.REFUSED;
            }
        };
    }

    private void tell(Explanation.Line line) {
        System.out.println(Printed.plain(printed.text(
                "text.explain." + line.part().name().toLowerCase(Locale.ROOT),
                line.sequence(),
                line.at().toString(),
                line.sentence())));
    }
}
