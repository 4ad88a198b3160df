package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.EndCause;

/** How a call ended, told from all that is known of it together, never from the exchange's word alone. */
final class CallEnd {
    private CallEnd() {}

    static EndCause cause(ActiveCall call, Outcome outcome) {
        if (call.facts.connectedAt() != null) {
            return EndCause.NORMAL;
        }
        if (call.answeredTooLate) {
            return EndCause.ABANDONED;
        }
        if (call.facts.answeredAt() != null) {
            return answered(call, outcome);
        }
        return switch (outcome) {
            case BUSY -> EndCause.BUSY;
            case REJECTED -> EndCause.REJECTED;
            case BAD_NUMBER -> EndCause.BAD_NUMBER;
            case NO_ANSWER -> EndCause.NO_ANSWER;
            case UNKNOWN -> EndCause.LOST;
            // That we hung up tells more than what the exchange makes of it.
            case CANCELLED, COMPLETED, FAILED ->
                call.hangUpCause != null
                        ? call.hangUpCause
                        : outcome == Outcome.CANCELLED ? EndCause.CANCELLED : EndCause.FAILED;
        };
    }

    private static EndCause answered(ActiveCall call, Outcome outcome) {
        if (outcome == Outcome.UNKNOWN && call.flowEnd == null) {
            // Perhaps an agent took the call: nobody can say that it was abandoned.
            return EndCause.LOST;
        }
        if (call.joined) {
            return EndCause.ABANDONED;
        }
        if (call.flowEnd != null) {
            return call.flowEnd;
        }
        return call.hangUpCause != null ? call.hangUpCause : EndCause.HUNG_UP;
    }
}
