package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephonyCommandTest {
    @TempDir
    private Path folder;

    private CommandOutput world(String json) throws IOException {
        var file = Files.writeString(folder.resolve("world.json"), json);
        return CommandOutput.of("telephony", "simulated", "--workspace", folder.resolve("w"), "--world", file);
    }

    @Test
    void aWorldIsTakenFromAFileAndStays() throws IOException {
        var taken = world("""
            {"dial": {"answered": 0.5, "busy": 0, "refused": 0.25}, "break_share": 0,
             "pick_up": {"distribution": "constant", "mean": 0.5}, "talk": {"distribution": "exponential", "mean": 60}}
            """);
        assertThat(taken.exitCode()).as(taken.err()).isZero();
        var kept = CommandOutput.of("telephony", "simulated", "--workspace", folder.resolve("w"));
        assertThat(kept.out()).isEqualTo(taken.out());
        assertThat(kept.out())
                .contains("\"answered\":0.5", "\"refused\":0.25", "\"break_share\":0")
                .contains("\"rejected\":0.05");
        assertThat(world(kept.out()).out()).isEqualTo(kept.out());
    }

    @Test
    void anAsteriskIsChosenAndGivenUpAgain() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone");
        PrivateFiles.makePrivate(secret);
        var chosen = asterisk(secret, "PJSIP/carrier");
        assertThat(chosen.exitCode()).as(chosen.err()).isZero();
        assertThat(chosen.out())
                .isEqualToIgnoringNewLines(
                        "From the next run on, calls go over PJSIP/carrier of the Asterisk at 127.0.0.1:5039.");
        assertThat(chosen.err()).isEmpty();

        var wrong = asterisk(secret, "carrier");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("A trunk is a technology and a name, such as PJSIP/carrier.");
        assertThat(asterisk(folder.resolve("none"), "PJSIP/carrier").err())
                .contains("warning: ", "The secret cannot be read: there is no");

        var simulated = CommandOutput.of("telephony", "simulated", "--workspace", folder.resolve("w"));
        assertThat(simulated.exitCode()).as(simulated.err()).isZero();
        assertThat(simulated.out()).contains("\"answered\":0.42");
    }

    @Test
    void theCheckTellsEachLineAndFailsWhereNobodyAnswers() throws IOException {
        CommandOutput.of("telephony", "simulated", "--workspace", folder.resolve("w"), "--world", world());
        var simulated = CommandOutput.of("telephony", "check", "--workspace", folder.resolve("w"), "--json");
        assertThat(simulated.exitCode()).as(simulated.err()).isZero();
        assertThat(simulated.out())
                .isEqualToIgnoringNewLines("{\"checks\":[{\"name\":\"telephony\",\"state\":\"ok\",\"detail\":"
                        + "\"The telephony is simulated: nobody is rung.\"}],\"ok\":true}");

        var secret = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone");
        PrivateFiles.makePrivate(secret);
        CommandOutput.of(
                "telephony",
                "asterisk",
                "--workspace",
                folder.resolve("w"),
                "--host",
                "127.0.0.1",
                "--port",
                closedPort(),
                "--user",
                "console",
                "--secret-file",
                secret,
                "--trunk",
                "PJSIP/carrier");
        var nobody = CommandOutput.of("telephony", "check", "--workspace", folder.resolve("w"), "--json");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.out()).contains("\"name\":\"reach\",\"state\":\"fail\"", "\"ok\":false");
        assertThat(CommandOutput.of("telephony", "check", "--workspace", folder.resolve("w"))
                        .out())
                .startsWith("fail  Reachable")
                .contains("Nobody answers at 127.0.0.1:");
    }

    private static int closedPort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private Path world() throws IOException {
        return Files.writeString(folder.resolve("world.json"), "{}");
    }

    private CommandOutput asterisk(Path secret, String trunk) {
        return CommandOutput.of(
                "telephony",
                "asterisk",
                "--workspace",
                folder.resolve("w"),
                "--host",
                "127.0.0.1",
                "--tls",
                "--user",
                "console",
                "--secret-file",
                secret,
                "--trunk",
                trunk,
                "--calls",
                "60",
                "--rate",
                "7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"dial": {"answerd": 1}}                                  | dial.answerd: The simulated telephony has no such field.
        {"dial": {"answered": "many"}}                            | dial.answered: This value is not allowed here.
        {"dial": {"bad_number": 2}}                               | dial.bad_number: Enter a share between 0 and 100 %.
        {"talk": {"distribution": "normal", "mean": 3}}           | talk.distribution: This value is not allowed here.
        {"pick_up": {"distribution": "constant", "mean": -3}}     | pick_up: Enter a time between 0 and 86400 seconds.
        {"break_share": 0.5, "break_every": 0}                    | break_every: Enter a time between 1 and 86400 seconds.
        []                                                        | The file does not contain a JSON object.
        {"dial":                                                  | world.json
        """)
    void whatDoesNotFitIsRefusedByItsFieldAndNothingIsSet(String json, String sentence) throws IOException {
        var refused = world(json);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(sentence);
        assertThat(refused.out()).isEmpty();
        var kept = CommandOutput.of("telephony", "simulated", "--workspace", folder.resolve("w"));
        assertThat(kept.out()).contains("\"answered\":0.42");
    }
}
