package dev.outpace.telephony.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallEvidenceTest {
    private final CallEvidence evidence = new CallEvidence();

    @ParameterizedTest
    @CsvSource({
        "17, 486, BUSY, EXCHANGE",
        "17, 600, BUSY, EXCHANGE",
        "17, 0, BUSY, EXCHANGE",
        "21, 603, REJECTED, CALLER",
        "21, 0, REJECTED, CALLER",
        // The carrier forbids or does not know us: nobody declined.
        "21, 403, FAILED, EXCHANGE",
        "21, 401, FAILED, EXCHANGE",
        "1, 404, BAD_NUMBER, EXCHANGE",
        "28, 484, BAD_NUMBER, EXCHANGE",
        "34, 503, CONGESTED, EXCHANGE",
        "38, 500, CONGESTED, EXCHANGE",
        "42, 0, CONGESTED, EXCHANGE",
        "19, 480, NO_ANSWER, EXCHANGE",
        "18, 408, UNREACHABLE, EXCHANGE",
        "27, 502, FAILED, EXCHANGE",
        "0, 0, FAILED, EXCHANGE"
    })
    void aCallThatDidNotRingEndsByCauseAndStatus(int cause, int techCause, Outcome outcome, EndedBy by) {
        evidence.gone(cause, techCause, false);

        assertThat(evidence.outcome()).isEqualTo(outcome);
        assertThat(evidence.by()).isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource({"5, BUSY", "8, CONGESTED", "0, FAILED", "3, UNREACHABLE"})
    void withoutACauseTheReasonOfTheOriginateTells(int reason, Outcome outcome) {
        evidence.gone(0, 0, false);
        assertThat(evidence.isUnsettled()).isTrue();
        evidence.originated(reason);

        assertThat(evidence.isUnsettled()).isFalse();
        assertThat(evidence.outcome()).isEqualTo(outcome);
    }

    @Test
    void theSameCauseIsNoAnswerAfterARingAndUnreachableWhereNothingRang() {
        evidence.gone(19, 480, true);
        assertThat(evidence.outcome()).as("the carrier is dead").isEqualTo(Outcome.UNREACHABLE);
        evidence.rang();
        assertThat(evidence.outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    /** Older releases of Asterisk give no cause to a dial timeout. */
    @Test
    void aRingToTheTimeoutWithoutACauseIsNoAnswer() {
        evidence.rang();
        evidence.gone(0, 0, true);
        assertThat(evidence.outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void onlyOurOrderTellsThatACallWasCancelled() {
        evidence.rang();
        evidence.orderedToEnd();
        evidence.dialed("NOANSWER");
        evidence.gone(16, 487, false);

        assertThat(evidence.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(evidence.by()).isEqualTo(EndedBy.US);
    }

    @Test
    void anEndOfTheNetworkThatCrossesWithOurOrderCounts() {
        evidence.orderedToEnd();
        evidence.gone(17, 486, false);

        assertThat(evidence.outcome()).isEqualTo(Outcome.BUSY);
        assertThat(evidence.by()).isEqualTo(EndedBy.EXCHANGE);
    }

    @Test
    void anAnsweredCallIsCompletedWhateverTheCauseAndTheFirstWhoHangsUpEndsIt() {
        evidence.answered();
        evidence.farEndHungUp();
        evidence.orderedToEnd();
        evidence.gone(0, 0, false);
        assertThat(evidence.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(evidence.by()).isEqualTo(EndedBy.CALLER);

        var ours = new CallEvidence();
        ours.answered();
        ours.orderedToEnd();
        ours.farEndHungUp();
        ours.gone(34, 503, false);
        assertThat(ours.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(ours.by()).isEqualTo(EndedBy.US);
    }

    @Test
    void anAnsweredCallThatNobodyOrderedToEndWasEndedByTheExchange() {
        evidence.answered();
        evidence.gone(0, 0, false);
        assertThat(evidence.by()).isEqualTo(EndedBy.EXCHANGE);
    }
}
