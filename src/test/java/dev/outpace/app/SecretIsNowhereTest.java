package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private final List<String> heard = new ArrayList<>();

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
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var asterisk = Thread.ofVirtual().start(() -> refuse(server));
            var chosen = CommandOutput.of(
                    "telephony",
                    "asterisk",
                    "--workspace",
                    workspace,
                    "--host",
                    "127.0.0.1",
                    "--port",
                    server.getLocalPort(),
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
            assertThat(heard).as("the login was tried").anyMatch(line -> line.startsWith("Key: "));
            var locked = CommandOutput.of("telephony", "check", "--workspace", workspace);
            assertThat(locked.out()).contains("its passphrase was not entered");
            written.append(chosen).append(check).append(locked).append(heard);
            asterisk.interrupt();
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

    /** A manager interface that challenges, and then refuses. */
    private void refuse(ServerSocket server) {
        try {
            while (true) {
                try (var socket = server.accept()) {
                    refuse(socket);
                }
            }
        } catch (SocketException closed) {
            heard.add("closed");
        } catch (IOException failure) {
            heard.add(failure.toString());
        }
    }

    private void refuse(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = socket.getOutputStream();
        out.write("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
        var id = "";
        var action = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.startsWith("ActionID: ")) {
                id = line;
            } else if (line.startsWith("Action: ")) {
                action = line;
            } else if (line.isEmpty()) {
                var answer = action.endsWith("Challenge")
                        ? "Response: Success\r\nChallenge: 1234\r\n"
                        : "Response: Error\r\nMessage: Authentication failed\r\n";
                out.write((answer + id + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
