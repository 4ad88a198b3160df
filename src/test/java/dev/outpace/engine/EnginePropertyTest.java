package dev.outpace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens on the floor, in whatever order: no launch breaks the rule or a limit, no target or address is in two calls,
 * no try is beyond the plan, nobody waits in vain, a stopped campaign has no call, a cut at any step keeps all of it, and in the
 * end every target is done or not callable. {@code -Dseed=N} repeats one day.
 */
@SuppressWarnings("NullAway")
class EnginePropertyTest {
    private static final int DAYS = Integer.getInteger("days", 60);
    private static final int STORED_DAYS = Integer.getInteger("storedDays", 3);
    private static final int STEPS = 250;

    private static LongStream seeds(int days) {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : new SplittableRandom(20_261_125).longs(days);
    }

    @Test
    void anyDayKeepsEveryRule() {
        var days = seeds(DAYS)
                .mapToObj(seed -> day(seed, before -> before == null ? new EngineRig() : before.cut()))
                .toList();
        if (DAYS > 10 && Long.getLong("seed") == null) {
            assertThat(days.stream().mapToInt(day -> day.takenLate).sum())
                    .as("callers taken late, whom the days check")
                    .isGreaterThan(DAYS / 10);
            assertThat(days.stream().mapToInt(day -> day.slowed).sum())
                    .as("halved rates, which the days check")
                    .isGreaterThan(DAYS / 10);
        }
    }

    @Test
    void anyDayKeepsEveryRuleOnTheRealStoreWhichAnswersAsTheOneInMemory(@TempDir Path folder) {
        seeds(STORED_DAYS).forEach(seed -> {
            var days = new StoredDay(folder.resolve(Long.toString(seed)));
            day(seed, days::next);
            days.twin.close();
        });
    }

    private static final class StoredDay {
        private final Path folder;
        private TwinStore twin;

        StoredDay(Path folder) {
            this.folder = folder;
        }

        EngineRig next(EngineRig before) {
            if (twin != null) {
                twin.close();
            }
            var rig = before == null ? new EngineRig() : before.cut();
            twin = new TwinStore(rig.store, folder);
            rig.pool = twin;
            rig.factLog = twin;
            rig.targets = twin;
            rig.opening = twin::state;
            return rig;
        }
    }

    private static RandomFloor day(long seed, RandomFloor.Opener opener) {
        try {
            var floor = new RandomFloor(seed, opener);
            floor.run(STEPS);
            assertThat(floor.check).isNotNull();
            return floor;
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("-Dseed=" + seed + ": " + broken.getMessage(), broken);
        }
    }
}
