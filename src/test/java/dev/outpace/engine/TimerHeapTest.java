package dev.outpace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private final TimerHeap heap = new TimerHeap();
    private final List<String> ran = new ArrayList<>();

    private EngineClock.Timer set(long at, String name) {
        return heap.add(at, () -> ran.add(name));
    }

    private void runAll() {
        while (!heap.isEmpty()) {
            heap.take().run();
        }
    }

    @Test
    void timersComeByTheirMomentsAndThoseOfOneMomentAsTheyWereSet() {
        set(7, "third");
        set(3, "first");
        set(3, "second");

        assertThat(heap.nextAt()).isEqualTo(3);
        runAll();

        assertThat(ran).containsExactly("first", "second", "third");
        assertThat(heap.nextAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCancelledTimerIsGoneAtOnce() {
        set(1, "first");
        var cancelled = set(2, "cancelled");
        set(3, "last");

        cancelled.cancel();
        assertThat(heap.size()).isEqualTo(2);
        cancelled.cancel();
        assertThat(heap.size()).isEqualTo(2);
        runAll();

        assertThat(ran).containsExactly("first", "last");
    }

    @Test
    void aTimerThatWasTakenIsNotCancelledAnyMore() {
        var taken = set(1, "taken");
        set(2, "other");

        heap.take().run();
        taken.cancel();
        runAll();

        assertThat(ran).containsExactly("taken", "other");
    }

    @Test
    void manyTimersThatAreSetAndCancelledLeaveNothingBehind() {
        for (int i = 0; i < 100_000; i++) {
            set(i, "dial timeout").cancel();
        }
        assertThat(heap.isEmpty()).isTrue();
    }
}
