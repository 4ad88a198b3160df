package dev.outpace.workspace.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outpace.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SecretFileTest {
    private Path file;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("secret"), "s3cret word\r\n");
        modes("rw-------");
    }

    private void modes(String modes) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
    }

    @Test
    void theLineIsTheSecret() throws SecretRefused {
        assertThat(new SecretFile(file).read()).isEqualTo("s3cret word");
        assertThat(new SecretFile(file).remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-----w-"})
    void whatEveryoneMayReadOrWriteIsNoSecret(String modes) throws IOException {
        modes(modes);
        refused("secret.file_open");
    }

    @Test
    void aGroupIsWarnedOf() throws IOException, SecretRefused {
        modes("rw-r-----");
        assertThat(new SecretFile(file).read()).isEqualTo("s3cret word");
        assertThat(new SecretFile(file).remarks())
                .containsExactly(Problem.warning("secret.file_group", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "one\ntwo", "a\u0000b", "a\tb"})
    void anythingButOneLineIsRefused(String content) throws IOException {
        Files.writeString(file, content);
        refused("secret.no_secret");
    }

    @Test
    void aLongOrBinaryFileIsRefused() throws IOException {
        Files.writeString(file, "x".repeat(2_000));
        refused("secret.no_secret");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        refused("secret.no_secret");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() throws IOException {
        Files.delete(file);
        refused("secret.unreadable");
        Files.createDirectory(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        refused("secret.no_file");
    }

    /** Nothing that is thrown shows it. */
    private void refused(String code) {
        assertThatThrownBy(() -> new SecretFile(file).read()).isInstanceOfSatisfying(SecretRefused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.toString() + refused.problem()).doesNotContain("s3cret");
        });
    }
}
