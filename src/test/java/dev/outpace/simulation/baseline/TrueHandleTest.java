package dev.outpace.simulation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.telephony.simulated.Distribution.Constant;
import dev.outpace.telephony.simulated.Distribution.Exponential;
import dev.outpace.telephony.simulated.WorldSettings.Handle;
import org.junit.jupiter.api.Test;

class TrueHandleTest {
    private static final Constant AT_ONCE = new Constant(0);
    private static final double[] MOMENTS = {10, 30};

    /** An exponential time has no memory. */
    @Test
    void aTalkEndsByItsTrueLaw() {
        var handle = new TrueHandle(new Handle(AT_ONCE, new Exponential(150), AT_ONCE), MOMENTS);

        for (double elapsed : new double[] {0, 40, 200}) {
            assertThat(handle.freeAfterTalk(0, elapsed)).isCloseTo(1 - Math.exp(-10 / 150.0), within(0.01));
            assertThat(handle.freeAfterTalk(1, elapsed)).isCloseTo(1 - Math.exp(-30 / 150.0), within(0.01));
        }
    }

    @Test
    void theWrapUpComesBehindTheTalk() {
        var handle = new TrueHandle(new Handle(AT_ONCE, new Exponential(150), new Constant(20)), MOMENTS);

        assertThat(handle.freeAfterTalk(0, 40)).isZero();
        assertThat(handle.freeAfterTalk(1, 40)).isCloseTo(1 - Math.exp(-10 / 150.0), within(0.01));
        assertThat(handle.freeAfterWrapUp(0, 5)).isZero();
        assertThat(handle.freeAfterWrapUp(0, 12)).isEqualTo(1);
    }
}
