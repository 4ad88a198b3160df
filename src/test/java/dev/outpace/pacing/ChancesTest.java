package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Lines of which 30 % are answered after 8 s and the rest ends after 25 s; then a flow of 12 s that half of them leave. */
class ChancesTest {
    private static final double[] AHEAD = {4, 10, 22, 60};
    private final CampaignMemory campaign = new CampaignMemory();

    private void ring() {
        for (int i = 0; i < 3_000; i++) {
            boolean answered = i % 10 < 3;
            campaign.ringing.observe(answered, answered ? 8 : 25, 0);
        }
    }

    private void flow() {
        for (int i = 0; i < 3_000; i++) {
            campaign.fromAnswer.observe(i % 2 == 0, i % 2 == 0 ? 12 : 6, 0);
        }
    }

    private double arrived(Chances chances, double chance, int moment, int age) {
        return chances.of(age).arrived(chance, moment);
    }

    @Test
    void withoutAFlowAnAnswerIsACaller() {
        ring();
        var chances = Chances.ringing(campaign, AHEAD);
        assertThat(arrived(chances, 0.3, 0, 0)).isCloseTo(0, within(0.01));
        assertThat(arrived(chances, 0.3, 1, 0)).isCloseTo(0.3, within(0.02));
        assertThat(arrived(chances, 0.3, 3, 24)).as("12 s without an answer").isCloseTo(0, within(0.03));
    }

    @Test
    void behindAFlowTheyComeLaterAndFewer() {
        ring();
        flow();
        var chances = Chances.ringing(campaign, AHEAD);
        assertThat(chances.reach()).isCloseTo(0.5, within(0.05));
        assertThat(arrived(chances, 0.3, 1, 0)).as("still in the flow").isCloseTo(0, within(0.02));
        assertThat(arrived(chances, 0.3, 2, 0)).isCloseTo(0.15, within(0.03));
    }

    @Test
    void whoHasStoodInTheFlowForLongIsLikelyToComeAndSoon() {
        flow();
        var chances = Chances.inFlow(campaign.fromAnswer, AHEAD);
        assertThat(arrived(chances, 0.5, 0, 0)).isCloseTo(0, within(0.02));
        assertThat(arrived(chances, 0.5, 2, 0)).isCloseTo(0.5, within(0.03));
        assertThat(arrived(chances, 0.5, 0, 18))
                .as("after 9 s, when the others have left")
                .isGreaterThan(0.9);
    }
}
