package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that people press and that flows send. */
class AsteriskKeysTest extends AsteriskFlowRig {
    @Test
    void keysBetweenOrdersAreToldAndAnOrderForKeysEndsByItsLastKey() {
        answered(PRESSES_1_2_POUND);
        order(keys(0, "#"));
        run(Duration.ofSeconds(4));
        assertThat(ledger.of(CALL))
                .filteredOn(KeyPressed.class::isInstance)
                .extracting(input -> ((KeyPressed) input).key())
                .containsExactly('1', '2', '#');
        assertThat(ledger.of(CALL)).last().isInstanceOf(OrderEnded.class);
        assertThat(commands()).as("Asterisk is told nothing").isEmpty();
    }

    @Test
    void enoughKeysEndAnOrderAndFurtherOnesAreStillTold() {
        answered(PRESSES_1_2_POUND);
        order(keys(2, ""));
        run(Duration.ofSeconds(4));
        assertThat(ledger.of(CALL).stream().skip(3))
                .extracting(Object::getClass)
                .isEqualTo(List.of(KeyPressed.class, KeyPressed.class, OrderEnded.class, KeyPressed.class));
    }

    /** The engine gave the order before it heard of the key, so it waits for one more than it would have. */
    @Test
    void aKeyThatIsHeardInTheMomentOfTheOrderCounts() {
        answered(PRESSES_1_2_POUND);
        while (ledger.of(CALL).stream().noneMatch(KeyPressed.class::isInstance)) {
            exchange.clock.runNext();
        }
        order(keys(1, ""));
        run(Duration.ZERO);
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void keysThatWereHeardBeforeTheOrderDoNotCountAgain() {
        answered(PRESSES_1_2_POUND);
        while (ledger.of(CALL).stream().noneMatch(KeyPressed.class::isInstance)) {
            exchange.clock.runNext();
        }
        order(new MediaOrder.ReceiveDigits(Duration.ofSeconds(20), 1, "", 1));
        run(Duration.ZERO);
        assertThat(results()).isEmpty();
        run(Duration.ofSeconds(2));
        assertThat(results()).containsExactly(MediaResult.DONE);
        assertThat(ledger.of(CALL)).filteredOn(KeyPressed.class::isInstance).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void withoutKeysTheOrderEndsAfterItsTime() {
        answered(ANSWERS);
        order(new MediaOrder.ReceiveDigits(Duration.ofSeconds(3), 1, ""));
        run(Duration.ofMillis(2_999));
        assertThat(ends()).isEmpty();
        run(Duration.ofMillis(1));
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @Test
    void keysThatNobodyPressesWhileTheLinkIsDownEndTheOrderAfterwards() {
        answered(ANSWERS);
        order(new MediaOrder.ReceiveDigits(Duration.ofSeconds(1), 0, ""));
        asterisk.cut();
        run(Duration.ofSeconds(3));
        assertThat(ends()).isEmpty();
        asterisk.restore();
        run(Duration.ofSeconds(2));
        assertThat(results()).containsExactly(MediaResult.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1\r\n2", "${X}", "1w2", "1 2"})
    void whatIsNoKeyIsNotSent(String keys) {
        answered(ANSWERS);
        order(new MediaOrder.SendDigits(keys, Duration.ZERO, Duration.ZERO));
        run(Duration.ofSeconds(1));
        assertThat(results()).extracting(MediaResult::problem).containsExactly("flow.failed.keys");
        assertThat(commands()).isEmpty();
    }
}
