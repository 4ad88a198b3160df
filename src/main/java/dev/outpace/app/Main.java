package dev.outpace.app;

import dev.outpace.files.FileReason;
import dev.outpace.journal.JournalException;
import dev.outpace.model.Problem;
import dev.outpace.store.StoreException;
import dev.outpace.workspace.ProblemWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line of Outpace. Without a subcommand it opens the console. */
@Command(
        name = "outpace",
        versionProvider = Version.Printed.class,
        mixinStandardHelpOptions = true,
        resourceBundle = "dev.outpace.app.commands",
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            ReplayCommand.class,
            ExplainCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            TargetsCommand.class,
            CampaignsCommand.class,
            CheckCommand.class,
            TestCallCommand.class,
            SimulateCommand.class,
            TelephonyCommand.class,
            StartCommand.class,
            StopCommand.class
        })
public final class Main implements Callable<Integer> {
    static final int REFUSED = 1;

    private static final String NO_DISPLAY = "There is no display to show a window on.";

    @Mixin
    private final WorkspaceOptions options;

    private final LastWords lastWords;

    private Main(WorkspaceOptions options, LastWords lastWords) {
        this.options = options;
        this.lastWords = lastWords;
    }

    public static void main(String[] arguments) {
        var lastWords = LastWords.ofProcess();
        System.exit(WorkspaceOptions.ofPlain(arguments)
                .map(options -> new Main(options, lastWords).callOrTell())
                .orElseGet(() -> commandLine(lastWords).execute(arguments)));
    }

    static CommandLine commandLine(LastWords lastWords) {
        return new CommandLine(new Main(new WorkspaceOptions(), lastWords))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, commandLine, _) -> failed(failure, commandLine.getErr()::println));
    }

    private int callOrTell() {
        try {
            return call();
        } catch (RuntimeException failure) {
            return failed(failure, System.err::println);
        }
    }

    /** The one place where what a command fails with becomes a sentence, however deep it is wrapped. */
    private static int failed(Exception failure, Consumer<String> err) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        switch (cause) {
            case StoreException known -> err.accept("outpace: " + new ProblemWords().line(known.problem()));
            case JournalException known -> err.accept("outpace: " + new ProblemWords().line(known.problem()));
            case IOException ofFile -> err.accept("outpace: " + sentence(ofFile));
            default -> {
                LoggerFactory.getLogger(Main.class).error("The command failed", failure);
                err.accept("outpace: " + cause);
            }
        }
        return REFUSED;
    }

    @Override
    public Integer call() {
        var end = Display.isThere() ? new Console(options, lastWords).call() : new Console.End.NoWindow(NO_DISPLAY);
        return switch (end) {
            case Console.End.Closed(var exitCode) -> exitCode;
            case Console.End.NoWindow(var reason) -> withoutWindow(reason);
        };
    }

    /** Only the demo, whose calls are pretended, runs unasked: in a window it would have been asked what goes on. */
    private int withoutWindow(String reason) {
        if (options.demo()) {
            System.out.println(reason + " Running the demo headless; Ctrl-C ends it.");
            return new HeadlessRun(options, new HeadlessRun.Output(false, null, null, null)).call();
        }
        System.err.println("outpace: " + reason
                + " Nothing was started. To run the campaigns without a window: outpace run --workspace \""
                + options.folder() + "\"");
        return REFUSED;
    }

    /** Tells of a file that a person named; a message of the platform is often no more than its path. */
    static int refused(IOException failure) {
        System.err.println("outpace: " + sentence(failure));
        return REFUSED;
    }

    private static String sentence(IOException failure) {
        var words = new ProblemWords();
        return switch (failure) {
            case NoSuchFileException missing -> words.line(missing(Path.of(missing.getFile())));
            case AccessDeniedException denied -> words.line(Problem.error("file.denied", denied.getFile()));
            case FileSystemException named ->
                words.line(Problem.error("file.failed", named.getFile(), FileReason.of(named)));
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** The file, or the folder that it would stand in. */
    private static Problem missing(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder)
                ? Problem.error("file.missing", file.toString())
                : Problem.error("file.no_folder", folder.toString());
    }

    static String owner(String what) {
        var process = ProcessHandle.current();
        return what + " (process " + process.pid() + " of " + System.getProperty("user.name") + ", since "
                + ZonedDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                + ")";
    }
}
