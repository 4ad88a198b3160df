package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private final SplittableRandom random = new SplittableRandom(7);
    private final Durations durations = new Durations(60, 1_000, 20, 5);

    private void see(int count, double from, double to) {
        for (int i = 0; i < count; i++) {
            durations.observe(from + (to - from) * random.nextDouble());
        }
    }

    @Test
    void beginsWithItsGuess() {
        assertThat(durations.survival(20)).isCloseTo(Math.exp(-1), within(0.01));
        assertThat(durations.known().endsWithin(5, 10)).isCloseTo(1 - Math.exp(-0.5), within(0.02));
    }

    @Test
    void followsWhatIsSeen() {
        see(2_000, 10, 20);

        assertThat(durations.mean()).isCloseTo(15, within(0.3));
        assertThat(durations.survival(10)).isGreaterThan(0.98);
        assertThat(durations.survival(15)).isCloseTo(0.5, within(0.05));
        assertThat(durations.survival(20)).isLessThan(0.02);
        assertThat(durations.quantile(0.5)).isCloseTo(15, within(0.5));
        assertThat(durations.known().endsWithin(12, 4)).isCloseTo(0.5, within(0.06));
    }

    @Test
    void earlierOnesFade() {
        see(2_000, 10, 20);
        see(5_000, 30, 40);

        assertThat(durations.survival(25)).isGreaterThan(0.97);
        assertThat(durations.mean()).isCloseTo(35, within(0.5));
    }

    @Test
    void whatLastsLongerThanTheHistogramEndsInItsLastStep() {
        see(100, 100, 200);

        assertThat(durations.survival(59)).isGreaterThan(0.9);
        assertThat(durations.survival(60)).isZero();
        assertThat(durations.known().endsWithin(70, 10)).isZero();
    }

    @Test
    void whatIsKnownAtOneMomentStaysAsItIs() {
        see(100, 10, 20);
        var known = durations.known();
        double before = known.survival(25);

        see(1_000, 30, 40);

        assertThat(known.survival(25)).isEqualTo(before);
        assertThat(durations.survival(25)).isGreaterThan(0.8);
    }
}
