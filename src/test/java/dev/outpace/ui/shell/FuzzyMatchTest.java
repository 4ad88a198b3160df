package dev.outpace.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void theStartOfTheTextComesBeforeTheStartOfAWordAndThatBeforeTheMiddleOfOne() {
        var best = Stream.of("Unwell agents", "Stop Welcome calls", "Welcome calls", "w e l")
                .sorted(Comparator.comparingInt(text -> -match("wel", text).score()))
                .toList();
        assertThat(best).containsExactly("Welcome calls", "Stop Welcome calls", "Unwell agents", "w e l");
    }

    @Test
    void theMatchedLettersAreNamed() {
        assertThat(match("wel", "Stop Welcome calls").letters()).containsExactly(5, 6, 7);
        assertThat(match("nc", "New customers").letters()).containsExactly(0, 4);
        assertThat(match("cal 2", "Calls in 2026").letters()).containsExactly(0, 1, 2, 9);
    }

    @Test
    void lettersInAnotherOrderOrMissingDoNotMatch() {
        assertThat(FuzzyMatch.of("lew", "Welcome")).isNull();
        assertThat(FuzzyMatch.of("wex", "Welcome")).isNull();
    }

    @Test
    void nothingTypedMatchesAll() {
        assertThat(match("  ", "Welcome").letters()).isEmpty();
    }

    private static FuzzyMatch match(String typed, String text) {
        return Objects.requireNonNull(FuzzyMatch.of(typed, text));
    }
}
