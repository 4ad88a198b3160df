package dev.outpace.app;

import dev.outpace.workspace.secrets.SecretAccess;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Outpace. Without a subcommand it opens the console. */
@Command(
        name = "outpace",
        versionProvider = Version.Printed.class,
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false)
public final class Main implements Callable<Integer> {
    @Mixin
    private final WorkspaceOptions options;

    @Spec
    private @Nullable CommandSpec spec;

    private final LastWords lastWords;
    private final LogLevels log = new LogLevels();

    private Main(WorkspaceOptions options, LastWords lastWords) {
        this.options = options;
        this.lastWords = lastWords;
    }

    public static void main(String[] arguments) {
        var lastWords = LastWords.ofProcess();
        System.exit(WorkspaceOptions.ofPlain(arguments)
                .map(options -> plain(options, lastWords))
                .orElseGet(() -> commandLine(lastWords).execute(arguments)));
    }

    private static int plain(WorkspaceOptions options, LastWords lastWords) {
        if (!options.log().isEmpty()) {
            options.log().apply();
        }
        return new Main(options, lastWords).callOrTell();
    }

    static CommandLine commandLine(LastWords lastWords) {
        return Commands.over(new Main(new WorkspaceOptions(), lastWords));
    }

    /** Before or behind any command. */
    @Option(names = "--log", paramLabel = "LEVELS", scope = ScopeType.INHERIT, descriptionKey = "log")
    void setLog(@Nullable String levels) {
        if (levels == null) {
            return;
        }
        var wrong = log.take(levels);
        if (wrong != null && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    Printed.plain(new Printed().text("text.log", wrong, LogLevels.LEVELS, LogLevels.SUBJECTS)));
        }
        log.apply();
    }

    @Option(names = "--log-numbers", scope = ScopeType.INHERIT, descriptionKey = "logNumbers")
    void setLogNumbers(boolean inFull) {
        if (inFull) {
            log.numbersInFull();
            log.apply();
        }
    }

    private int callOrTell() {
        try {
            return call();
        } catch (RuntimeException failure) {
            return Failures.failed(failure, System.err::println);
        }
    }

    @Override
    public Integer call() {
        var end = Display.isThere()
                ? new Console(options, lastWords).call()
                : new Console.End.NoWindow(new Printed().text("text.window.no_display"));
        return switch (end) {
            case Console.End.Closed(var exitCode) -> exitCode;
            case Console.End.NoWindow(var reason) -> withoutWindow(reason);
        };
    }

    /** Only the demo, whose calls are pretended, runs unasked: in a window it would have been asked what goes on. */
    private int withoutWindow(String reason) {
        var printed = new Printed();
        if (options.demo()) {
            System.out.println(printed.text("text.window.demo", reason));
            return new HeadlessRun(options, SecretAccess.ofSystem(), new HeadlessRun.Output(false, null, null, null))
                    .call();
        }
        System.err.println("outpace: "
                + printed.text("text.window.nothing", reason, options.folder().toString()));
        return ExitCode.REFUSED;
    }
}
