package dev.outpace.simulation.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of 95 % from tables of the Poisson distribution. */
class LossRateTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.0253, 5.572", "10, 4.795, 18.390", "100, 81.364, 121.627"})
    void itIsThatOfTheTables(long lost, double low, double high) {
        var rate = LossRate.of(lost, 1_000, 0.025);

        assertThat(1_000 * rate.low()).isCloseTo(low, within(0.001));
        assertThat(1_000 * rate.high()).isCloseTo(high, within(0.001));
    }

    /** So many that the probability of none has no floating-point number. */
    @Test
    void manyCallsHaveANarrowOne() {
        var rate = LossRate.of(10_000, 300_000, 0.025);

        assertThat(rate.low()).isCloseTo((10_000 - 1.96 * 100) / 300_000, within(0.00001));
        assertThat(rate.high()).isCloseTo((10_000 + 1.96 * 100) / 300_000, within(0.00001));
    }
}
