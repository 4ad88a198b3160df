package dev.outpace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualClockTest {
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final VirtualClock clock = new VirtualClock(START);
    private final List<String> ran = new ArrayList<>();

    @Test
    void timersRunInTheOrderOfTheirMomentsAndThoseOfOneMomentInTheOrderOfBeingSet() {
        set(2, "third");
        set(1, "first");
        set(1, "second");
        set(-5, "at once");

        clock.run(Duration.ofSeconds(10));

        assertThat(ran).containsExactly("at once", "first", "second", "third");
        assertThat(clock.wallTime()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void timeStandsAtTheTimerThatRuns() {
        var seen = new ArrayList<Instant>();
        clock.schedule(Duration.ofSeconds(3), () -> seen.add(clock.wallTime()));

        assertThat(clock.nextNanos()).isEqualTo(3_000_000_000L);
        assertThat(clock.runNext()).isTrue();
        assertThat(clock.runNext()).isFalse();
        assertThat(seen).containsExactly(START.plusSeconds(3));
    }

    @Test
    void runEndsBeforeTimersThatAreLater() {
        set(5, "at the end");
        set(6, "later");

        clock.runUntil(START.plusSeconds(5));

        assertThat(ran).containsExactly("at the end");
        assertThat(clock.pending()).isEqualTo(1);
    }

    @Test
    void aTimerSetForNowRunsAfterThoseOfThisMomentThatWereSetBefore() {
        clock.schedule(Duration.ofSeconds(1), () -> set(0, "last"));
        set(1, "before");

        clock.run(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("before", "last");
    }

    @Test
    void settingTheWallLeavesTimersAlone() {
        set(5, "timer");
        clock.run(Duration.ofSeconds(1));

        clock.setWallTime(START.plusSeconds(3600));
        clock.run(Duration.ofSeconds(4));

        assertThat(ran).containsExactly("timer");
        assertThat(clock.wallTime()).isEqualTo(START.plusSeconds(3604));
        assertThat(clock.monotonicNanos()).isEqualTo(5_000_000_000L);
    }

    @Test
    void aMomentOnTheWallThatHasPassedIsNow() {
        assertThat(clock.until(START.minusSeconds(1))).isZero();
        assertThat(clock.until(START.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(clock.wallTimeAfter(Duration.ofSeconds(1))).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void aTimerBeyondAllTimeNeverRuns() {
        clock.schedule(clock.until(Instant.parse("9999-01-01T00:00:00Z")), () -> ran.add("never"));

        clock.run(Duration.ofDays(36_500));

        assertThat(ran).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMixOfTimersAndCancelsRunsLikeASortedList(long seed) {
        record Expected(long at, int order) {}
        var random = new SplittableRandom(seed);
        var expected = new ArrayList<Expected>();
        var timers = new ArrayList<EngineClock.Timer>();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < 2_000; i++) {
            int number = i;
            long at = random.nextInt(300);
            expected.add(new Expected(at, i));
            timers.add(clock.schedule(Duration.ofNanos(at), () -> order.add(number)));
            if (random.nextInt(3) == 0) {
                int victim = random.nextInt(timers.size());
                timers.get(victim).cancel();
                timers.get(victim).cancel();
                expected.removeIf(timer -> timer.order() == victim);
            }
        }

        while (clock.runNext()) {}
        timers.forEach(EngineClock.Timer::cancel);

        expected.sort(Comparator.comparingLong(Expected::at).thenComparingInt(Expected::order));
        assertThat(order)
                .containsExactlyElementsOf(
                        expected.stream().map(Expected::order).toList());
    }

    private void set(long seconds, String name) {
        clock.schedule(Duration.ofSeconds(seconds), () -> ran.add(name));
    }
}
