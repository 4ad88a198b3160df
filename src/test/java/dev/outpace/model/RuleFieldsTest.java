package dev.outpace.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway")
class RuleFieldsTest {
    private final List<Problem> problems = new ArrayList<>();

    private RuleSet read(Json object) {
        return new RuleFields((Json.Obj) object, FilePlace.whole("rules"), problems::add)
                .ruleSet(id -> id, Stamps.NONE);
    }

    private RuleSet read(String text) {
        return read(new JacksonJson().read(text.replace('\'', '"')));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var json = new JacksonJson();
        var set = SampleRules.everything();
        assertThat(read(json.read(json.write(RuleShape.of(set))))).isEqualTo(set);
        var empty = RuleSet.named(new UUID(15, 2), "Nothing");
        assertThat(RuleShape.of(empty).fields().keySet()).containsExactly("id", "name");
        assertThat(read(RuleShape.of(empty))).isEqualTo(empty);
        assertThat(problems).isEmpty();
    }

    @Test
    void theFieldsAreThoseThatFilesHave() {
        var set = read("""
            {'id': '00000000-0000-000f-0000-000000000003', 'name': 'France',
             'hours': {'mon': ['09:00-13:00', '14:00-20:00'], 'tue': ['22:00-02:00'], 'holiday': [], 'eve': ['10:00-24:00']},
             'unknown_zone': 'workspace', 'holidays': [{'date': '2026-05-14', 'regions': ['FR']}],
             'regions': {'FR': {'hours': {'sun': ['8:00-9:30']}}, 'US-FL': {'attempts': [{'max': 3, 'within': '24h'}]}},
             'attempts': [{'max': 7, 'within': '7d', 'per': 'person'}], 'rest': {'conversation': '7d', 'abandon': '72h'},
             'person_key': 'customer_no', 'consent': {'date': 'opt_in', 'valid': '2y'}}\
            """);
        assertThat(problems).isEmpty();
        var hours = set.hours();
        assertThat(hours).isNotNull();
        assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(new CallWindow(540, 780), new CallWindow(840, 1200));
        assertThat(hours.on(DayOfWeek.TUESDAY).getFirst().end()).isEqualTo(26 * 60);
        assertThat(hours.holiday()).isEmpty();
        assertThat(hours.eve()).containsExactly(new CallWindow(600, 1440));
        assertThat(set.hoursIn("US-FL")).isEqualTo(hours);
        assertThat(set.hoursIn("FR").on(DayOfWeek.SUNDAY)).containsExactly(new CallWindow(480, 570));
        assertThat(set.attemptsIn("US-FL"))
                .containsExactly(new AttemptLimit(3, Duration.ofHours(24), AttemptLimit.Per.NUMBER));
        assertThat(set.attemptsIn("US-GA"))
                .containsExactly(new AttemptLimit(7, Duration.ofDays(7), AttemptLimit.Per.PERSON));
        assertThat(set.holidays().getFirst().isIn("FR")).isTrue();
        assertThat(set.holidays().getFirst().date()).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(set.rest().refusal()).isZero();
        assertThat(set.consent().valid().toTotalMonths()).isEqualTo(24);
    }

    @Test
    void aStateHasWhatItSaysNotOfItsCountry() {
        var set = read("""
            {'name': 'US', 'hours': {'mon': ['08:00-21:00']}, 'attempts': [{'max': 9, 'within': '7d'}],
             'regions': {'US': {'hours': {'mon': ['09:00-20:00']}}, 'US-FL': {'attempts': []}}}\
            """);
        assertThat(set.hoursIn("US-FL").on(DayOfWeek.MONDAY)).containsExactly(new CallWindow(540, 1200));
        assertThat(set.attemptsIn("US-FL")).isEmpty();
        assertThat(set.attemptsIn("US-GA")).hasSize(1);
        assertThat(set.hoursIn("").on(DayOfWeek.MONDAY)).containsExactly(new CallWindow(480, 1260));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'hours': {'mon': ['09:00']}}                                    | rules.no_window       | hours.mon[0]
        {'hours': {'mon': ['09:00-25:00']}}                              | rules.no_window       | hours.mon[0]
        {'hours': {'mon': ['24:00-09:00']}}                              | rules.no_window       | hours.mon[0]
        {'hours': {'mon': ['09:61-10:00']}}                              | rules.no_window       | hours.mon[0]
        {'hours': {'mon': [9]}}                                          | rules.no_window       | hours.mon[0]
        {'hours': {'mon': '09:00-10:00'}}                                | field.not_list        | hours.mon
        {'hours': {'mon': ['09:00-13:00', '12:59-14:00']}}               | rules.windows_overlap | hours.mon[1]
        {'hours': {'sat': ['22:00-03:00', '23:00-23:30']}}               | rules.windows_overlap | hours.sat[1]
        {'hours': {'mon': ['1:00-2:00','3:00-4:00','5:00-6:00','7:00-8:00']}} | field.too_many   | hours.mon
        {'hours': {'monday': ['09:00-10:00']}}                           | rules.no_day          | hours.monday
        {'regions': {'FRA': {}}}                                         | rules.no_region       | regions.FRA
        {'regions': {'US-XX': {}}}                                       | rules.no_region       | regions.US-XX
        {'regions': {'FR': {'hours': {'mon': ['x']}}}}                   | rules.no_window       | regions.FR.hours.mon[0]
        {'holidays': [{'date': '2026-02-29'}]}                           | rules.no_date         | holidays[0].date
        {'holidays': [{'regions': []}]}                                  | field.missing         | holidays[0].date
        {'holidays': [{'date': '2026-05-14', 'regions': ['XX']}]}        | rules.no_region       | holidays[0].regions[0]
        {'attempts': [{'max': 0, 'within': '24h'}]}                      | field.range           | attempts[0].max
        {'attempts': [{'within': '24h'}]}                                | field.missing         | attempts[0].max
        {'attempts': [{'max': 1}]}                                       | field.missing         | attempts[0].within
        {'attempts': [{'max': 1, 'within': '0h'}]}                       | rules.duration_range  | attempts[0].within
        {'attempts': [{'max': 1, 'within': '367d'}]}                     | rules.duration_range  | attempts[0].within
        {'attempts': [{'max': 1, 'within': '24'}]}                       | rules.no_duration     | attempts[0].within
        {'attempts': [{'max': 1, 'within': '24h', 'per': 'list'}]}       | field.not_a_word      | attempts[0].per
        {'rest': {'refusal': '2y'}}                                      | rules.no_duration     | rest.refusal
        {'consent': {'valid': '2y'}}                                     | field.missing         | consent.date
        {'consent': {'date': 'd', 'valid': '0d'}}                        | rules.no_period       | consent.valid
        {'consent': {'date': 'd', 'valid': '2 years'}}                   | rules.no_period       | consent.valid
        {'unknown_zone': 'always'}                                       | field.not_a_word      | unknown_zone
        {'do_not_call': ['x']}                                           | field.not_id          | do_not_call[0]
        {'as_of': 'today'}                                               | rules.no_date         | as_of
        """)
    void whatIsWrongIsToldWithItsPlace(String text, String code, String place) {
        read("{'name': 'x', " + text.substring(1));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo(code);
        assertThat(problems.getFirst().place()).isEqualTo("rules " + place);
        assertThat(problems.getFirst().isError()).isTrue();
    }

    @Test
    void whatItemsOfListsCanNotKeepIsTold() {
        var set = read("""
            {'name': 'x', 'mine': 1, 'rest': {'refusal': '60d', 'yours': 2}, 'regions': {'FR': {'ours': 3}},
             'attempts': [{'max': 1, 'within': '1h', 'theirs': 4}]}\
            """);
        assertThat(problems).extracting(Problem::place).containsExactly("rules attempts[0].theirs");
        var json = new JacksonJson();
        assertThat(json.write(RuleShape.of(set)))
                .contains("mine", "yours", "ours")
                .doesNotContain("theirs");
    }
}
