package dev.outpace.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.workspace.CheckLine.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckProgressTest {
    private static final Instant BEGIN = Instant.parse("2026-05-12T10:49:51Z");

    private final CheckProgress progress = new CheckProgress();

    @Test
    void aCheckPassesOnlyWhenAllIsCheckedAndNothingFailed() {
        assertThat(progress.isNone()).isTrue();
        assertThat(progress.isPassed()).isFalse();
        progress.begin(FakeTelephony.CONNECTION, BEGIN);
        progress.found(FakeTelephony.REACHED);
        assertThat(progress.isPassed()).isFalse();
        progress.found(FakeTelephony.CONNECTED_LINE);
        progress.end(BEGIN.plusMillis(2_400));
        assertThat(progress.isPassed()).isTrue();
        assertThat(progress.took()).isEqualTo(Duration.ofMillis(2_400));
        assertThat(progress.count(State.WARN)).isEqualTo(1);
    }

    @Test
    void aFailedLineFailsTheCheckAndTheNextBeginsWithoutIt() {
        progress.begin(FakeTelephony.CONNECTION, BEGIN);
        progress.found(FakeTelephony.NO_CONTEXT);
        progress.end(BEGIN);
        assertThat(progress.isPassed()).isFalse();
        progress.begin(FakeTelephony.CONNECTION, BEGIN);
        assertThat(progress.lines()).isEmpty();
    }

    @Test
    void aCheckThatFoundNothingHasNotPassed() {
        progress.begin(FakeTelephony.CONNECTION, BEGIN);
        progress.end(BEGIN);
        assertThat(progress.isPassed()).isFalse();
    }
}
