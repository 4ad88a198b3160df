package dev.outpace.ui.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts =
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC);

    @Test
    void aNarrowColumnHasRoomForFourDigits() {
        assertThat(texts.fourDigits(9_999)).isEqualTo("9,999");
        assertThat(texts.fourDigits(12_399)).isEqualTo("12.3k");
    }

    @Test
    void numbersHaveAThousandsCommaAndPercentASpaceBeforeTheSign() {
        assertThat(texts.number(94_104)).isEqualTo("94,104");
        assertThat(texts.percent(34.16, 1)).isEqualTo("34.2\u00a0%");
        assertThat(texts.percent(10_000)).isEqualTo("10,000\u00a0%");
    }

    @Test
    void whatDoesNotApplyIsADashAndNotZero() {
        assertThat(texts.percent(Double.NaN, 1)).isEqualTo("–");
    }

    @Test
    void durationsInColumnsCountLikeAStopwatch() {
        assertThat(texts.stopwatch(Duration.ofSeconds(3))).isEqualTo("0:03");
        assertThat(texts.stopwatch(Duration.ofSeconds(42 * 60 + 42))).isEqualTo("42:42");
        assertThat(texts.stopwatch(Duration.ofMinutes(131))).isEqualTo("2:11\u00a0h");
        assertThat(texts.stopwatch(Duration.ofSeconds(-1))).isEqualTo("0:00");
    }

    @Test
    void durationsInSentencesAreRoundedDownToTheirGreatestUnits() {
        assertThat(texts.span(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(texts.span(Duration.ofSeconds(299))).isEqualTo("4 min");
        assertThat(texts.span(Duration.ofMinutes(162))).isEqualTo("2 h 42 min");
        assertThat(texts.span(Duration.ofHours(38))).isEqualTo("38 h");
        assertThat(texts.span(Duration.ofDays(3))).isEqualTo("3 days");
    }

    @Test
    void momentsAreWrittenInTheZoneOfTheUser() {
        var moment = Instant.parse("2026-05-12T10:42:18Z");
        assertThat(texts.dateTime(moment)).isEqualTo("Tue 12 May 2026, 10:42:18");
        assertThat(texts.dateMinute(moment)).isEqualTo("12 May 2026, 10:42");
        assertThat(texts.time(moment)).isEqualTo("10:42:18");
        assertThat(texts.minute(moment)).isEqualTo("10:42");
    }

    @Test
    void argumentsAreFilledIn() {
        assertThat(texts.get("shell.status.dialing", "41")).isEqualTo("41 dialing");
    }

    @Test
    void aMissingKeyIsAnError() {
        assertThatThrownBy(() -> texts.get("no.such.key")).isInstanceOf(MissingResourceException.class);
    }
}
