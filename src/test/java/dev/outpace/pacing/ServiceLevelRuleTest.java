package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ServiceLevelRuleTest {
    @Test
    void bothSidesAreExactAndHaveNoMoreDecimalsThanTheyNeed() {
        assertThat(new ServiceLevelRule(1_000, 3, 55).product()).isEqualTo(new BigDecimal("1.65"));
        assertThat(new ServiceLevelRule(1_000, 3, 50).product()).isEqualTo(new BigDecimal("1.5"));
        assertThat(new ServiceLevelRule(1_000, 10, 100).product()).isEqualTo(new BigDecimal("10"));
        assertThat(new ServiceLevelRule(1_000, 10, 100).agents()).isEqualTo(new BigDecimal("10"));
        assertThat(new ServiceLevelRule(965, 10, 100).agents()).isEqualTo(new BigDecimal("9.65"));
    }

    @Test
    void theGreatestNumbersDoNotOverflow() {
        var most = new ServiceLevelRule(100L * Integer.MAX_VALUE, Integer.MAX_VALUE, 10_000);
        assertThat(most.isTrue()).isFalse();
        assertThat(ServiceLevelRule.with(Integer.MAX_VALUE, 1).allowed()).hasValue(100L * Integer.MAX_VALUE);
    }

    @Test
    void whatOtherQueuesNeedIsNotLeftHere() {
        assertThat(new ServiceLevelRule(-50, 0, 100).isTrue()).isFalse();
        assertThat(new ServiceLevelRule(-50, 0, 0).allowed()).hasValue(0);
    }
}
