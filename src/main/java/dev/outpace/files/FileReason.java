package dev.outpace.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something could not be done with a file: the platform's own message is often no more than its path. */
public final class FileReason {
    private static final int DEEPEST = 20;

    private FileReason() {}

    /** A few words, to stand behind a colon. */
    public static String of(Throwable failure) {
        return switch (cause(failure)) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
            case FileAlreadyExistsException there -> there.getFile() + " is there already";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            case Throwable other -> String.valueOf(other.getMessage());
        };
    }

    /** Whether the platform refused something with a file, so that its words help. */
    public static boolean isOfFile(Throwable failure) {
        return cause(failure) instanceof IOException;
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure;
        for (int depth = 0; depth < DEEPEST && !(cause instanceof IOException) && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }
}
