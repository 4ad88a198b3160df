package dev.outpace.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final HandCrankedFx fx = new HandCrankedFx();
    private final Pulse pulse = fx.pulse();
    private final List<String> shown = new ArrayList<>();

    @Test
    void onlyTheLatestOfAKeyIsShown() {
        pulse.put("a", () -> shown.add("a1"));
        pulse.put("b", () -> shown.add("b1"));
        pulse.put("a", () -> shown.add("a2"));
        fx.pass(Pulse.LIVELY);
        assertThat(shown).containsExactly("a2", "b1");
    }

    @Test
    void nothingIsShownMoreOftenThanThePeriod() {
        for (int i = 0; i < 100; i++) {
            int number = i;
            pulse.put("a", () -> shown.add(Integer.toString(number)));
            fx.pass(10);
        }
        assertThat(shown).hasSizeBetween(5, (int) (1_000 / Pulse.LIVELY));
    }

    @Test
    void whatComesWhileABatchIsWorkedOffWaitsForTheNext() {
        pulse.put("a", () -> {
            shown.add("first");
            pulse.put("a", () -> shown.add("second"));
        });
        fx.pass(Pulse.LIVELY);
        assertThat(shown).containsExactly("first");
        fx.pass(Pulse.LIVELY);
        assertThat(shown).containsExactly("first", "second");
    }

    @Test
    void afterACommandWhatWaitsIsShownAtOnceAndNotTwice() {
        pulse.put("a", () -> shown.add("a"));
        pulse.hurry();
        fx.settle();
        assertThat(shown).containsExactly("a");
        fx.pass(10 * Pulse.LIVELY);
        assertThat(shown).containsExactly("a");
    }

    @Test
    void afterACommandTheNextChangeIsShownAtOnceWhenNoneWaited() {
        pulse.hurry();
        pulse.put("a", () -> shown.add("a"));
        fx.settle();
        assertThat(shown).containsExactly("a");
        pulse.put("a", () -> shown.add("later"));
        fx.settle();
        assertThat(shown).containsExactly("a");
    }

    @Test
    void aChangeThatFailsDoesNotKeepTheOthersFromBeingShown() {
        pulse.put("a", () -> {
            throw new IllegalStateException("on purpose");
        });
        pulse.put("b", () -> shown.add("b"));
        fx.pass(Pulse.LIVELY);
        pulse.put("c", () -> shown.add("c"));
        fx.pass(Pulse.LIVELY);
        assertThat(shown).containsExactly("b", "c");
    }

    @Test
    void aBeatComesUntilItsSubscriptionEnds() {
        var beat = pulse.every(1_000, () -> shown.add("beat"));
        fx.pass(3_000);
        beat.unsubscribe();
        fx.pass(3_000);
        assertThat(shown).hasSize(3);
    }
}
