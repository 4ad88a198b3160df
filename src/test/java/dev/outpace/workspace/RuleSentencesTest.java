package dev.outpace.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.AttemptLimit;
import dev.outpace.model.CallWindow;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleReason.After;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why calling rules forbid a call, in words. */
class RuleSentencesTest {
    private static final Instant NOW = Instant.parse("2026-05-12T09:46:00Z");
    private static final Instant LATER = Instant.parse("2026-05-12T12:00:00Z");
    private static final CallWindow AFTERNOON = new CallWindow(14 * 60, 20 * 60);
    private static final UUID LIST = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 14);

    private final RuleSentences sentences = new RuleSentences();

    private String until(RuleReason reason) {
        return sentences.of(reason, LATER, NOW);
    }

    private String never(RuleReason reason) {
        return sentences.of(reason, null, NOW);
    }

    @Test
    void hoursNameThePlaceTheWindowAndTheWait() {
        assertThat(until(new RuleReason.OutsideHours("FR", "Europe/Paris", AFTERNOON)))
                .isEqualTo("France: 14:00 to 20:00, opens in 2 h 14 min");
        assertThat(never(new RuleReason.OutsideHours("", "Asia/Kolkata", null)))
                .isEqualTo("Asia/Kolkata: no calling hours for a year");
    }

    @Test
    void holidaysAndTheirEvesAreNamed() {
        assertThat(until(new RuleReason.OnHoliday("FR", "Europe/Paris", DAY, "Ascension", false, AFTERNOON)))
                .isEqualTo("France: Ascension is a holiday, then 14:00 to 20:00, opens in 2 h 14 min");
        assertThat(until(new RuleReason.OnHoliday("FR", "Europe/Paris", DAY, "", true, AFTERNOON)))
                .isEqualTo("France: eve of the holiday 2026-05-14, then 14:00 to 20:00, opens in 2 h 14 min");
        assertThat(never(new RuleReason.OnHoliday("FR", "Europe/Paris", DAY, "Ascension", false, null)))
                .isEqualTo("France: Ascension is a holiday, and there are no calling hours for a year");
        assertThat(never(new RuleReason.OnHoliday("FR", "Europe/Paris", DAY, "Ascension", true, null)))
                .isEqualTo("France: eve of the holiday Ascension, and there are no calling hours for a year");
    }

    @Test
    void limitsTellWhoseTheyAre() {
        assertThat(until(new RuleReason.LimitReached(
                        "", new AttemptLimit(1, Duration.ofHours(24), AttemptLimit.Per.NUMBER))))
                .isEqualTo("one call to a number in 24 h, free again in 2 h 14 min");
        assertThat(until(new RuleReason.LimitReached(
                        "US-FL", new AttemptLimit(3, Duration.ofDays(7), AttemptLimit.Per.PERSON))))
                .isEqualTo("Florida: 3 calls to a person in 7 d, free again in 2 h 14 min");
    }

    @Test
    void restsTellAfterWhat() {
        assertThat(until(new RuleReason.Resting(After.CONVERSATION, NOW)))
                .isEqualTo("rest after a conversation, for 2 h 14 min more");
        assertThat(until(new RuleReason.Resting(After.REFUSAL, NOW)))
                .isEqualTo("rest after a refusal, for 2 h 14 min more");
        assertThat(until(new RuleReason.Resting(After.ABANDON, NOW)))
                .isEqualTo("rest after an abandoned call, for 2 h 14 min more");
    }

    @Test
    void whatNoTimeAllowsIsTold() {
        assertThat(never(new RuleReason.OnDoNotCallList(LIST))).isEqualTo("on a do-not-call list");
        assertThat(never(new RuleReason.ListTooOld(LIST, "National", DAY)))
                .isEqualTo("the do-not-call list National of 2026-05-14 is too old");
        assertThat(never(new RuleReason.ListTooOld(LIST, "National", null)))
                .isEqualTo("the do-not-call list National has a maximum age, but no date");
        assertThat(never(new RuleReason.ZoneUnknown())).isEqualTo("the time zone of the number is unknown");
        assertThat(never(new RuleReason.WithoutConsent(null))).isEqualTo("no consent to be called");
        assertThat(never(new RuleReason.WithoutConsent(DAY))).isEqualTo("the consent expired on 2026-05-14");
    }
}
