package dev.outpace.telephony.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmiActionTest {
    @Test
    void anActionIsALineForEachFieldAndABlankOne() {
        var action = AmiAction.of("Originate").with("Variable", "a=1").with("Variable", "b=é\"x\"");
        assertThat(new String(action.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("Action: Originate\r\nVariable: a=1\r\nVariable: b=é\"x\"\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna\r\nAction: Originate",
                "Anna\nAction: Command",
                "Anna\rx",
                "\u0000",
                "\u0007",
                "a\tb",
                "\u007f",
                "\u0085",
                "\u2028",
                "\u2029"
            })
    void aValueThatCouldBeginAnotherLineIsNeverSent(String hostile) {
        assertThat(AmiAction.isSafe(hostile)).isFalse();
        var action = AmiAction.of("Originate");
        assertThatIllegalArgumentException().isThrownBy(() -> action.with("CallerID", hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> action.with(hostile, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> AmiAction.of(hostile));
    }

    @Test
    void theTraceShowsNeitherSecretsNorNumbersNorNames() {
        var shown = AmiAction.of("Login")
                .with("Username", "console")
                .with("Key", "0123456789abcdef")
                .with("Secret", "console-secret")
                .with("Channel", "PJSIP/+12125550123@carrier")
                .with("Channel", "PJSIP/carrier-00000042")
                .with("CallerID", "\"Anna Miller\" <12125550199>")
                .with("CallerIDName", "Anna Miller")
                .with("ChannelId", "outpace-x-00000000-0000-0005-0000-000000000001")
                .with("Destination", "PJSIP/carrier/sip:anna.miller@example.org")
                .toString();
        assertThat(shown)
                .contains(
                        "Username: console",
                        "@carrier",
                        "PJSIP/carrier-00000042",
                        "outpace-x-00000000-0000-0005-0000-000000000001")
                .doesNotContain("0123456789abcdef", "console-secret", "2125550", "Anna", "anna");
        assertThat(new Secret("console-secret")).hasToString("…");
        assertThat(new AmiLogin("console", new Secret("console-secret"), true).toString())
                .doesNotContain("console-secret");
    }

    @Test
    void theAnswerToAChallengeIsAsAsteriskComputesIt() {
        // md5 of "110098897" and "console-secret"
        assertThat(new Secret("console-secret").answerTo("110098897")).isEqualTo(MD5_OF_BOTH);
    }

    private static final String MD5_OF_BOTH = "68c368931df785ba2807d252fd2ac9ad";

    @Test
    void whatWasEncodedIsDecodedToTheSame() {
        List<AmiMessage> read = new ArrayList<>();
        var decoder = new AmiDecoder(_ -> {}, read::add);
        var action =
                AmiAction.of("Setvar").with("Variable", "TIMEOUT(absolute)").with("Value", ": 15 ");
        for (var bytes : List.of("greeting\n".getBytes(StandardCharsets.UTF_8), action.bytes())) {
            decoder.feed(bytes, bytes.length);
        }
        assertThat(read.getFirst().fields()).isEqualTo(action.fields());
    }
}
