package dev.outpace.store;

import dev.outpace.formats.JacksonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Workspaces that were opened once before, for tests of something else: a copied file is there in a quarter of the time that
 * making its tables takes. {@link MigrationTest} and the command line's tests open folders that have nothing.
 */
public final class EmptyWorkspace {
    private static final byte[] FILE = made();

    private EmptyWorkspace() {}

    /** Leaves a folder that has a workspace as it is. */
    public static Path in(Path folder) {
        try {
            var file = folder.resolve(Database.NAME);
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.write(file, FILE);
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] made() {
        try {
            var folder = Files.createTempDirectory("outpace-empty");
            try {
                Store.open(folder, "test", new JacksonJson()).close();
                return Files.readAllBytes(folder.resolve(Database.NAME));
            } finally {
                try (var files = Files.list(folder)) {
                    for (var file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
