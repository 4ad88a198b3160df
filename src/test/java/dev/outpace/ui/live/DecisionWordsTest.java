package dev.outpace.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingForecast.Caution;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.ui.texts.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionWordsTest {
    private final DecisionWords words = new DecisionWords(
            new Texts(ResourceBundle.getBundle("dev.outpace.ui.texts", Locale.ENGLISH), ZoneOffset.UTC));
    private final Campaign campaign = Facts.campaign(1, "Spring", Facts.id(10), Facts.id(20), Facts.id(30));
    private final CampaignRow row = new CampaignRow(campaign);
    private OtherCalls others = OtherCalls.NONE;

    private String sentence(PacingDecision decision) {
        var told = words.of(decision, row, others);
        return told.sentence().replace('\u00a0', ' ') + " -> " + told.outcome();
    }

    private PacingSnapshot snapshot(int available, int dialing, int level) {
        return Facts.snapshot(campaign.withServiceLevel(level), available, dialing);
    }

    @Test
    void onASharedQueueAHoldNamesWhoseCallsTheyAre() {
        others = new OtherCalls(2, "Autumn");
        assertThat(sentence(Facts.hold(DecisionReason.WAITING_FOR_AGENT, snapshot(2, 2, 100))))
                .isEqualTo(
                        "2 available, 2 dialing × 100 % = 2: no room for another call (2 dialing calls are for Autumn)"
                                + " -> waiting for an agent");
    }

    @Test
    void aLaunchReadsAsTheRuleWithItsNumbers() {
        assertThat(sentence(Facts.hold(DecisionReason.DIALING, snapshot(12, 8, 100))))
                .isEqualTo("12 available > 8 dialing × 100 % = 8 -> dialing");
    }

    @Test
    void aHoldReadsAsTheRuleThatIsNotTrue() {
        assertThat(sentence(Facts.hold(DecisionReason.WAITING_FOR_AGENT, snapshot(3, 5, 60))))
                .isEqualTo("3 available, 5 dialing × 60 % = 3: no room for another call -> waiting for an agent");
    }

    @Test
    void theProductHasNoMoreDecimalsThanItNeeds() {
        assertThat(launch(1, 3, 55)).contains("= 1.65 ");
        assertThat(launch(1, 3, 50)).contains("= 1.5 ");
        assertThat(launch(1, 1_234, 10_000)).contains("= 123,400 ");
    }

    private String launch(int available, int dialing, int level) {
        return sentence(Facts.hold(DecisionReason.DIALING, snapshot(available, dialing, level)));
    }

    private PacingSnapshot expects(int inFlow, double chance, Caution caution) {
        return snapshot(3, 18, 100)
                .with(new PacingForecast(18, inFlow, 5.12, 6.2, 0.4, 0.283, 0.021, 11, chance, 0.08, caution));
    }

    @Test
    void adaptivePacingNamesTheRiskAndWhatIsAllowed() {
        assertThat(sentence(Facts.hold(DecisionReason.WAITING_FOR_AGENT, expects(4, 0.12, Caution.NONE))))
                .isEqualTo("18 ringing, 4 in menu: 5.1 callers expected, 6.2 agents free."
                        + " One more call would risk 0.12 abandoned calls; 0.08 are allowed -> waiting for an agent");
        assertThat(sentence(Facts.hold(DecisionReason.NO_AGENT_AVAILABLE, expects(0, 0.12, Caution.NONE))))
                .startsWith("18 ringing: 5.1 callers")
                .contains("would risk 0.12");
        assertThat(sentence(Facts.hold(DecisionReason.NO_AGENT_AVAILABLE, expects(0, 0.02, Caution.NONE))))
                .startsWith("No agent can take a call");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "PICK_UP"})
    void whatElseHoldsTheCallsIsNamedUnlessTheRiskIsTooHigh(Caution caution) {
        assertThat(sentence(Facts.hold(DecisionReason.WAITING_FOR_AGENT, expects(0, 0.02, caution))))
                .startsWith("18 ringing, 3 free: ")
                .contains(
                        caution == Caution.OTHERS
                                ? "another campaign of the queue would go over its own abandon target"
                                : "one call per free agent");
        assertThat(sentence(Facts.hold(DecisionReason.WAITING_FOR_AGENT, expects(0, 0.12, caution))))
                .contains("would risk 0.12");
    }

    @Test
    void lateAgentsAreNamedWhateverTheRiskIs() {
        assertThat(sentence(Facts.hold(DecisionReason.WAITING_FOR_AGENT, expects(0, 0.12, Caution.PICK_UP))))
                .isEqualTo(
                        "18 ringing, 3 free: one call per free agent, as too many callers wait too long even for a free"
                                + " agent -> waiting for an agent");
    }

    @Test
    void theNextTryIsToldWithItsTime() {
        var soon = PacingDecision.hold(
                DecisionReason.NO_TARGET_DUE, snapshot(3, 0, 100), 0, Facts.NOW.plus(Duration.ofSeconds(20)));
        var later = PacingDecision.hold(
                DecisionReason.NO_TARGET_DUE, snapshot(3, 0, 100), 0, Facts.NOW.plus(Duration.ofMinutes(109)));
        assertThat(sentence(soon)).isEqualTo("No target is due, next try at 10:42:38 -> waiting");
        assertThat(sentence(later)).isEqualTo("No target is due, next try at 12:31 -> waiting");
    }

    @Test
    void stoppingCountsTheCallsThatAreStillInProgress() {
        var decision = PacingDecision.hold(DecisionReason.STOP_ASKED, snapshot(3, 2, 100), 9, null);
        row.show(Facts.moment(campaign, CampaignStatus.STOPPING, decision, 3, 4));
        assertThat(sentence(decision)).isEqualTo("6 calls still in progress -> stopping");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWords(DecisionReason reason) {
        assertThat(sentence(Facts.hold(reason, snapshot(1, 1, 100))))
                .isNotBlank()
                .doesNotContain("{");
    }
}
