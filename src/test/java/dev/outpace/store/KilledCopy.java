package dev.outpace.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of an open workspace at one moment, as a kill would leave them. */
final class KilledCopy {
    /** The redo log comes first: what is brought into the database file meanwhile is then in both. */
    private static final List<String> FILES =
            List.of("outpace.redo1", "outpace.redo2", "outpace.mv.db", "outpace.open");

    private KilledCopy() {}

    static void make(Path open, Path killed) {
        try {
            Files.createDirectory(killed);
            for (var file : FILES) {
                Files.copy(open.resolve(file), killed.resolve(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
