package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.8413447", "-1, 0.1586553", "1.959964, 0.975", "-3, 0.0013499"})
    void knownValues(double score, double probability) {
        assertThat(Normal.below(score, 0, 1)).isCloseTo(probability, within(1e-6));
        assertThat(Normal.below(10 + 2 * score, 10, 4)).isCloseTo(probability, within(1e-6));
    }

    @Test
    void withoutVarianceItIsCertain() {
        assertThat(Normal.below(0.5, 0, 0)).isEqualTo(1);
        assertThat(Normal.below(0.5, 1, 0)).isZero();
        assertThat(Normal.expectedExcess(5, 0, 3)).isEqualTo(2);
        assertThat(Normal.expectedExcess(2, 0, 3)).isZero();
    }

    /** The standard normal's mean above 0 is 1 / √(2π). */
    @Test
    void excess() {
        assertThat(Normal.expectedExcess(0, 1, 0)).isCloseTo(0.3989423, within(1e-6));
        assertThat(Normal.expectedExcess(10, 4, 4)).isCloseTo(6.00076, within(1e-4));
    }
}
