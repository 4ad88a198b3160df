package dev.outpace.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.formats.JacksonJson;
import dev.outpace.model.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each ready set by the hours that are published for its region. 2 to 8 November 2026 is Monday to Sunday, without holidays. */
@SuppressWarnings("NullAway")
class ReadySetsTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ReadySets ready = new ReadySets(new JacksonJson());

    /** What is open at each full and half hour, and one minute before, in the region's own time. */
    @ParameterizedTest
    @CsvSource({
        "us-federal, US-NY, America/New_York,    2026-11-02, 08:00-21:00",
        "us-federal, US-NY, America/New_York,    2026-11-08, 08:00-21:00",
        "us-federal, US-CA, America/Los_Angeles, 2026-12-25, 08:00-21:00",
        "us-states,  US-NY, America/New_York,    2026-11-08, 08:00-21:00",
        "us-states,  US-FL, America/New_York,    2026-11-02, 08:00-20:00",
        "us-states,  US-OK, America/Chicago,     2026-11-08, 08:00-20:00",
        "us-states,  US-WA, America/Los_Angeles, 2026-11-02, 08:00-20:00",
        "us-states,  US-CT, America/New_York,    2026-11-02, 09:00-20:00",
        "us-states,  US-NV, America/Los_Angeles, 2026-11-07, 09:00-20:00",
        "us-states,  US-KY, America/New_York,    2026-11-08, 10:00-21:00",
        "us-states,  US-AL, America/Chicago,     2026-11-07, 08:00-21:00",
        "us-states,  US-AL, America/Chicago,     2026-11-08, ''",
        "us-states,  US-LA, America/Chicago,     2026-11-08, ''",
        "us-states,  US-MS, America/Chicago,     2026-11-08, ''",
        "uk,         GB,    Europe/London,       2026-11-08, 08:00-21:00",
        "france,     FR,    Europe/Paris,        2026-11-02, 10:00-13:00 14:00-20:00",
        "france,     FR,    Europe/Paris,        2026-11-07, ''",
        "france,     FR,    Europe/Paris,        2026-11-08, ''",
        "france,     FR,    Europe/Paris,        2026-11-11, ''",
        "france,     FR,    Europe/Paris,        2026-05-14, ''",
        "france,     FR,    Europe/Paris,        2027-03-29, ''",
        "france,     FR,    Europe/Paris,        2026-11-10, 10:00-13:00 14:00-20:00",
        "spain,      ES,    Europe/Madrid,       2026-11-06, 09:00-21:00",
        "spain,      ES,    Europe/Madrid,       2026-11-07, ''",
        "spain,      ES,    Europe/Madrid,       2026-10-12, ''",
        "spain,      ES,    Europe/Madrid,       2026-04-03, ''",
        "italy,      IT,    Europe/Rome,         2026-11-06, 09:00-20:00",
        "italy,      IT,    Europe/Rome,         2026-11-07, 10:00-19:00",
        "italy,      IT,    Europe/Rome,         2026-11-08, ''",
        "italy,      IT,    Europe/Rome,         2026-12-08, ''",
        "italy,      IT,    Europe/Rome,         2026-12-07, 10:00-19:00",
        "italy,      IT,    Europe/Rome,         2027-03-27, 10:00-19:00",
        // A Sunday before a holiday stays a Sunday.
        "italy,      IT,    Europe/Rome,         2027-10-31, ''",
        "germany,    DE,    Europe/Berlin,       2026-11-08, 00:00-24:00",
        "canada,     CA-ON, America/Toronto,     2026-11-06, 09:00-21:30",
        "canada,     CA-BC, America/Vancouver,   2026-11-07, 10:00-18:00",
        "canada,     CA-QC, America/Toronto,     2026-11-08, 10:00-18:00",
    })
    void theHoursAreThePublishedOnes(String name, String region, String zone, String day, String windows) {
        var hours = HoursRule.of(ready.set(name), new Callee(Set.of(ZoneId.of(zone)), region), UTC);
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            for (int before = 0; before <= 1 && minute >= before; before++) {
                var local = LocalDateTime.parse(day + "T00:00").plusMinutes(minute - before);
                assertThat(hours.isOpen(local.atZone(ZoneId.of(zone)).toInstant()))
                        .as(name + " " + region + " " + local)
                        .isEqualTo(has(windows, minute - before));
            }
        }
    }

    private static boolean has(String windows, int minute) {
        for (var window : windows.split(" ", -1)) {
            if (!window.isEmpty()
                    && minute >= minutes(window.substring(0, 5))
                    && minute < minutes(window.substring(6))) {
                return true;
            }
        }
        return false;
    }

    private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    @Test
    void eachIsOfADayAndHasANameAndIdOfItsOwn() {
        var ids = new HashSet<UUID>();
        var names = new HashSet<String>();
        for (var name : ready.names()) {
            var set = ready.set(name);
            assertThat(set.asOf()).as(name).isNotNull();
            assertThat(set.detail()).as(name).contains("No legal advice");
            assertThat(set.unknown().isEmpty()).as(name).isTrue();
            assertThat(ids.add(set.id()) && names.add(set.name())).as(name).isTrue();
        }
    }

    @Test
    void limitsAndRestsAreThePublishedOnes() {
        assertThat(limits("france", "FR")).containsExactly("4 in 720 h");
        assertThat(ready.set("france").rest().refusal()).isEqualTo(Duration.ofDays(60));
        assertThat(limits("us-federal", "US-TX")).containsExactly("7 in 168 h");
        assertThat(ready.set("us-federal").rest().conversation()).isEqualTo(Duration.ofDays(7));
        assertThat(limits("us-states", "US-FL")).containsExactly("3 in 24 h");
        assertThat(limits("us-states", "US-OK")).containsExactly("3 in 24 h");
        assertThat(limits("us-states", "US-NY")).isEmpty();
        assertThat(ready.set("uk").rest().abandon()).isEqualTo(Duration.ofDays(3));
        assertThat(ready.set("uk").rest().abandonWithAgent()).isTrue();
    }

    private List<String> limits(String name, String region) {
        return ready.set(name).attemptsIn(region).stream()
                .map(limit -> limit.max() + " in " + limit.within().toHours() + " h")
                .toList();
    }

    @Test
    void spainAndGermanyAskForConsent() {
        var now = Instant.parse("2026-11-06T12:00:00Z");
        assertThat(mayCall("spain", "ES", "2024-11-07", now)).isTrue();
        assertThat(mayCall("spain", "ES", "2024-11-06", now)).isFalse();
        assertThat(mayCall("spain", "ES", "", now)).isFalse();
        assertThat(mayCall("germany", "DE", "2001-01-01", now)).isTrue();
        assertThat(mayCall("germany", "DE", "", now)).isFalse();
    }

    private boolean mayCall(String name, String region, String optIn, Instant now) {
        RuleSet set = ready.set(name);
        var rule = set.consent();
        assertThat(rule).isNotNull();
        var consent = Consent.read(rule, column -> column.equals("opt_in") ? optIn : "");
        var callee = new Callee(Set.of(ZoneId.of("Europe/Madrid")), region);
        return new CallingRules(set, UTC).ruling(callee, Done.NOTHING, consent, now) instanceof Ruling.MayCall;
    }
}
