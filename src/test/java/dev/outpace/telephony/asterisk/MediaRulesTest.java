package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.telephony.asterisk.MediaRules.Fault;
import dev.outpace.telephony.asterisk.MediaRules.Objection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRulesTest {
    private final MediaRules rules =
            new MediaRules(Trunk.read("PJSIP/carrier", false).orElseThrow());

    private static MediaOrder play(String... sounds) {
        return new MediaOrder.Play(List.of(sounds));
    }

    private static MediaOrder record(String format) {
        return new MediaOrder.StartRecording(format, Duration.ZERO, "", Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a&b.wav",
                "http://example.org/a,b.wav",
                "ftp://example.org/a.wav",
                "a b",
                "../secret",
                ""
            })
    void soundsThatAreNoPlainAddressAndNoNameAreRefused(String sound) {
        assertThat(rules.objection(play("hello-world", sound))).contains(new Objection(Fault.SOUND, sound));
    }

    @Test
    void whatHasAVariableShowsOnlyInACall() {
        assertThat(rules.objection(play("http://example.org/${target.data.a&b}.wav")))
                .isEmpty();
        assertThat(rules.objection(record("${x}"))).isEmpty();
        assertThat(rules.objection(new MediaOrder.SendDigits("${x},", Duration.ZERO, Duration.ZERO)))
                .isEmpty();
        assertThat(rules.objection(new MediaOrder.Connect(List.of(Address.tel("${x}")), Address.tel("${y}"), false)))
                .isEmpty();
    }

    @Test
    void keysAndFormatsAreThoseThatAsteriskHas() {
        assertThat(rules.objection(new MediaOrder.SendDigits("12w", Duration.ZERO, Duration.ZERO)))
                .contains(new Objection(Fault.KEYS, "12w"));
        assertThat(rules.objection(record("mp3"))).contains(new Objection(Fault.FORMAT, "mp3"));
        assertThat(MediaRules.recordingFormats()).contains("wav", "gsm", "ulaw", "wav49", "sln", "ogg");
        assertThat(MediaRules.recordingFormats())
                .allSatisfy(
                        format -> assertThat(rules.objection(record(format))).isEmpty());
        assertThat(rules.objection(record(""))).isEmpty();
    }

    @Test
    void whoIsCalledAndWhoIsShownMustBeDialable() {
        var good = Address.tel("+12125550177");
        assertThat(rules.objection(new MediaOrder.Connect(List.of(good), good, false)))
                .isEmpty();
        assertThat(rules.objection(new MediaOrder.Connect(List.of(good, Address.tel("12&Local/1@world")), null, false)))
                .contains(new Objection(Fault.DESTINATION, "12&Local/1@world"));
        assertThat(rules.objection(new MediaOrder.Connect(List.of(good), Address.tel("Anna"), false)))
                .contains(new Objection(Fault.SOURCE, "Anna"));
    }

    @Test
    void aConferenceHasAnId() {
        assertThat(rules.objection(new MediaOrder.Conference(new UUID(0, 0))))
                .contains(new Objection(Fault.CONFERENCE, ""));
        assertThat(rules.objection(new MediaOrder.Conference(new UUID(0, 1)))).isEmpty();
    }
}
