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
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The link between the world and the engine. While it is down the world goes on unheard; when it is up again the engine
 * gets a snapshot, then what it missed and the snapshot does not contain: orders that ended, and for calls that are gone an end
 * of which nobody knows how it came.
 */
final class Wire {
    private final Consumer<EngineInput> sink;
    private final List<CallEvent> missed = new ArrayList<>();
    private boolean up;

    Wire(Consumer<EngineInput> sink) {
        this.sink = sink;
    }

    boolean isUp() {
        return up;
    }

    void tell(CallEvent event) {
        if (up) {
            sink.accept(event);
            return;
        }
        switch (event) {
            case CallEnded(var at, var callId, var _, var _) -> {
                missed.removeIf(before -> before.callId().equals(callId));
                missed.add(new CallEnded(at, callId, Outcome.UNKNOWN, EndedBy.UNKNOWN));
            }
            case OrderEnded _, KeyPressed _ -> missed.add(event);
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
            sink.accept(input);
        }
    }

    /** An order that can't be carried out is refused on this side of the link. */
    void tell(CallRefused refusal) {
        sink.accept(refusal);
    }

    void goDown(Instant at, String reason) {
        up = false;
        sink.accept(new LinkDown(at, reason));
    }

    void comeUp(Instant at, boolean restarted, Snapshot now) {
        up = true;
        sink.accept(new LinkUp(at, restarted, now));
        missed.forEach(sink);
        missed.clear();
    }

    void snapshot(Instant at, Snapshot now) {
        sink.accept(new LinkUp(at, false, now));
    }
}
