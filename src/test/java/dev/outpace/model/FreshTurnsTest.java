package dev.outpace.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshTurnsTest {
    /** What is taken while there are enough of both: F for fresh, R for due again. */
    private static String taken(int share, int number) {
        var turns = FreshTurns.NONE;
        var taken = new StringBuilder();
        for (int i = 0; i < number; i++) {
            boolean fresh = turns.freshFirst(share);
            taken.append(fresh ? 'F' : 'R');
            turns = turns.taken(fresh, share);
        }
        return taken.toString();
    }

    @Test
    void oneAfterTheOtherUnlessSaidOtherwise() {
        assertThat(taken(CampaignOptions.FRESH_SHARE, 6)).isEqualTo("RFRFRF");
        assertThat(taken(0, 4)).isEqualTo("RRRR");
        assertThat(taken(100, 4)).isEqualTo("FFFF");
        assertThat(taken(75, 8)).isEqualTo("RFFFRFFF");
        assertThat(taken(25, 8)).isEqualTo("RRRFRRRF");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 33, 50, 67, 90, 99})
    void theShareIsKept(int share) {
        long fresh = taken(share, 10_000).chars().filter(one -> one == 'F').count();
        assertThat(fresh).isBetween(100L * share - 2, 100L * share + 2);
    }

    @Test
    void whatIsNotUsedIsNotKept() {
        var turns = FreshTurns.NONE;
        for (int i = 0; i < 50; i++) {
            turns = turns.taken(false, 50);
        }
        assertThat(turns.freshFirst(50)).isTrue();
        turns = turns.taken(true, 50);
        assertThat(turns.freshFirst(50)).isFalse();
        for (int i = 0; i < 50; i++) {
            turns = turns.taken(true, 50);
        }
        assertThat(turns.taken(false, 50).freshFirst(50)).isTrue();
    }
}
