package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.store.Store;
import dev.outpace.workspace.Audit;
import dev.outpace.workspace.ProblemWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares a workspace's calls with what the carrier saw. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
final class AuditCommand implements Callable<Integer> {
    @Option(names = "--workspace", paramLabel = "DIR", required = true)
    private Path folder;

    @Option(names = "--carrier-log", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> carrierLogs;

    @Override
    public Integer call() {
        Store.mustBeThere(folder);
        Logging.into(folder);
        var words = new ProblemWords();
        try {
            var report = Audit.of(folder, Owner.of("outpace audit"), carrierLogs, new JacksonJson());
            report.problems().forEach(problem -> System.out.println(words.line(problem)));
            System.out.println(new Printed()
                    .text("text.audit.counts", report.calls(), report.problems().size()));
            return report.problems().isEmpty() ? 0 : ExitCode.REFUSED;
        } catch (IOException failure) {
            return Failures.refused(failure);
        }
    }
}
