package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders to the leg of a call: each has an end, and one only. */
public abstract class MediaContractTest extends TelephonyContract {
    @Test
    void aSpokenTextEndsWhileTheCallGoesOn() {
        var call = answered(Party.ANSWERS);

        order(() -> telephony().execute(nextOrder(), call, talk("Good morning, this is a call about your renewal.")));
        await(new OrderEnded(AT, latestOrder, call, MediaResult.DONE));

        assertThat(ledger.openCalls()).containsExactly(call);
    }

    @Test
    void aHangUpCutsASpokenTextAndOnlyTheEndIsHeard() {
        var call = answered(Party.ANSWERS);
        order(() -> telephony().execute(nextOrder(), call, talk("word ".repeat(200))));
        settle();

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call)).doesNotHaveAnyElementsOfTypes(OrderEnded.class);
    }

    @Test
    void everyOrderThatItSaysItCanDoEnds() {
        var call = answered(Party.ANSWERS);
        var orders = List.of(
                new MediaOrder.Play(List.of(exchange.sound(), exchange.sound())),
                new MediaOrder.Beep(),
                new MediaOrder.SendDigits("12#", Duration.ofMillis(100), Duration.ZERO),
                new MediaOrder.Echo(Duration.ofSeconds(2)),
                new MediaOrder.DetectMachine(true),
                new MediaOrder.StartRecording("wav", Duration.ZERO, "", Duration.ZERO),
                new MediaOrder.StopRecording(),
                new MediaOrder.Connect(List.of(number(Party.HANGS_UP)), null, false));

        for (int i = 0; i < orders.size(); i++) {
            var media = orders.get(i);
            order(() -> telephony().execute(nextOrder(), call, media));
            settle();
            await(new OrderEnded(AT, latestOrder, call, MediaResult.DONE));
        }
    }

    @Test
    void whoIsCalledForACallerTakesALineUntilTheyGo() {
        var call = answered(Party.ANSWERS);
        var media = new MediaOrder.Connect(List.of(number(Party.HANGS_UP)), null, false);
        order(() -> telephony().execute(nextOrder(), call, media));
        settle();
        await(new OrderEnded(AT, latestOrder, call, MediaResult.DONE));
        settle();
        assertThat(ledger.of(call))
                .filteredOn(OthersCalled.class::isInstance)
                .containsExactly(new OthersCalled(AT, call, 1), new OthersCalled(AT, call, 0));
    }

    @Test
    void keysThatWerePressedAreToldByThemselvesBeforeTheEndOfTheirOrder() {
        var call = answered(Party.ANSWERS);
        order(() -> telephony().execute(nextOrder(), call, new MediaOrder.ReceiveDigits(Duration.ofSeconds(3), 1, "")));
        await(new OrderEnded(AT, latestOrder, call, MediaResult.DONE));
        assertThat(ledger.of(call))
                .filteredOn(KeyPressed.class::isInstance)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(pressed ->
                        assertThat(String.valueOf(((KeyPressed) pressed).key())).matches("[0-9*#]"));
    }

    @Test
    void aCancelledOrderEndsAtOnceAndTheCallGoesOn() {
        var call = answered(Party.ANSWERS);
        order(() -> telephony().execute(nextOrder(), call, talk("word ".repeat(200))));
        settle();
        order(() -> telephony().cancel(latestOrder));
        settle();
        assertThat(ledger.of(call)).last().isInstanceOf(OrderEnded.class);
        assertThat(ledger.openCalls()).containsExactly(call);
    }
}
