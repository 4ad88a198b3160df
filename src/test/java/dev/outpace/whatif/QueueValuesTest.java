package dev.outpace.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outpace.model.CallFigures.Queued;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.CallFigures.Wait;
import dev.outpace.whatif.WhatIfQuestion.Phones;
import dev.outpace.whatif.WhatIfQuestion.Spread;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueueValuesTest {
    private static Queued seen(List<Wait> waits) {
        return new Queued(waits, new Times(80, 1.8, 0.6), new Times(10, 20, 0), 6, 4);
    }

    @Test
    void tooFewCallersTellNothing() {
        var values = new QueueValues(seen(Collections.nCopies(49, new Wait(30, true))));

        assertThat(values.callers()).isZero();
        assertThat(values.patience()).containsExactly(2.0);
        assertThat(values.phones()).isEqualTo(Phones.AT_ONCE);
    }

    @Test
    void agentsMissWhatTheyMissedOfAllThatTheyWereOffered() {
        var values = new QueueValues(seen(Collections.nCopies(50, new Wait(2, false))));

        assertThat(values.phones()).isEqualTo(new Phones(new Spread(1.8, 0.6), 0.1, 0.06, 0.04, 20));
        assertThat(values.phones().missed()).isCloseTo(0.2, within(1e-12));
        assertThat(values.phones().withMissed(0.1).rejected()).isCloseTo(0.03, within(1e-12));
        assertThat(Phones.AT_ONCE.withMissed(0.1).noAnswer()).isEqualTo(0.1);
    }

    /** Half of them leave after 5 s, whether they are seen to or an agent comes before. */
    @Test
    void callersWhomAnAgentTookSoonerWouldHaveWaitedLonger() {
        var waits = Stream.concat(
                        IntStream.range(0, 100).mapToObj(i -> new Wait(1, false)),
                        IntStream.range(0, 100).mapToObj(i -> i < 50 ? new Wait(5, true) : new Wait(30, true)))
                .toList();

        var patience = new QueueValues(seen(waits)).patience();

        assertThat(patience).hasSize(100);
        assertThat(patience.stream().filter(seconds -> seconds == 5).count()).isEqualTo(50);
        assertThat(patience.stream().filter(seconds -> seconds == 30).count()).isEqualTo(50);
    }

    @Test
    void nobodyIsExpectedToWaitMuchLongerThanCallersWereSeenToWait() {
        assertThat(new QueueValues(seen(Collections.nCopies(60, new Wait(3, false)))).patience())
                .containsOnly(5.0);
    }
}
