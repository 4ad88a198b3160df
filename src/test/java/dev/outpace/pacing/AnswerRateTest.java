package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRateTest {
    private final AnswerRate rate = new AnswerRate();
    private final SplittableRandom random = new SplittableRandom(3);

    private void see(int count, double answered) {
        for (int i = 0; i < count; i++) {
            rate.observe(random.nextDouble() < answered);
        }
    }

    @Test
    void beginsWithMoreAnswersThanAreLikely() {
        assertThat(rate.now()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.12, 0.3, 0.6})
    void comesToTheShareThatAnswers(double answered) {
        see(5_000, answered);

        assertThat(rate.now()).isCloseTo(answered, within(4 * Math.sqrt(answered * (1 - answered) / 2_000)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.4})
    void followsAJumpWithinThreeHundredDials(double times) {
        see(5_000, 0.3);
        see(300, 0.3 * times);

        assertThat(rate.now()).isCloseTo(0.3 * times, within(0.07));
    }

    @Test
    void neverBelievesThatDeadNumbersAreAllThatComes() {
        see(2_000, 0.3);
        see(1_000, 0);

        assertThat(rate.now()).isGreaterThan(0.05);
    }
}
