package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether the database file still exists, because the operating system lets a program write to a deleted file without an
 * error. Also keeps the disk reserve.
 */
final class FileWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final Path file;
    private final Reserve reserve;
    private final WriteFaults faults;
    /** Identity of the file when it was opened; null if the file system has no file keys. */
    private final @Nullable Object key;

    FileWatch(Path file, WriteFaults faults) throws IOException {
        this.file = file;
        this.faults = faults;
        reserve = new Reserve(file.resolveSibling("outpace.reserve"));
        key = keyOf(file);
    }

    private static @Nullable Object keyOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Why new writes would be lost; empty if they would not. */
    Optional<StoreDown> gone() {
        try {
            var now = keyOf(file);
            return key == null || key.equals(now) ? Optional.empty() : Optional.of(faults.gone());
        } catch (IOException unreadable) {
            return Optional.of(faults.gone());
        }
    }

    /** Why no call may be placed: the file is gone, or there is no room for the reserve. Empty if neither is so. */
    Optional<StoreDown> trouble() {
        var gone = gone();
        if (gone.isPresent()) {
            return gone;
        }
        try {
            reserve.make();
            return Optional.empty();
        } catch (IOException failure) {
            LOG.warn("The reserve could not be made", failure);
            return Optional.of(faults.of(failure));
        }
    }

    void releaseReserve() {
        try {
            reserve.release();
        } catch (IOException failure) {
            LOG.warn("The reserve could not be given up", failure);
        }
    }
}
