package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.Ids;
import dev.outpace.model.PacingSnapshot;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelPacingTest {
    private final ServiceLevelPacing rule = new ServiceLevelPacing();

    private static PacingSnapshot snapshot(int available, int dialing, int serviceLevel) {
        return new PacingSnapshot(Instant.EPOCH, Ids.NIL, new UUID(1, 1), available, 0, dialing, dialing, serviceLevel);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 9, 100, true", "10, 10, 100, false", "10, 4, 200, true", "10, 5, 200, false", "10, 19, 50, true",
        "10, 20, 50, false", "1, 0, 99, true", "1, 1, 99, true", "1, 2, 99, false", "1, 1, 150, false",
        "3, 5, 60, false", "12, 8, 100, true", "0, 0, 100, false", "0, 0, 0, false", "1, 1000, 0, true",
        "7, 7, 99, true", "1, 0, 10000, true", "99, 1, 10000, false"
    })
    void dialsWhileAvailableIsMoreThanDialingTimesServiceLevel(
            int available, int dialing, int serviceLevel, boolean dials) {
        assertThat(rule.mayDial(snapshot(available, dialing, serviceLevel))).isEqualTo(dials);
    }

    @ParameterizedTest
    @CsvSource({"10, 100, 10", "10, 200, 5", "10, 50, 20", "1, 99, 2", "3, 60, 5", "0, 100, 0", "0, 0, 0", "7, 300, 3"})
    void allowsAsManyAsTheRuleIsTrueFor(int available, int serviceLevel, int allowed) {
        assertThat(rule.allowed(snapshot(available, 0, serviceLevel))).isEqualTo(OptionalInt.of(allowed));
    }

    @Test
    void servicelevelZeroIsNoLimitWhileSomeoneIsAvailable() {
        assertThat(rule.allowed(snapshot(1, 0, 0))).isEmpty();
    }

    @Test
    void allowedIsTheFirstNumberForWhichTheRuleIsFalse() {
        long seed = 20260512;
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            int available = random.nextInt(200);
            int level = random.nextInt(1, 10_001);
            int allowed = rule.allowed(snapshot(available, 0, level)).orElseThrow();
            assertThat(rule.mayDial(snapshot(available, allowed, level)))
                    .as("seed %d: %d available, level %d", seed, available, level)
                    .isFalse();
            assertThat(allowed == 0 || rule.mayDial(snapshot(available, allowed - 1, level)))
                    .isTrue();
        }
    }
}
