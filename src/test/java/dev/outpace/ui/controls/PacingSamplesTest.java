package dev.outpace.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacingSamplesTest {

    private final PacingSamples samples = new PacingSamples(3);

    @Test
    void theOldestSamplesGoWhenTheRingIsFull() {
        for (int i = 1; i <= 5; i++) {
            samples.add(i * 1000L, i, i, i);
        }
        assertThat(samples.size()).isEqualTo(3);
        assertThat(samples.time(0)).isEqualTo(3000);
        assertThat(samples.dialing(2)).isEqualTo(5);
    }

    @Test
    void aSampleIsGoodUntilTheNext() {
        samples.add(1000, 1, 1, 1);
        samples.add(3000, 2, 2, 2);
        assertThat(samples.indexAt(999)).isEqualTo(-1);
        assertThat(samples.indexAt(2999)).isZero();
        assertThat(samples.indexAt(9000)).isEqualTo(1);
    }

    @Test
    void aSampleOlderThanTheLastIsLeftOut() {
        samples.add(3000, 1, 1, 1);
        samples.add(2000, 2, 2, 2);
        assertThat(samples.size()).isEqualTo(1);
    }
}
