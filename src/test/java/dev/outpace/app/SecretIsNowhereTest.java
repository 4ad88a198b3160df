package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written of an exchange whose secret was taken over: the secret and its passphrase stand nowhere. */
@DisabledOnOs(OS.WINDOWS)
class SecretIsNowhereTest {
    private static final String SECRET = "hunter2-of-nobody";
    private static final String PASSPHRASE = "correct-horse-of-nobody";

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);
        PrivateFiles.makePrivate(file);
        return file;
    }

    @Test
    void neitherInAFileNorOnAScreenNorOnTheWire() throws IOException {
        var workspace = folder.resolve("w");
        var secret = file("secret", SECRET + '\n');
        var passphrase = file("passphrase", PASSPHRASE + '\n');
        var written = new StringBuilder();
        try (var server = new RefusingManager()) {
            var chosen = CommandOutput.of(
                    "telephony",
                    "asterisk",
                    "--workspace",
                    workspace,
                    "--host",
                    "127.0.0.1",
                    "--port",
                    server.port(),
                    "--user",
                    "console",
                    "--secret-file",
                    secret,
                    "--keep-secret",
                    "vault",
                    "--passphrase-file",
                    passphrase,
                    "--trunk",
                    "PJSIP/carrier");
            assertThat(chosen.exitCode()).as(chosen.err()).isZero();
            Files.delete(secret);
            var check = CommandOutput.of(
                    "--log",
                    "asterisk=trace",
                    "telephony",
                    "check",
                    "--workspace",
                    workspace,
                    "--passphrase-file",
                    passphrase);
            assertThat(check.out()).contains("fail  Login");
            assertThat(server.heard()).as("the login was tried").anyMatch(line -> line.startsWith("Key: "));
            var locked = CommandOutput.of("telephony", "check", "--workspace", workspace);
            assertThat(locked.out()).contains("its passphrase was not entered");
            written.append(chosen).append(check).append(locked).append(server.heard());
        }
        Files.delete(passphrase);
        assertThat(written.toString()).doesNotContain(SECRET).doesNotContain(PASSPHRASE);
        try (var files = Files.walk(workspace)) {
            var all = files.filter(Files::isRegularFile).toList();
            assertThat(all).anyMatch(each -> each.endsWith("exchange.secret"));
            for (var each : all) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .as(each.toString())
                        .doesNotContain(SECRET)
                        .doesNotContain(PASSPHRASE);
            }
        }
    }
}
