package dev.outpace.telephony.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmiDecoderTest {
    private static final String STREAM = """
        Asterisk Call Manager/11.0.0


        Event: Newchannel
        Channel: PJSIP/carrier-1
        AccountCode:\s
        Uniqueid:x

        Response: Error
        ActionID: 7
        Message: No such channel: é

        """.replace("\n", "\r\n")
            // Asterisk always sends a carriage return, other programs may not.
            + "\r\nEvent: Hangup\nUniqueid: y\n\n";

    private final List<String> greetings = new ArrayList<>();
    private final List<AmiMessage> messages = new ArrayList<>();
    private final AmiDecoder decoder = new AmiDecoder(greetings::add, messages::add);

    private void feed(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        decoder.feed(bytes, bytes.length);
    }

    @Test
    void messagesAreTheSameHoweverTheNetworkSplitsThem() {
        var bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            greetings.clear();
            messages.clear();
            var fresh = new AmiDecoder(greetings::add, messages::add);
            for (int from = 0; from < bytes.length; from += size) {
                var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
                fresh.feed(part, part.length);
            }
            assertThat(greetings).containsExactly("Asterisk Call Manager/11.0.0");
            assertThat(messages).hasSize(3);
        }
        assertThat(messages.get(0).event()).isEqualTo("Newchannel");
        assertThat(messages.get(0).get("UNIQUEID"))
                .as("whatever the case, without a blank")
                .isEqualTo("x");
        assertThat(messages.get(0).get("AccountCode")).isEmpty();
        assertThat(messages.get(1).isAnswer()).isTrue();
        assertThat(messages.get(1).agrees()).isFalse();
        assertThat(messages.get(1).get("Message")).isEqualTo("No such channel: é");
        assertThat(messages.get(2).event()).isEqualTo("Hangup");
    }

    @Test
    void linesAndMessagesWithoutAnEndTakeBoundedMemoryAndWhatFollowsIsRead() {
        feed("Asterisk Call Manager/11.0.0\r\nEvent: Newchannel\r\nX: ");
        for (int i = 0; i < 100; i++) {
            feed("x".repeat(10_000));
        }
        feed("\r\n");
        for (int i = 0; i < 10 * AmiDecoder.MOST_FIELDS; i++) {
            feed("Y: " + i + "\r\n");
        }
        feed("\r\nEvent: Hangup\r\n\r\n");

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).get("X")).hasSizeLessThanOrEqualTo(AmiDecoder.LONGEST_LINE);
        assertThat(messages.get(0).fields()).hasSize(AmiDecoder.MOST_FIELDS);
        assertThat(messages.get(1).event()).isEqualTo("Hangup");
    }

    @Test
    void aLineThatIsNoFieldIsLeftOut() {
        feed("Asterisk Call Manager/11.0.0\r\nno field\r\n: nothing\r\n\r\nEvent: Hangup\r\nno field\r\n\r\n");
        assertThat(messages)
                .singleElement()
                .satisfies(message -> assertThat(message.fields()).hasSize(1));
    }

    @Test
    void whatIsNoNumberIsZero() {
        feed("Asterisk Call Manager/11.0.0\r\nEvent: Hangup\r\nCause: 17\r\nTechCause: SIP 486\r\n\r\n");
        assertThat(messages.getFirst().number("Cause")).isEqualTo(17);
        assertThat(messages.getFirst().number("TechCause")).isZero();
        assertThat(messages.getFirst().number("Reason")).isZero();
    }
}
