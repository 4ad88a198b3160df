package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.model.AgentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The link between the world and the engine. While it is down the world goes on unheard; when it is up again the engine
 * gets a snapshot, then what it missed of calls that are still there, and for those that are gone an end of which nobody
 * knows how it came.
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
        } else if (event instanceof CallEnded ended) {
            missed.removeIf(before -> before.callId().equals(ended.callId()));
            missed.add(new CallEnded(ended.callId(), Outcome.UNKNOWN));
        } else {
            missed.add(event);
        }
    }

    void tell(AgentChanged change) {
        if (up) {
            sink.accept(change);
        }
    }

    /** An order that can't be carried out is refused on this side of the link. */
    void tell(CallRefused refusal) {
        sink.accept(refusal);
    }

    void goDown(String reason) {
        up = false;
        sink.accept(new LinkDown(reason));
    }

    void comeUp(Set<UUID> liveCalls, Map<UUID, AgentStatus> agents) {
        up = true;
        sink.accept(new LinkUp(liveCalls, agents));
        missed.forEach(sink);
        missed.clear();
    }
}
