package dev.outpace.engine;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Problem;
import java.util.List;
import java.util.UUID;

/** Sets agents available, away or offline: when people ask for it, and when a phone takes no caller any more. */
final class AgentOrders {
    /** Callers missed in a row after which nobody is at the phone, as contact centres commonly set it. */
    private static final int MISSES_TO_AWAY = 3;

    private final Floor floor;

    AgentOrders(Floor floor) {
        this.floor = floor;
    }

    /** @return why it was refused; empty when it was ordered */
    List<Problem> ordered(AgentOrdered order) {
        var agent = floor.book.agent(order.agentId());
        if (agent == null) {
            return List.of(Problem.error("agent.unknown", "", order.agentId()));
        }
        if (!floor.linkUp) {
            return List.of(Problem.error("telephony.down", "", floor.linkReason));
        }
        if (!canOrder()) {
            return List.of(Problem.error("telephony.no_agent_status", ""));
        }
        set(agent, order.status(), order.reason());
        return List.of();
    }

    private boolean canOrder() {
        return floor.telephony.capabilities().contains(Telephony.Capability.AGENT_STATUS);
    }

    private void set(Agent agent, AgentStatus status, AwayReason reason) {
        var changed = agent.withStatus(status, reason);
        floor.book.put(changed);
        floor.factLog.write(new Fact.ResourceSaved(changed));
        floor.telephony.changeAgent(agent.id(), status);
    }

    /** Whoever misses several callers in a row is set away, so that callers no longer wait for a phone that nobody picks up. */
    void missed(UUID agentId, Missed why, UUID campaignId) {
        var agent = floor.book.agent(agentId);
        if (agent == null || why == Missed.WITHDRAWN || !floor.board.missed(agentId, MISSES_TO_AWAY)) {
            return;
        }
        if (floor.linkUp && canOrder()) {
            set(agent, AgentStatus.AWAY, AwayReason.MISSED);
            floor.alarm(campaignId, Problem.error("alarm.agent_set_away", "", agent.name(), MISSES_TO_AWAY));
        } else {
            floor.alarm(campaignId, Problem.error("alarm.agent_misses", "", agent.name(), MISSES_TO_AWAY));
        }
    }
}
