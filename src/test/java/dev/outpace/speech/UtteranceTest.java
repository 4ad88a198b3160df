package dev.outpace.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {
    @ParameterizedTest
    @CsvSource({
        "' Good  morning ', Good morning",
        "'a\r\nb\u0000c', a b c",
        "'<speak>Hello <break time=\"1s\"/>Anna &amp; Ben</speak>', Hello Anna & Ben",
        "3 < 4, 3 < 4"
    })
    void theWordsAreKept(String text, String spoken) {
        assertThat(Utterance.of(text, "").text()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({"en-US, en-us", "en_GB, en-gb", "de, de", "'-v x', ''", "'en;id', ''", "'', ''"})
    void aLanguageIsATagOrNone(String language, String tag) {
        assertThat(Utterance.of("Hello", language).language()).isEqualTo(tag);
    }
}
