package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom flows bring together with others. */
class AsteriskConnectTest extends AsteriskFlowRig {
    @Test
    void othersAreCalledOverTheTrunkAndTheFlowGoesOnAfterThem() {
        answered(ANSWERS);
        order(new MediaOrder.Connect(
                List.of(Address.tel("+12125550177"), Address.tel("+12125550178")), Address.tel("+12125550190"), false));
        run(Duration.ofSeconds(6));
        assertThat(results()).containsExactly(MediaResult.DONE);
        assertThat(commands())
                .contains("EXEC Dial \"PJSIP/12125550177@carrier&PJSIP/12125550178@carrier,60,grf(+12125550190)\"");
    }

    private void connected() {
        answered(ANSWERS);
        order(new MediaOrder.Connect(List.of(Address.tel("+12125550177")), null, false));
        run(Duration.ofMillis(500));
        assertThat(kept()).as("while the other's phone rings").isNotEqualTo("0");
        run(Duration.ofSeconds(2));
    }

    private String kept() {
        return asterisk.kept("outpace-test-" + CALL);
    }

    @Test
    void whoTalksWithSomebodyElseTalksOnWithoutUsAndWhoIsAloneAgainDoesNot() {
        connected();
        assertThat(kept()).as("as long as they talk").isEqualTo("0");
        run(Duration.ofSeconds(6));
        assertThat(kept()).isEqualTo("15");
        assertThat(commands())
                .as("also if we are gone by then")
                .endsWith("SET VARIABLE \"TIMEOUT(absolute)\" \"15\"", "GET VARIABLE \"DIALSTATUS\"");
    }

    @Test
    void aTalkWithSomebodyElseIsTakenOverByTheNextRunAndEndsTheCallWhenItIsOver() {
        connected();
        exchange.telephony().close();
        var told = new ArrayList<EngineInput>();
        var next = exchange.telephony(told::add, AsteriskExchange.SETTINGS);
        next.connect();
        run(Duration.ofSeconds(1));
        assertThat(((LinkUp) told.getFirst()).now().calls()).containsEntry(CALL, CallNow.of(CallStage.TRANSFERRED));
        assertThat(kept()).isEqualTo("0");
        run(Duration.ofSeconds(6));
        assertThat(told)
                .filteredOn(CallEnded.class::isInstance)
                .singleElement()
                .extracting(input -> ((CallEnded) input).callId())
                .isEqualTo(CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12&Local/1@world", "1,2", "1\r\nAction: Originate", "${X}", "nobody"})
    void whoCanNotBeCalledIsNotCalled(String number) {
        answered(ANSWERS);
        order(new MediaOrder.Connect(List.of(Address.tel(number)), null, true));
        run(Duration.ofSeconds(1));
        assertThat(results()).extracting(MediaResult::problem).containsExactly("flow.failed.no_address");
        assertThat(commands()).isEmpty();
    }

    @Test
    void aConferenceLastsUntilTheCallerGoesOrItIsCancelled() {
        answered(ANSWERS);
        var order = order(new MediaOrder.Conference(CALL));
        run(Duration.ofMinutes(30));
        assertThat(ends()).isEmpty();
        assertThat(commands()).containsExactly("EXEC ConfBridge \"outpace-" + CALL + '"');
        ledger.during(() -> exchange.telephony().cancel(order));
        run(Duration.ofMillis(100));
        assertThat(ends()).extracting(OrderEnded::order).containsExactly(order);
    }

    @Test
    void aConferenceWithoutAnIdIsNone() {
        answered(ANSWERS);
        order(new MediaOrder.Conference(new UUID(0, 0)));
        run(Duration.ofSeconds(1));
        assertThat(results()).extracting(MediaResult::problem).containsExactly("flow.failed.no_conference");
    }
}
