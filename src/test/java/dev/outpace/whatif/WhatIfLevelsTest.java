package dev.outpace.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WhatIfLevelsTest {
    private static final int MOST = 15;

    @Test
    void aRangeIsCoveredInRoundStepsAndDenserWhereItBegins() {
        assertThat(new WhatIfLevels(20, 80).choose(MOST, 100))
                .containsExactly(20, 22, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 100);
    }

    @Test
    void theCurrentLevelIsThereWhereverItLies() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            int lowest = random.nextInt(5, 300);
            var range = new WhatIfLevels(lowest, lowest + random.nextInt(1, 900));
            int current = random.nextInt(0, 1_000);
            int most = random.nextInt(3, 20);
            assertThat(range.choose(most, current))
                    .as("%s, current %s, most %s", range, current, most)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .hasSizeBetween(1, most)
                    .satisfies(levels ->
                            assertThat(levels.contains(current)).isEqualTo(current >= WhatIfLevels.MIN_LEVEL));
        }
    }
}
