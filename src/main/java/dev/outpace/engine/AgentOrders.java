package dev.outpace.engine;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.floor.CallFloor;
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

    private final Outside outside;
    private final Campaigns campaigns;
    private final CallFloor floor;
    private final Telephony telephony;

    AgentOrders(Outside outside, Campaigns campaigns, CallFloor floor, Telephony telephony) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.floor = floor;
        this.telephony = telephony;
    }

    /** @return why it was refused; empty when it was ordered */
    List<Problem> ordered(AgentOrdered order) {
        var agent = campaigns.book().agent(order.agentId());
        if (agent == null) {
            return List.of(Problem.error("agent.unknown", "", order.agentId()));
        }
        if (!outside.linkUp()) {
            return List.of(Problem.error("telephony.down", "", outside.linkReason()));
        }
        if (!canOrder()) {
            return List.of(Problem.error("telephony.no_agent_status", ""));
        }
        set(agent, order.status(), order.reason());
        return List.of();
    }

    private boolean canOrder() {
        return telephony.capabilities().contains(Telephony.Capability.AGENT_STATUS);
    }

    private void set(Agent agent, AgentStatus status, AwayReason reason) {
        var changed = agent.withStatus(status, reason);
        campaigns.book().put(changed);
        outside.write(new Fact.ResourceSaved(changed));
        telephony.changeAgent(agent.id(), status);
    }

    /** Whoever misses several callers in a row is set away, so that callers no longer wait for a phone that nobody picks up. */
    void missed(UUID agentId, Missed why, UUID campaignId) {
        var agent = campaigns.book().agent(agentId);
        if (agent == null || why == Missed.WITHDRAWN || !floor.missed(agentId, MISSES_TO_AWAY)) {
            return;
        }
        if (outside.linkUp() && canOrder()) {
            set(agent, AgentStatus.AWAY, AwayReason.MISSED);
            outside.alarm(campaignId, Problem.error("alarm.agent_set_away", "", agent.name(), MISSES_TO_AWAY));
        } else {
            outside.alarm(campaignId, Problem.error("alarm.agent_misses", "", agent.name(), MISSES_TO_AWAY));
        }
    }
}
