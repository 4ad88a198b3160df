package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The link between the world and the engine. While it is down the world goes on unheard; when it is up again the engine
 * gets a snapshot, then what it missed and the snapshot does not contain: orders that ended, and for calls that are gone an end
 * of which nobody knows how it came.
 */
final class Wire {
    private final FaultyLine line;
    private final List<CallEvent> missed = new ArrayList<>();
    private boolean up;

    Wire(FaultyLine line) {
        this.line = line;
    }

    /** Whether the exchange never hears the next order; without a link it hears none. */
    boolean losesOrder() {
        return !up || line.losesOrder();
    }

    boolean isUp() {
        return up;
    }

    void tell(CallEvent event) {
        if (up) {
            line.tell(event);
            return;
        }
        switch (event) {
            case CallEnded(var at, var callId, var _, var _) -> {
                missed.removeIf(before -> before.callId().equals(callId));
                missed.add(new CallEnded(at, callId, Outcome.UNKNOWN, EndedBy.UNKNOWN));
            }
            case OrderEnded _, KeyPressed _, OthersCalled _ -> missed.add(event);
            default -> {
                // The snapshot has it.
            }
        }
    }

    void tell(AgentChanged change) {
        ifUp(change);
    }

    void tell(OrderAccepted answer) {
        ifUp(answer);
    }

    void tell(OrderRefused answer) {
        ifUp(answer);
    }

    private void ifUp(EngineInput input) {
        if (up) {
            line.tell(input);
        }
    }

    /** While the link is down a call is refused on this side of it. */
    void tell(CallRefused refusal) {
        if (up) {
            line.tell(refusal);
        } else {
            line.refuse(refusal);
        }
    }

    void goDown(Instant at, String reason) {
        up = false;
        line.tell(new LinkDown(at, reason));
    }

    void comeUp(Instant at, boolean restarted, Snapshot now) {
        up = true;
        line.tell(new LinkUp(at, restarted, now));
        missed.forEach(line::tell);
        missed.clear();
    }

    void snapshot(Instant at, Snapshot now) {
        line.tell(new LinkUp(at, false, now));
    }
}
