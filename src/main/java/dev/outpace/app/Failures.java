package dev.outpace.app;

import dev.outpace.files.FileReason;
import dev.outpace.journal.JournalException;
import dev.outpace.model.Problem;
import dev.outpace.store.StoreException;
import dev.outpace.workspace.ProblemWords;
import dev.outpace.workspace.secrets.SecretRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** What a command fails with, as a sentence. */
final class Failures {
    private Failures() {}

    /** The one place where what a command fails with becomes a sentence, however deep it is wrapped. */
    static int failed(Exception failure, Consumer<String> err) {
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
            case SecretRefused refused -> err.accept("outpace: " + new ProblemWords().line(refused.problem()));
            case IOException ofFile -> err.accept("outpace: " + sentence(ofFile));
            default -> {
                LoggerFactory.getLogger(Failures.class).error("The command failed", failure);
                err.accept("outpace: " + cause);
            }
        }
        return ExitCode.REFUSED;
    }

    /** Tells of a file that a person named; a message of the platform is often no more than its path. */
    static int refused(IOException failure) {
        System.err.println("outpace: " + sentence(failure));
        return ExitCode.REFUSED;
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
}
