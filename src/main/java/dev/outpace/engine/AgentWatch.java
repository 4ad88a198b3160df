package dev.outpace.engine;

import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.PhoneLine;
import dev.outpace.floor.CallFloor;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentMoment.Remark;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passes what the exchange reports about agents to the floor and to the listener. */
final class AgentWatch {
    private final Outside outside;
    private final CallFloor floor;

    AgentWatch(Outside outside, CallFloor floor) {
        this.outside = outside;
        this.floor = floor;
    }

    void changed(UUID agentId, AgentNow now, Instant at) {
        // An agent whose phone nobody can reach takes no call, whatever the status is.
        boolean reached = now.reachable() && now.line() != PhoneLine.CONNECTING;
        var status = reached || now.status() != AgentStatus.AVAILABLE ? now.status() : AgentStatus.OFFLINE;
        tell(floor.changed(agentId, status, now.isWrappingUp(), now.why(), remark(now), notLater(at)));
    }

    private static Remark remark(AgentNow now) {
        if (now.otherCall()) {
            return Remark.OTHER_CALL;
        }
        if (!now.reachable()) {
            return Remark.UNREACHABLE;
        }
        return switch (now.line()) {
            case RINGS -> Remark.NONE;
            case CONNECTING -> Remark.CONNECTING;
            case CONNECTED -> Remark.CONNECTED;
        };
    }

    /** Takes over all agents of a snapshot. An agent who is missing from it is offline. */
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

    /** Called when an agent's phone rings for a caller and when the agent talks to the caller. */
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
