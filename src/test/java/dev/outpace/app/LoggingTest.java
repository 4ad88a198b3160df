package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingTest {
    @TempDir
    private Path folder;

    /** The log is there before the workspace is. */
    @Test
    void theLogOfANewWorkspaceIsTheOwnersAlone() throws IOException {
        var workspace = folder.resolve("new");
        Logging.into(workspace);
        assertThat(mode(workspace)).isEqualTo("rwx------");
        assertThat(mode(Logging.folder(workspace))).isEqualTo("rwx------");
        assertThat(mode(Logging.file(workspace))).isEqualTo("rw-------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
