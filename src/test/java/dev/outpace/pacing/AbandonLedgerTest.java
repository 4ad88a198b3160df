package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.pacing.AbandonLedger.Counts;
import org.junit.jupiter.api.Test;

class AbandonLedgerTest {
    private final AbandonLedger ledger = new AbandonLedger();

    @Test
    void hoursLeaveTheWindow() {
        ledger.add(-30, 100, 90, 10);
        ledger.add(-23, 50, 45, 2);
        ledger.add(0, 10, 9, 1);

        assertThat(ledger.within(0, 24)).isEqualTo(new Counts(60, 54, 3, 0));
        assertThat(ledger.within(1, 24)).isEqualTo(new Counts(10, 9, 1, 0));
        assertThat(ledger.within(0, 24 * 7)).isEqualTo(new Counts(160, 144, 13, 0));
        assertThat(ledger.ever()).isEqualTo(new Counts(160, 144, 13, 0));
    }

    @Test
    void aMonthIsKept() {
        ledger.add(0, 1, 0, 0);
        ledger.add(719, 1, 0, 0);
        assertThat(ledger.within(719, 720).answered()).isEqualTo(2);

        ledger.add(720, 1, 0, 0);
        assertThat(ledger.within(720, 720).answered()).isEqualTo(2);
        assertThat(ledger.ever().answered()).isEqualTo(3);
    }
}
