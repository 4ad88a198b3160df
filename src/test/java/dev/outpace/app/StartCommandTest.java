package dev.outpace.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that rings real phones is asked for by name, on the command line, too. */
class StartCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aCampaignOfAnAsterisk() throws IOException {
        var setUp = Files.writeString(folder.resolve("setup.json"), """
            {"outplans": [{"id": "00000000-0000-0000-0000-000000000001", "name": "once", "dial_timeout": 20000, "max_try_count_0": 1}],
             "outdials": [{"id": "00000000-0000-0000-0000-000000000002", "name": "list",
                           "targets": [{"name": "Ada", "destination_0": {"type": "tel", "target": "+12125550101"}}]}],
             "campaigns": [{"name": "recall", "type": "call", "actions": [{"type": "hangup"}],
                            "outplan_id": "00000000-0000-0000-0000-000000000001",
                            "outdial_id": "00000000-0000-0000-0000-000000000002"}]}
            """);
        var imported = CommandOutput.of("import", "--workspace", folder.resolve("w"), setUp);
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        var secret = Files.writeString(folder.resolve("secret"), "no-secret-of-anyone");
        PrivateFiles.makePrivate(secret);
        var chosen = CommandOutput.of(
                "telephony",
                "asterisk",
                "--workspace",
                folder.resolve("w"),
                "--host",
                "127.0.0.1",
                "--port",
                "5039",
                "--user",
                "console",
                "--secret-file",
                secret,
                "--trunk",
                "PJSIP/carrier");
        assertThat(chosen.exitCode()).as(chosen.err()).isZero();
    }

    private CommandOutput start(Object... more) {
        var words = new Object[more.length + 4];
        words[0] = "start";
        words[1] = "--workspace";
        words[2] = folder.resolve("w");
        words[3] = "recall";
        System.arraycopy(more, 0, words, 4, more.length);
        return CommandOutput.of(words);
    }

    private String status() {
        return CommandOutput.of("campaigns", "--workspace", folder.resolve("w"), "--json")
                .out();
    }

    @Test
    void oneNumberIsTriedAndThatConfirmsNoMore() {
        assertThat(start().exitCode()).isEqualTo(1);
        assertThat(status()).contains("\"status\":\"stop\"");
        var tried = start("--real", "--try", "1");
        assertThat(tried.exitCode()).as(tried.err()).isZero();
        assertThat(tried.out()).contains("recall");
        assertThat(status()).contains("\"status\":\"run\"");
        assertThat(start().exitCode()).isEqualTo(1);
        assertThat(start("--real").exitCode()).isZero();
    }

    @Test
    void noOtherNumberOfCallsCanBeTried() {
        var two = start("--real", "--try", "2");
        assertThat(two.exitCode()).isEqualTo(2);
        assertThat(two.err()).isNotBlank();
        assertThat(status()).contains("\"status\":\"stop\"");
    }
}
