package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.StoreFault;
import dev.outpace.files.FileReason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Tells why a write failed: because of the write itself, or because the store can't be written. */
final class WriteFaults {
    /** How Linux, macOS and Windows report a full disk. */
    private static final List<String> FULL = List.of("no space left", "not enough space", "quota exceeded");

    private static final int MAX_CAUSES = 20;
    private static final int MEGABYTE = 1 << 20;

    private final Path file;
    private final Path folder;

    WriteFaults(Path file) {
        this.file = file;
        folder = Objects.requireNonNull(file.getParent());
    }

    /** Whether the write would fail on any disk: it is refused, or its values or its code are wrong. */
    static boolean isOfTheWrite(Exception failure) {
        return failure instanceof SQLException
                ? RefusedFacts.isRefused(failure)
                : !(causeOf(failure) instanceof IOException);
    }

    StoreDown of(Exception failure) {
        var cause = causeOf(failure);
        var message = String.valueOf(cause.getMessage());
        var reason = FileReason.of(cause);
        boolean full = FULL.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains) || !hasRoom();
        return full ? full() : new StoreDown(StoreFault.NOT_WRITABLE, file.toString(), reason);
    }

    StoreDown full() {
        return new StoreDown(StoreFault.DISK_FULL, folder.toString(), Long.toString(Reserve.BYTES / MEGABYTE));
    }

    StoreDown gone() {
        return new StoreDown(StoreFault.FILE_GONE, file.toString(), "");
    }

    private boolean hasRoom() {
        try {
            return file.getFileSystem().provider().getFileStore(folder).getUsableSpace() >= Reserve.BYTES;
        } catch (IOException unknown) {
            return true;
        }
    }

    /** The root cause. H2 sometimes links causes in a circle, so the search is limited. */
    private static Throwable causeOf(Throwable failure) {
        var cause = failure;
        for (int depth = 0;
                depth < MAX_CAUSES && cause.getCause() != null && !(cause instanceof IOException);
                depth++) {
            cause = cause.getCause();
        }
        return cause;
    }
}
