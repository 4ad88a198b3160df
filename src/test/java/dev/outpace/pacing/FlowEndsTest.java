package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlowEndsTest {
    private final FlowEnds ends = new FlowEnds();

    @Test
    void whoAnsweredCountsAsACallerUntilMoreIsKnown() {
        assertThat(ends.callersPerPerson()).isOne();
    }

    @Test
    void machinesAreNoPeople() {
        for (int i = 0; i < 1_000; i++) {
            ends.observe(i % 4 == 0);
            if (i % 4 == 1) {
                ends.machine();
            }
        }
        assertThat(ends.callersPerPerson()).isCloseTo(1.0 / 3, within(0.03));
    }

    @Test
    void itFollowsAChange() {
        for (int i = 0; i < 1_000; i++) {
            ends.observe(true);
        }
        for (int i = 0; i < 3_000; i++) {
            ends.observe(i % 10 == 0);
        }
        assertThat(ends.callersPerPerson()).isCloseTo(0.1, within(0.02));
    }
}
