package dev.outpace.simulation.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.model.PacingSnapshot;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlooredMultiplierTest {
    private static final UUID SOME = new UUID(1, 1);

    private static PacingSnapshot snapshot(int available, int dialing) {
        return new PacingSnapshot(Instant.EPOCH, SOME, SOME, available, 0, dialing, dialing, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, 0, 0",
        "1.9, 1, 1",
        "1.9, 2, 3",
        "2, 1, 2",
        "2.08, 12, 24",
        "2.08, 13, 27",
        // in binary, the product is a little less than 23
        "2.3, 10, 23",
        "1.1, 30, 33",
        // one line for each free agent at least
        "0.5, 4, 4",
    })
    void itDialsUpToTheProductRoundedDown(double lines, int free, int most) {
        var policy = new FlooredMultiplier(lines);

        assertThat(policy.allowed(snapshot(free, 0))).hasValue(most);
        assertThat(policy.mayDial(snapshot(free, most))).isFalse();
        assertThat(most == 0 || policy.mayDial(snapshot(free, most - 1))).isTrue();
    }
}
