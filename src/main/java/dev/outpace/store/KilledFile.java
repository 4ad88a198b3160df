package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStore;

/**
 * Finds the last commit in the database file of a process that was killed. H2 2.5.252 follows a chain of chunks that can break
 * off before the newest commits: when a chunk was written elsewhere than the chunk before it predicted, the file's header names
 * an old chunk. A scan of the whole file finds the newest commits; {@code src/reproduction/h2-recovery} shows both. A mark
 * beside the file says that the database was not closed.
 */
final class KilledFile {
    private final Path file;
    private final String fileName;
    private final Path mark;

    /** @param fileName the file's name as H2's own tools expect it */
    KilledFile(Path file, String fileName) {
        this.file = file;
        this.fileName = fileName;
        mark = file.resolveSibling("outpace.open");
    }

    /** Called before the database is opened, while this process holds the workspace's lock. */
    void opening() {
        try {
            if (Files.exists(mark) && Files.exists(file)) {
                new MVStore.Builder()
                        .fileName(fileName)
                        .recoveryMode()
                        .autoCommitDisabled()
                        .open()
                        .close();
            }
            PrivateFiles.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException | RuntimeException failure) {
            throw Database.cannotOpen(file.resolveSibling(""), failure);
        }
    }

    void closed() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException failure) {
            throw Store.failed(failure);
        }
    }
}
