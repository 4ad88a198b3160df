package dev.outpace.telephony;

import static dev.outpace.telephony.Timeless.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Telephony.CallRequest;
import dev.outpace.model.Address;
import dev.outpace.telephony.TestedExchange.Party;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the order of a call to its end, which is told once. */
public abstract class CallContractTest extends TelephonyContract {
    @Test
    void anAnsweredCallIsAcceptedRingsIsAnsweredAndEndsOnceWhenWeHangUp() {
        var call = answered(Party.ANSWERS);

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call))
                .containsExactly(
                        new CallAccepted(AT, call),
                        new CallRinging(AT, call),
                        new CallAnswered(AT, call),
                        new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.US));
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, BUSY, EXCHANGE",
        "REJECTS, REJECTED, CALLER",
        "WRONG_NUMBER, BAD_NUMBER, EXCHANGE",
        "NEVER_ANSWERS, NO_ANSWER, EXCHANGE"
    })
    void aCallThatNobodyTakesEndsByItselfAndSaysHow(Party party, Outcome outcome, EndedBy by) {
        var call = originate(party);

        awaitEnd(call);

        assertThat(ledger.of(call).getFirst()).isEqualTo(new CallAccepted(AT, call));
        assertThat(ledger.of(call).getLast()).isEqualTo(new CallEnded(AT, call, outcome, by));
        assertThat(ledger.of(call)).doesNotContain(new CallAnswered(AT, call));
    }

    @Test
    void aCallThatRingsIsCancelledByOurHangUp() {
        var call = originate(Party.NEVER_ANSWERS);
        await(new CallRinging(AT, call));

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call).getLast()).isEqualTo(new CallEnded(AT, call, Outcome.CANCELLED, EndedBy.US));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED_BY_THE_EXCHANGE")
    void aHangUpInTheSameBreathAsTheCallStillGivesOneEnd(Party party) {
        var call = originateWithoutSettling(party);
        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call)).first().isEqualTo(new CallAccepted(AT, call));
        assertThat(ledger.of(call)).last().isInstanceOf(CallEnded.class);
    }

    @Test
    void anAnswerThatCrossesWithOurHangUpIsToldAndTheCallEndsOnce() {
        var call = originate(Party.ANSWERS_AS_WE_HANG_UP);
        await(new CallRinging(AT, call));

        order(() -> telephony().hangUp(call));
        awaitEnd(call);

        assertThat(ledger.of(call))
                .containsSubsequence(
                        new CallAnswered(AT, call), new CallEnded(AT, call, Outcome.COMPLETED, EndedBy.US));
    }

    @Test
    void furtherHangUpsAndOrdersForUnknownCallsHaveNoEffect() {
        var call = answered(Party.ANSWERS);
        var unknown = new UUID(9, 9);

        order(() -> telephony().hangUp(call));
        order(() -> telephony().hangUp(call));
        order(() -> telephony().hangUp(unknown));
        order(() -> telephony().execute(nextOrder(), unknown, talk("Hello")));
        order(() -> telephony().joinQueue(unknown, SALES, Duration.ZERO));
        awaitEnd(call);
        order(() -> telephony().hangUp(call));
        settle();

        assertThat(ledger.of(call)).filteredOn(CallEnded.class::isInstance).hasSize(1);
        assertThat(ledger.of(unknown)).isEmpty();
    }

    @Test
    void ofARefusedCallNothingElseIsHeard() {
        var call = originate(Party.REFUSED_BY_THE_EXCHANGE);
        await(CallRefused.class);
        order(() -> telephony().hangUp(call));
        settle();

        assertThat(ledger.of(call)).singleElement().isInstanceOf(CallRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "'+12125550100\r\nAction: Originate'", "'+1212555\u00000100'"})
    void anAddressThatCouldSayMoreThanANumberIsRefused(String number) {
        var call = nextCall();
        order(() -> telephony()
                .originate(new CallRequest(call, CAMPAIGN, Address.tel(number), null, Duration.ofSeconds(30))));
        settle();

        assertThat(ledger.of(call)).singleElement().isInstanceOf(CallRefused.class);
    }
}
