package dev.outpace.simulation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountTest {
    private static Count of(double... chances) {
        var count = new Count();
        for (double chance : chances) {
            count.add(chance);
        }
        return count;
    }

    @Test
    void itIsTheLawOfTheNumberOfEvents() {
        var count = of(0.5, 0.2, 0);

        assertThat(count.atLeast(0)).isEqualTo(1);
        assertThat(count.atLeast(1)).isCloseTo(0.6, within(1e-12));
        assertThat(count.atLeast(2)).isCloseTo(0.1, within(1e-12));
        assertThat(count.atLeast(3)).isZero();
    }

    @Test
    void manyEventsOfOneChanceAreBinomial() {
        var count = new Count();
        for (int i = 0; i < 40; i++) {
            count.add(0.3);
        }

        assertThat(count.atLeast(12)).isCloseTo(0.5594, within(1e-4));
        assertThat(count.atLeast(20)).isCloseTo(0.0063, within(1e-4));
    }

    @Test
    void whatIsCertainCountsAlways() {
        var count = of(1, 1, 0.5);

        assertThat(count.atLeast(2)).isCloseTo(1, within(1e-12));
        assertThat(count.atLeast(3)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aDifferenceIsOfIndependentCounts() {
        var answers = of(0.5, 0.5);
        var agents = of(0.4);

        // two answers, or one and no agent: 0.25 + 0.5 × 0.6
        assertThat(answers.reaches(1, agents)).isCloseTo(0.25 + 0.75 * 0.6 - 0.25 * 0.6, within(1e-12));
        // two answers and no agent
        assertThat(answers.reaches(2, agents)).isCloseTo(0.25 * 0.6, within(1e-12));
        // no agent, or an agent and an answer
        assertThat(answers.reaches(0, agents)).isCloseTo(0.6 + 0.4 * 0.75, within(1e-12));
        assertThat(answers.reaches(-1, agents)).isCloseTo(1, within(1e-12));
        assertThat(answers.reaches(3, agents)).isZero();
    }
}
