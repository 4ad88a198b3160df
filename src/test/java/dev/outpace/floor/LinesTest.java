package dev.outpace.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.LineLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final long HALF_A_SECOND = Duration.ofMillis(500).toNanos();

    private static Lines used(int callsPerSecond) {
        var lines = new Lines(new LineLimits(100, callsPerSecond));
        for (int i = 0; i < callsPerSecond; i++) {
            assertThat(lines.nanosToNextCall(i)).isZero();
            lines.take(i);
        }
        return lines;
    }

    @Test
    void aLimitThatWasLowForAMomentLetsNoMoreCallsIntoTheSecond() {
        var lines = used(8);
        lines.limits(new LineLimits(100, 1));
        assertThat(lines.nanosToNextCall(HALF_A_SECOND)).isEqualTo(HALF_A_SECOND + 7);
        lines.limits(new LineLimits(100, 8));
        assertThat(lines.nanosToNextCall(HALF_A_SECOND)).isEqualTo(HALF_A_SECOND);
    }

    @Test
    void aHigherLimitLetsInWhatItHasMore() {
        var lines = used(3);
        lines.limits(new LineLimits(100, 5));
        for (int i = 0; i < 2; i++) {
            assertThat(lines.nanosToNextCall(HALF_A_SECOND)).isZero();
            lines.take(HALF_A_SECOND);
        }
        assertThat(lines.nanosToNextCall(HALF_A_SECOND)).isEqualTo(HALF_A_SECOND);
    }

    @Test
    void aHigherLimitCountsAllCallsOfTheSecondAlsoThoseThatNoLimitHeldBack() {
        var lines = used(2);
        for (int i = 0; i < 3; i++) {
            lines.take(HALF_A_SECOND);
        }
        lines.limits(new LineLimits(100, 5));
        assertThat(lines.nanosToNextCall(HALF_A_SECOND)).isEqualTo(HALF_A_SECOND);
        lines.limits(new LineLimits(100, 6));
        assertThat(lines.nanosToNextCall(HALF_A_SECOND)).isZero();
    }
}
