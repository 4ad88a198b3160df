package dev.outpace.engine;

import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.floor.CallFloor;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings what the exchange tells of agents to the board, and to whoever looks at it. */
final class AgentWatch {
    private final Outside outside;
    private final CallFloor floor;

    AgentWatch(Outside outside, CallFloor floor) {
        this.outside = outside;
        this.floor = floor;
    }

    void changed(UUID agentId, AgentNow now, Instant at) {
        var remark = now.otherCall() ? Remark.OTHER_CALL : now.reachable() ? Remark.NONE : Remark.UNREACHABLE;
        // Whoever can't be rung takes no call, whatever they are set to.
        var status = now.reachable() || now.status() != AgentStatus.AVAILABLE ? now.status() : AgentStatus.OFFLINE;
        tell(floor.changed(agentId, status, now.isWrappingUp(), now.why(), remark, notLater(at)));
    }

    /** All that the exchange has; whoever it has not is offline. */
    void allAre(Snapshot snapshot, Instant at) {
        snapshot.agents().forEach((id, now) -> changed(id, now, at));
        for (var known : floor.moments()) {
            if (!snapshot.agents().containsKey(known.agentId())) {
                tell(floor.changed(
                        known.agentId(),
                        AgentStatus.OFFLINE,
                        false,
                        AwayReason.BREAK,
                        Remark.NOT_ON_EXCHANGE,
                        notLater(at)));
            }
        }
    }

    /** An agent's phone rings for a caller, or they talk. */
    void took(UUID agentId, AgentStatus status, ActiveCall call, Instant at) {
        tell(floor.took(agentId, status, call.id(), call.run.id(), at));
    }

    private Instant notLater(Instant at) {
        var now = outside.wallTime();
        return at.isAfter(now) ? now : at;
    }

    private void tell(@Nullable AgentMoment moment) {
        outside.agentMoved(moment);
    }
}
