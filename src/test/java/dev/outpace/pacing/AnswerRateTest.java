package dev.outpace.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRateTest {
    private final AnswerRate rate = AnswerRate.ofDials();
    private final SplittableRandom random = new SplittableRandom(3);

    private void see(int count, double answered) {
        for (int i = 0; i < count; i++) {
            rate.observe(random.nextDouble() < answered, 20);
        }
    }

    @Test
    void beginsWithMoreAnswersThanAreLikely() {
        assertThat(rate.now()).isGreaterThan(0.5);
    }

    /** A few dials with many answers by chance are taken for a rise at first, so it is a little more in the mean. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.12, 0.3, 0.6})
    void comesToTheShareThatAnswers(double answered) {
        see(5_000, answered);

        assertThat(meanOf(20_000, answered)).isBetween(0.99 * answered, 1.15 * answered);
    }

    private double meanOf(int dials, double answered) {
        double sum = 0;
        for (int i = 0; i < dials; i++) {
            see(1, answered);
            sum += rate.now();
        }
        return sum / dials;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.4})
    void followsAJumpWithinThreeHundredDials(double times) {
        see(5_000, 0.3);
        see(300, 0.3 * times);

        assertThat(meanOf(1_000, 0.3 * times)).isCloseTo(0.3 * times, within(0.04));
    }

    /** A list whose numbers answer far more often must not wait for the long memories. */
    @Test
    void followsADoublingWithinOneRoundOfDials() {
        see(5_000, 0.15);
        see(60, 0.5);

        assertThat(rate.now()).isGreaterThan(0.3);
    }

    @Test
    void neverBelievesThatDeadNumbersAreAllThatComes() {
        see(2_000, 0.3);
        see(1_000, 0);

        assertThat(rate.now()).isGreaterThan(0.05);
    }

    private record Outcome(double at, boolean answered) {}

    /** When dialing starts all at once, answers come first and failures later, and so it goes on in waves. */
    @Test
    void wavesOfAnswersAndFailuresInALargeRoomTeachLittle() {
        int perSecond = 40;
        int dials = 60_000;
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < dials; i++) {
            // Twice as many in one half of each minute as in the other.
            double dialedAt = i / (double) perSecond + (i / (30 * perSecond) % 2) * 10;
            boolean answered = random.nextDouble() < 0.2;
            outcomes.add(new Outcome(dialedAt + (answered ? 9 : 26), answered));
        }
        outcomes.sort(Comparator.comparingDouble(Outcome::at));
        int ringing = 22 * perSecond;
        double lowest = 1;
        double highest = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            rate.observe(outcomes.get(i).answered(), ringing);
            if (i > outcomes.size() / 2) {
                lowest = Math.min(lowest, rate.now());
                highest = Math.max(highest, rate.now());
            }
        }
        assertThat(lowest).isGreaterThan(0.17);
        assertThat(highest).isLessThan(0.26);
    }

    @Test
    void itBeginsWithWhatEarlierDialsCameToAndGivesThatUpSoon() {
        assertThat(rate.isKnown()).isFalse();
        rate.knew(50, 500);
        rate.knew(150, 500);
        assertThat(rate.isKnown()).isTrue();
        assertThat(rate.now()).isCloseTo(0.2, within(0.01));
        for (int i = 0; i < 150; i++) {
            rate.observe(i % 2 == 0, 20);
        }
        assertThat(rate.now()).isGreaterThan(0.4);
    }

    /** Of 170 lines dialed at once those fail first that are no numbers, then the people answer, and at last the others fail. */
    @Test
    void theFirstWaveOfOutcomesDoesNotHideWhatIsKnown() {
        rate.knew(600, 2_000);
        double lowest = 1;
        double highest = 0;
        for (int i = 0; i < 170; i++) {
            rate.observe(i >= 25 && i < 76, 170);
            lowest = Math.min(lowest, rate.now());
            highest = Math.max(highest, rate.now());
        }
        assertThat(lowest).isGreaterThan(0.28);
        assertThat(highest).isLessThan(0.34);
    }

    @Test
    void aNewListOfTheSameNumbersBeginsWithTheRateOfTheOther() {
        for (int i = 0; i < 500; i++) {
            rate.observe(i % 5 == 0, 20);
        }
        var other = AnswerRate.ofDials();
        other.knewAs(rate);

        assertThat(other.isKnown()).isTrue();
        assertThat(other.now()).isCloseTo(rate.now(), within(0.01));
        assertThat(AnswerRate.ofDials().isKnown()).isFalse();
    }
}
