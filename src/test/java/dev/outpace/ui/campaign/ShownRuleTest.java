package dev.outpace.ui.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.PacingForecast;
import dev.outpace.model.PacingForecast.Caution;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.pacing.ServiceLevelPacing;
import dev.outpace.ui.live.Facts;
import dev.outpace.ui.live.OtherCalls;
import dev.outpace.ui.texts.Texts;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What the screens show of the published rule is what the campaign was decided by. */
@ExtendWith(ApplicationExtension.class)
class ShownRuleTest {
    private final Texts texts = new Texts();
    private final ServiceLevelPacing decides = new ServiceLevelPacing();

    @Test
    void theSignThatIsShownIsTheDecision() {
        for (var snapshot : snapshots()) {
            var sign = decides.mayDial(snapshot) ? " > " : " ≤ ";
            assertThat(LogCell.numbers(texts, snapshot))
                    .as("log of %s", snapshot)
                    .contains(sign);
            var words = decides.mayDial(snapshot) ? " is more than " : " is not more than ";
            assertThat(equation(snapshot)).as("equation of %s", snapshot).contains(words);
        }
    }

    /** Read by anyone, the numbers of a line must lead to its sign. */
    @Test
    void theNumbersThatAreShownAreThoseThatWereCompared() {
        for (var snapshot : snapshots()) {
            var shown = LogCell.numbers(texts, snapshot).split(" [>≤] | × |\\u00a0%", -1);
            double level = snapshot.serviceLevel() == 100 ? 100 : Double.parseDouble(shown[2]);
            assertThat(Double.parseDouble(shown[0]) > Double.parseDouble(shown[1]) * level / 100)
                    .as("%s", snapshot)
                    .isEqualTo(decides.mayDial(snapshot));
        }
    }

    private static PacingSnapshot expects(int inFlow, double chance, Caution caution) {
        var campaign = Facts.campaign(1, "Spring", Facts.id(10), Facts.id(20), Facts.id(30));
        return Facts.snapshot(campaign, 3, 18)
                .with(new PacingForecast(18, inFlow, 5.12, 6.2, 0.4, 0.283, 0.021, 11, chance, 0.08, caution));
    }

    private RuleView view(DecisionReason reason, PacingSnapshot snapshot) {
        var campaign = Facts.campaign(1, "Spring", Facts.id(10), Facts.id(20), Facts.id(30));
        var moment = Facts.moment(campaign, CampaignStatus.RUN, Facts.hold(reason, snapshot), 3, 4);
        return new RuleView(texts, moment, OtherCalls.NONE);
    }

    @Test
    void theSentenceOfAdaptivePacingNamesTheRiskThatDecided() {
        var tooMuch = expects(0, 0.12, Caution.NONE);
        for (var reason : List.of(DecisionReason.WAITING_FOR_AGENT, DecisionReason.NO_AGENT_AVAILABLE)) {
            assertThat(view(reason, tooMuch).sentence())
                    .isEqualTo("On hold: one more call would risk 0.12 abandoned calls; 0.08 are allowed.");
        }
        assertThat(view(DecisionReason.DIALING, expects(0, 0.02, Caution.NONE)).sentence())
                .isEqualTo("Room for one more call: it would risk 0.02 abandoned calls; 0.08 are allowed.");
        assertThat(LogCell.numbers(texts, tooMuch)).isEqualTo("risk 0.12 > 0.08");
        assertThat(LogCell.numbers(texts, expects(0, 0.02, Caution.NONE))).isEqualTo("risk 0.02 ≤ 0.08");
    }

    @Test
    void theCarefulStartAndTheBrakeSayWhatTheyHoldTheCallsTo() {
        assertThat(view(DecisionReason.WAITING_FOR_AGENT, expects(0, 0.02, Caution.START))
                        .sentence())
                .isEqualTo("On hold: until the answer rate is known, one call per free agent is dialed"
                        + " (18 ringing, 3 free).");
        assertThat(view(DecisionReason.WAITING_FOR_AGENT, expects(0, 0.02, Caution.BRAKE))
                        .sentence())
                .contains("lost than expected", "(18 ringing, 3 free)");
        assertThat(view(DecisionReason.DIALING, expects(0, 0.02, Caution.BRAKE)).sentence())
                .contains("lost than expected")
                .doesNotContain("On hold");
        assertThat(LogCell.numbers(texts, expects(0, 0.02, Caution.BRAKE))).isEqualTo("1 per free agent");
    }

    @Test
    void lateAgentsAreNamedWhateverTheRiskIs() {
        for (var reason : List.of(DecisionReason.WAITING_FOR_AGENT, DecisionReason.DIALING)) {
            assertThat(view(reason, expects(0, 0.12, Caution.PICK_UP)).sentence())
                    .containsIgnoringCase("even with a free agent, more callers wait too long")
                    .contains("so one call per free agent is dialed (18 ringing, 3 free)");
        }
        assertThat(LogCell.numbers(texts, expects(0, 0.12, Caution.PICK_UP))).isEqualTo("1 per free agent");
    }

    @Test
    void theLimitOfAnotherCampaignIsNamed() {
        assertThat(view(DecisionReason.WAITING_FOR_AGENT, expects(0, 0.02, Caution.OTHERS))
                        .sentence())
                .contains("another campaign of this queue", "(18 ringing, 3 free)");
        assertThat(LogCell.numbers(texts, expects(0, 0.02, Caution.OTHERS))).isEqualTo("other campaign’s limit");
    }

    @Test
    void callersInTheFlowStandInTheEquation() {
        assertThat(view(DecisionReason.DIALING, expects(4, 0.02, Caution.NONE)).equationText())
                .isEqualTo("18 ringing, 4 in menu, 5.1 callers expected in the queue, 6.2 agents expected free");
        assertThat(view(DecisionReason.DIALING, expects(0, 0.02, Caution.NONE)).equationText())
                .isEqualTo("18 ringing, 5.1 callers expected in the queue, 6.2 agents expected free");
    }

    private static List<PacingSnapshot> snapshots() {
        var random = new SplittableRandom(20260512);
        return Stream.generate(() -> snapshot(random)).limit(400).toList();
    }

    private String equation(PacingSnapshot snapshot) {
        var campaign = Facts.campaign(1, "Spring", Facts.id(10), Facts.id(20), Facts.id(30));
        var decision = Facts.hold(DecisionReason.WAITING_FOR_AGENT, snapshot);
        var moment = Facts.moment(campaign, CampaignStatus.RUN, decision, 3, 4);
        return new RuleView(texts, moment, OtherCalls.NONE).equationText();
    }

    /** Near to where the rule turns, with whole and half agents needed elsewhere. */
    private static PacingSnapshot snapshot(SplittableRandom random) {
        int dialing = random.nextInt(1, 20);
        int level = random.nextInt(0, 12) * 25;
        int available = Math.max(0, dialing * level / 100 + random.nextInt(-1, 3));
        var campaign = Facts.campaign(1, "Spring", Facts.id(10), Facts.id(20), Facts.id(30));
        return Facts.snapshot(campaign.withServiceLevel(level), available, dialing)
                .withNeededElsewhere(random.nextInt(0, 4) * 50);
    }
}
