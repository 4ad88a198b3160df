package dev.outpace.app;

import dev.outpace.formats.JacksonJson;
import dev.outpace.store.Store;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.OfflineOrders;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.secrets.SecretAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands to a workspace that is not running share. */
abstract class OfflineCommand {
    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
    private @Nullable Path folder;

    private final ProblemWords words = new ProblemWords();

    final Path folder() {
        return folder != null ? folder : DataFolder.workspace(false);
    }

    /** Whether the command makes a workspace where there is none. */
    boolean makesWorkspace() {
        return false;
    }

    /** How secrets are had. */
    SecretAccess secrets() {
        return SecretAccess.ofSystem();
    }

    final OfflineOrders open(String what) {
        if (!makesWorkspace()) {
            Store.mustBeThere(folder());
        }
        Logging.into(folder());
        return new OfflineOrders(
                folder(), Owner.of("outpace " + what), new JacksonJson(), Clock.systemUTC(), secrets());
    }

    /**
     * Gives one order about a campaign and tells what became of it.
     *
     * @param what the command; {@code text.<what>.done} says that it was done
     */
    final int order(String what, String campaign, Function<OfflineOrders, Answer> order) {
        return told(order(what, order), "text." + what + ".done", campaign);
    }

    /** Gives one order and tells what was wrong with it. */
    final int order(String what, Function<OfflineOrders, Answer> order) {
        try (var orders = open(what)) {
            return tell(order.apply(orders));
        }
    }

    /** Says on the standard output what was done, unless it was refused. */
    static int told(int exitCode, String key, Object... args) {
        if (exitCode == 0) {
            System.out.println(Printed.plain(new Printed().text(key, args)));
        }
        return exitCode;
    }

    final int tell(Answer answer) {
        for (var problem : answer.problems()) {
            System.err.println((problem.isError() ? "outpace: " : "warning: ") + words.line(problem));
        }
        return answer instanceof Answer.Done ? 0 : ExitCode.REFUSED;
    }
}
