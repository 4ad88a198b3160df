package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();

    @Test
    void nobodyIsKnownToWaitForMuchLongerThanTwoSeconds() {
        assertThat(patience.parts(1)[0]).isBetween(2.0, 5.0);
        assertThat(patience.parts(4)).isSorted();
        assertThat(patience.parts(4)[0]).isGreaterThanOrEqualTo(2);
    }

    @Test
    void allWhoLeaveAfterTheSameTimeAreOnePart() {
        for (int i = 0; i < 200; i++) {
            patience.observe(2, true);
        }
        assertThat(patience.parts(4)).containsOnly(2);
    }

    @Test
    void whoWaitedAndGotAnAgentIsEvidenceOfPatience() {
        for (int i = 0; i < 300; i++) {
            patience.observe(20, false);
        }
        assertThat(patience.parts(4)[0]).isGreaterThan(15);
    }

    /** As few as come to a small room in a day. */
    @Test
    void fewWhoWaitedForLongAreEvidenceEnough() {
        for (int i = 0; i < 20; i++) {
            patience.observe(30, false);
        }
        assertThat(patience.parts(4)[1]).isBetween(25.0, 35.0);
        assertThat(patience.parts(4)[3])
                .as("nobody was seen to wait for longer")
                .isLessThan(45);
    }

    @Test
    void theLawIsLearnedAlsoWhereMostGetAnAgentBeforeTheyGiveUp() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 4_000; i++) {
            double bears = -30 * Math.log(random.nextDouble());
            double agentAfter = -20 * Math.log(random.nextDouble());
            patience.observe(Math.min(bears, agentAfter), bears < agentAfter);
        }
        double median = 30 * Math.log(2);
        assertThat(patience.parts(1)[0]).isCloseTo(median, within(0.15 * median));
        double mean = Arrays.stream(patience.parts(8)).average().orElseThrow();
        assertThat(mean).isBetween(20.0, 36.0);
    }

    @Test
    void newCallersCountMoreThanOldOnes() {
        for (int i = 0; i < 4_000; i++) {
            patience.observe(10, true);
        }
        for (int i = 0; i < 20_000; i++) {
            patience.observe(3, true);
        }
        assertThat(patience.parts(1)[0]).isEqualTo(3);
    }
}
