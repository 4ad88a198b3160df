package dev.outpace.store;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStore;

/**
 * Finds the last commit in the database file of a process that was killed. H2 2.5.252 looks for it along a chain that breaks
 * off before the newest commits: where a chunk went elsewhere than the one before foretold, the file's header should name the
 * new one, and names the one before. A scan of the whole file finds them; {@code src/reproduction/h2-recovery} shows both. A
 * mark beside the file tells that it was not closed.
 */
final class KilledFile {
    private final Path file;
    private final String fileName;
    private final Path mark;

    /** @param fileName for the database */
    KilledFile(Path file, String fileName) {
        this.file = file;
        this.fileName = fileName;
        mark = file.resolveSibling("outpace.open");
    }

    /** Before the database is opened, and only while nobody else can. */
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
