package dev.outpace.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.engine.TargetPool.ClaimResult;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.model.Address;
import dev.outpace.model.NextTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers that are shown before a campaign starts are those that it calls. */
@SuppressWarnings("NullAway")
class TargetPreviewTest extends StoreFixture {
    private static final int NUMBERS = 3;
    private static final Duration LATER = Duration.ofMinutes(20);

    static List<Integer> seeds() {
        var seeds = new ArrayList<Integer>();
        for (int seed = 1; seed <= 30; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    private static Claim claim(Instant now, Set<String> inCall, boolean freshFirst) {
        return new Claim(
                UUID.randomUUID(),
                campaign(),
                outplan(2, 2, 0, 0, 0),
                now,
                address -> inCall.contains(address.dialKey()),
                false,
                freshFirst,
                GAP);
    }

    private NextTargets preview(Instant now) {
        return store.targetQueries().next(claim(now, Set.of(), false), NUMBERS).join();
    }

    /** The same numbers, called one after the other while all before are in progress. */
    private List<Address> called(Instant now) {
        var called = new ArrayList<Address>();
        var inCall = new HashSet<String>();
        boolean freshFirst = false;
        while (called.size() < NUMBERS) {
            switch (store.targetPool().claim(claim(now, inCall, freshFirst))) {
                case Claimed claimed -> {
                    called.add(claimed.call().destination());
                    inCall.add(claimed.call().destination().dialKey());
                    freshFirst = claimed.target().lastResult() != null;
                }
                case ClaimResult.NothingDue _ -> {
                    return called;
                }
                case ClaimResult.Unfinished _ -> {
                    // Goes on with the next claim.
                }
            }
        }
        return called;
    }

    private String number(SplittableRandom random) {
        // Few numbers, so that targets share some.
        return random.nextInt(4) == 0 ? null : "+121255501" + (10 + random.nextInt(20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theShownNumbersAreThoseThatAreCalled(int seed) {
        var random = new SplittableRandom(seed);
        int targets = random.nextInt(1, 25);
        for (int i = 0; i < targets; i++) {
            store.targets().add(target(number(random), number(random))).join();
        }
        int before = random.nextInt(targets);
        for (int i = 0; i < before; i++) {
            var earlier = store.targetPool()
                    .claim(claim(
                            NOW.minus(Duration.ofSeconds(random.nextInt(0, 3_600))), Set.of(), random.nextBoolean()));
            if (earlier instanceof Claimed claimed) {
                fail(claimed, NOW.plusSeconds(random.nextInt(-3_600, 3_600)));
            }
        }
        for (var now : List.of(NOW, NOW.plus(LATER))) {
            // Now all of it stands in the database, where the preview looks.
            reopen();
            var shown = preview(now);
            assertThat(shown).as("looking changes nothing").isEqualTo(preview(now));
            assertThat(shown.first()).as("at %s", now).isEqualTo(called(now));
        }
    }

    @Test
    void afterATargetThatWasCalledBeforeAFreshOneHasItsTurn() {
        for (int i = 0; i < 6; i++) {
            store.targets().add(target("+1212555010" + i)).join();
        }
        for (int i = 0; i < 3; i++) {
            fail(claimed(NOW), NOW.plusSeconds(i + 1));
        }
        reopen();
        assertThat(preview(NOW.plus(LATER)).first())
                .extracting(Address::target)
                .containsExactly("+12125550100", "+12125550103", "+12125550101");
    }
}
