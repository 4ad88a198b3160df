package dev.outpace.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTimeWordsTest {
    private final DateTimeWords words = new DateTimeWords(FlowSamples.texts());

    private String said(String options) {
        return words.sentence(FlowSamples.json(options));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "== | True while 8 = the hour now, so from 8:00 to 8:59 UTC.",
                "!= | True while 8 ≠ the hour now, so not from 8:00 to 8:59 UTC.",
                ">  | True while 8 > the hour now, so until 7:59 UTC.",
                ">= | True while 8 ≥ the hour now, so until 8:59 UTC.",
                "<  | True while 8 < the hour now, so from 9:00 UTC to midnight.",
                "<= | True while 8 ≤ the hour now, so from 8:00 UTC to midnight."
            })
    void eachOperatorComparesTheOptionWithNow(String operator, String sentence) {
        assertThat(said("{'condition': '" + operator + "', 'hour': 8, 'minute': -1}"))
                .isEqualTo(sentence);
    }

    @Test
    void anAbsentHourAndMinuteAreComparedAsZero() {
        assertThat(said("{'condition': '=='}"))
                .isEqualTo("True while 0 (not given) = the hour now and 0 (not given) = the minute now,"
                        + " so from 0:00 to 0:59 UTC, in minute 0 of each hour.");
        assertThat(said("{'condition': '>'}")).isEqualTo("Never true: 0 (not given) > the hour now can’t be (UTC).");
        assertThat(said("{'condition': '<='}"))
                .isEqualTo("Always true at this time: 0 (not given) ≤ the hour now and 0 (not given) ≤ the"
                        + " minute now.");
    }

    @Test
    void daysAndMonthsFromOneOnAreCompared() {
        assertThat(said("{'condition': '>=', 'hour': -1, 'minute': -1, 'day': 15, 'month': 3}"))
                .isEqualTo("True while 15 ≥ the day of the month now and 3 ≥ the month now,"
                        + " so up to day 15 of the month, January to March.");
        assertThat(said("{'condition': '==', 'hour': -1, 'minute': -1, 'day': 0, 'month': -1}"))
                .isEqualTo("Always true: nothing is compared.");
        assertThat(said("{'condition': '<', 'hour': -1, 'minute': -1, 'month': 11}"))
                .isEqualTo("True while 11 < the month now, so in December.");
    }

    @Test
    void weekdaysAreReadFromMonday() {
        assertThat(said("{'condition': '==', 'hour': -1, 'minute': -1, 'weekdays': [0, 1]}"))
                .isEqualTo("True on Monday, Sunday (UTC).");
    }

    @Test
    void minutesGoByThemselves() {
        assertThat(said("{'condition': '<=', 'hour': 8, 'minute': 30}"))
                .isEqualTo("True while 8 ≤ the hour now and 30 ≤ the minute now,"
                        + " so from 8:00 UTC to midnight, in minutes 30 to 59 of each hour.");
    }

    @Test
    void withoutAKnownOperatorItIsNeverTrue() {
        assertThat(said("{}")).startsWith("Choose a comparison");
        assertThat(said("{'condition': '=~'}")).contains("=~");
    }

    @Test
    void aNumberThatNoClockReachesIsSaidToBeSo() {
        assertThat(said("{'condition': '==', 'hour': 25, 'minute': -1}"))
                .isEqualTo("Never true: 25 = the hour now can’t be (UTC).");
        assertThat(said("{'condition': '>', 'hour': 25, 'minute': -1}"))
                .isEqualTo("Always true at this time: 25 > the hour now.");
    }
}
