package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the data in use from a closed database file into a new file, which then replaces the old one. H2's own compaction
 * inside the file takes many times as long and leaves a larger file when its time runs out.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final String NAME = "outpace-compacted";
    /**
     * Bytes in use that are copied in about one second. A file with more is not compacted; files of that size rarely have much
     * unused room.
     */
    private static final long MAX_BYTES_IN_USE = 128 << 20;

    private static final long PERCENT = 100;
    private static final long MAX_PERCENT_IN_USE = 75;

    private final Database database;
    private final Path compacted;

    Compaction(Database database) {
        this.database = database;
        compacted = database.file(NAME);
    }

    /** Compacts the file if that saves enough room. If the copy fails, the file stays as it is. */
    void run() {
        try {
            if (writeCompacted()) {
                PrivateFiles.makePrivate(compacted);
                try (var channel = FileChannel.open(compacted, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(compacted, database.file(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The database file could not be compacted", failure);
        } finally {
            remove();
        }
    }

    private boolean writeCompacted() throws IOException {
        Files.deleteIfExists(compacted);
        if (!isWorthIt()) {
            return false;
        }
        Files.copy(database.file(), compacted);
        MVStoreTool.compact(database.fileName(NAME), false);
        return true;
    }

    private boolean isWorthIt() throws IOException {
        try (var pages =
                new MVStore.Builder().fileName(database.fileName()).readOnly().open()) {
            var file = pages.getFileStore();
            long inUse =
                    Files.size(database.file()) * file.getFillRate() / PERCENT * file.getChunksFillRate() / PERCENT;
            return inUse <= MAX_BYTES_IN_USE && inUse * PERCENT <= Files.size(database.file()) * MAX_PERCENT_IN_USE;
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(compacted);
        } catch (IOException failure) {
            LOG.warn("{} could not be removed", compacted, failure);
        }
    }
}
