package dev.outpace.workspace.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class VaultFileTest {
    private static final char[] PASSPHRASE = "correct horse".toCharArray();

    private Path file;
    private VaultFile vault;

    @BeforeEach
    void make(@TempDir Path folder) {
        file = folder.resolve("exchange.secret");
        vault = new VaultFile(file);
    }

    @Test
    void onlyThePassphraseOpensIt() throws IOException, SecretRefused {
        vault.write("pässword", PASSPHRASE);
        assertThat(vault.open(PASSPHRASE)).isEqualTo("pässword");
        assertThat(Files.readString(file))
                .startsWith("outpace secret 1\n600000 ")
                .doesNotContain("ssword", "horse");
        refused(() -> vault.open("correct hors".toCharArray()), "secret.wrong_passphrase");
    }

    @Test
    void theSameSecretIsNeverEncryptedTheSameWay() throws IOException, SecretRefused {
        vault.write("one", PASSPHRASE);
        var first = Files.readString(file);
        vault.write("one", PASSPHRASE);
        assertThat(Files.readString(file)).isNotEqualTo(first);
        assertThat(vault.open(PASSPHRASE)).isEqualTo("one");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsItsOwnersAlone() throws IOException, SecretRefused {
        vault.write("one", PASSPHRASE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** With the right passphrase and with a wrong one: neither is to blame. */
    @ParameterizedTest
    @ValueSource(ints = {0, 18, 30, 55, 70, 90, 120})
    void aDamagedFileIsToldFromAWrongPassphrase(int at) throws IOException, SecretRefused {
        vault.write("one", PASSPHRASE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] = (byte) (bytes[at] == '7' ? '8' : '7');
        Files.write(file, bytes);
        refused(() -> vault.open(PASSPHRASE), "secret.damaged");
        refused(() -> vault.open("wrong".toCharArray()), "secret.damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "outpace secret 2\n1 a\nb c\nd\n", "outpace secret 1\n1 YQ==\nYQ== YQ==\nx\n", "\n\n\n\n"})
    void whatIsNoSuchFileIsDamaged(String content) throws IOException {
        Files.writeString(file, content);
        refused(() -> vault.open(PASSPHRASE), "secret.damaged");
    }

    @Test
    void aCutFileIsDamagedAndAMissingOneIsMissing() throws IOException, SecretRefused {
        vault.write("one", PASSPHRASE);
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 5));
        refused(() -> vault.open(PASSPHRASE), "secret.damaged");
        vault.delete();
        refused(() -> vault.open(PASSPHRASE), "secret.no_vault");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .asInstanceOf(type(SecretRefused.class))
                .extracting(refused -> refused.problem().code())
                .isEqualTo(code);
    }
}
