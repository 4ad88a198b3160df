package dev.outpace.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path folder;

    /** As many writers do, it closes what it is given. */
    private static void write(Path file, String text) throws IOException {
        PrivateFiles.replace(file, out -> {
            try (out) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void whatWasThereStaysWhenWritingFailsInTheMiddle() throws IOException {
        var file = folder.resolve("export.json");
        write(file, "good");
        assertThatThrownBy(() -> PrivateFiles.replace(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(FileSystemException.class, failure -> {
                    assertThat(failure.getFile()).isEqualTo(file.toString());
                    assertThat(FileReason.of(failure)).isEqualTo("No space left on device");
                });
        assertThat(file).hasContent("good");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileOfPeopleIsItsOwnersAloneAlsoOneThatWasOpenToAll() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        var file = Files.createFile(
                folder.resolve("export.json"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        write(file, "good");
        assertThat(mode(file)).isEqualTo("rw-------");
        var log = Files.createFile(
                folder.resolve("carrier.jsonl"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        PrivateFiles.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        assertThat(mode(log)).isEqualTo("rw-------");
        PrivateFiles.makeFolder(folder.resolve("a/b"));
        assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void throughALinkTheFileThatItLeadsToIsReplaced() throws IOException {
        var file = folder.resolve("file");
        write(file, "old");
        var link = Files.createSymbolicLink(folder.resolve("link"), file);
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        var missing = folder.resolve("nodir");
        assertThatThrownBy(() -> write(missing.resolve("x"), "text"))
                .isInstanceOfSatisfying(
                        NoSuchFileException.class,
                        failure -> assertThat(failure.getFile()).startsWith(missing.toString()));
    }
}
