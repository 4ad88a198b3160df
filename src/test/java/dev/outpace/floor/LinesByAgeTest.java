package dev.outpace.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinesByAgeTest {
    private static final double NANOS = 1e9;

    private final CallFloor floor = new CallFloor(() -> 0, _ -> {});
    private final LinesByAge lines =
            new LinesByAge(floor.campaign(new UUID(0, 10), new UUID(0, 20), () -> {}), null, 0);

    private static long at(double seconds) {
        return (long) (seconds * NANOS);
    }

    private List<String> ages(double now) {
        var ages = new ArrayList<String>();
        lines.forEach(at(now), (age, calls) -> ages.add(age + ": " + calls));
        return ages;
    }

    @Test
    void theYoungestComeFirst() {
        lines.begins(at(1.1));
        lines.begins(at(1.4));
        lines.begins(at(7));

        assertThat(ages(8)).containsExactly("2: 1", "14: 2");
        assertThat(lines.count()).isEqualTo(3);
    }

    @Test
    void whoEndsIsGoneAndOnesTooOldHaveNoAge() {
        lines.begins(at(1));
        lines.begins(at(2));
        lines.begins(at(100));
        lines.ends(at(2));

        assertThat(ages(101)).containsExactly("2: 1", "200: 1");
        assertThat(ages(1 + LinesByAge.STEPS * LinesByAge.STEP_SECONDS)).containsExactly("58: 1");
        assertThat(lines.count()).isEqualTo(2);
    }

    @Test
    void theyAreCountedByAgeInWhateverOrderTheyBeginAndEnd() {
        var random = new SplittableRandom(3);
        var here = new ArrayList<Long>();
        for (int i = 0; i < 3_000; i++) {
            long now = at(i * 0.1);
            if (here.isEmpty() || random.nextInt(100) < 52) {
                long begun = now - at(random.nextInt(4) == 0 ? 20 * random.nextDouble() : 0);
                lines.begins(Math.max(0, begun));
                here.add(Math.max(0, begun));
            } else {
                lines.ends(here.remove(random.nextInt(here.size())));
            }
            assertThat(counted(now)).isEqualTo(counted(here, now));
        }
    }

    private Map<Integer, Integer> counted(long now) {
        var counted = new TreeMap<Integer, Integer>();
        lines.forEach(now, counted::put);
        return counted;
    }

    private static Map<Integer, Integer> counted(List<Long> begun, long now) {
        long step = at(LinesByAge.STEP_SECONDS);
        var counted = new TreeMap<Integer, Integer>();
        for (long one : begun) {
            int age = (int) (now / step - one / step);
            if (age < LinesByAge.STEPS) {
                counted.merge(age, 1, Integer::sum);
            }
        }
        return counted;
    }
}
