package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.Problem;
import dev.outpace.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowMediaTest {
    private static final FlowMedia OWN =
            new FlowMedia("pico2wave {text}", "de-de", "sounds.example.org", 8_280, "1500,1200", "hold");

    private static final Monitoring MONITORING = new Monitoring("PJSIP/super", "/srv/monitor");

    @TempDir
    private Path folder;

    private OfflineOrders open() {
        return new OfflineOrders(folder, "test", new JacksonJson(), Clock.systemUTC());
    }

    @Test
    void theSettingsAreKept() {
        Store.open(folder, "test", new JacksonJson()).close();
        try (var orders = open()) {
            assertThat(orders.media()).isEqualTo(FlowMedia.STANDARD);
            assertThat(orders.useMedia(OWN, MONITORING).problems()).isEmpty();
        }
        try (var orders = open()) {
            assertThat(orders.media()).isEqualTo(OWN);
            assertThat(orders.monitoring()).isEqualTo(MONITORING);
            assertThat(orders.useMedia(new FlowMedia("", "", "", 0, "", ""), new Monitoring("super", "monitor"))
                            .problems())
                    .extracting(Problem::code)
                    .contains("media.voice", "monitoring.phone", "monitoring.recordings");
            assertThat(orders.media()).isEqualTo(OWN);
            assertThat(orders.monitoring()).isEqualTo(MONITORING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "espeak-ng, en, '', 0, '', '', media.voice",
        "espeak-ng {text}, e n, '', 0, '', '', media.language",
        "espeak-ng {text}, en, a/b, 0, '', '', media.address",
        "espeak-ng {text}, en, '', 70000, '', '', telephony.port",
        "espeak-ng {text}, en, '', -1, '', '', telephony.port",
        "espeak-ng {text}, en, '', 0, '1,x', '', media.machine_detection",
        "espeak-ng {text}, en, '', 0, '1)', '', media.machine_detection",
        "espeak-ng {text}, en, '', 0, '', 'a,b', media.music"
    })
    void whatCanNotBeUsedIsSaid(
            String voice, String language, String host, int port, String amd, String music, String code) {
        assertThat(new FlowMedia(voice, language, host, port, amd, music).problems())
                .extracting(Problem::code)
                .containsExactly(code);
    }

    @Test
    void theStandardCanBeUsed() {
        assertThat(FlowMedia.STANDARD.problems()).isEmpty();
        assertThat(new FlowMedia("a {text}", "en", "[::1]", 0, "", "").problems())
                .isEmpty();
    }
}
