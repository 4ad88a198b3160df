package dev.outpace.engine;

import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.floor.CallFloor;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Ids;
import dev.outpace.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets agents available, away or offline, when a user orders it or an agent misses several callers. A change is stored only
 * after the exchange has accepted the order.
 */
final class AgentOrders {
    /** Callers missed in a row after which the agent is set away. Contact centres commonly use this number. */
    private static final int MISSES_TO_AWAY = 3;

    private final Outside outside;
    private final CampaignRuns campaigns;
    private final CallFloor floor;
    private final Telephony telephony;
    /** Orders that the exchange has not answered. */
    private final Map<OrderId, Open> open = new LinkedHashMap<>();

    private static final class Open {
        final UUID agentId;
        final AgentStatus status;
        final AwayReason reason;
        /** Whose callers were missed; nil for an order of people. */
        final UUID campaignId;

        EngineClock.@Nullable Timer overdue;

        Open(UUID agentId, AgentStatus status, AwayReason reason, UUID campaignId) {
            this.agentId = agentId;
            this.status = status;
            this.reason = reason;
            this.campaignId = campaignId;
        }

        void stopWatching() {
            if (overdue != null) {
                overdue.cancel();
                overdue = null;
            }
        }
    }

    AgentOrders(Outside outside, CampaignRuns campaigns, CallFloor floor, Telephony telephony) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.floor = floor;
        this.telephony = telephony;
    }

    /** @return why the order was refused; empty if it was given */
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
        order(agent, order.status(), order.reason(), Ids.NIL);
        return List.of();
    }

    private boolean canOrder() {
        return telephony.capabilities().contains(Telephony.Capability.AGENT_STATUS);
    }

    private void order(Agent agent, AgentStatus status, AwayReason reason, UUID campaignId) {
        var order = outside.nextOrder();
        var opened = new Open(agent.id(), status, reason, campaignId);
        open.put(order, opened);
        watch(order, opened);
        telephony.changeAgent(order, agent.id(), status, reason);
    }

    private void watch(OrderId order, Open opened) {
        opened.overdue = outside.timer(new TimerKey.AgentOrderOverdue(order), OrderTime.ANSWER);
    }

    void accepted(OrderId order) {
        var answered = answered(order);
        var agent = answered == null ? null : campaigns.book().agent(answered.agentId);
        if (answered == null || agent == null) {
            return;
        }
        var changed = agent.withStatus(answered.status, answered.reason);
        campaigns.book().put(changed);
        outside.write(new Fact.ResourceSaved(changed));
        if (answered.reason == AwayReason.MISSED) {
            outside.alarm(answered.campaignId, Problem.error("alarm.agent_set_away", "", agent.name(), MISSES_TO_AWAY));
        }
    }

    void refused(OrderId order, String reason) {
        var answered = answered(order);
        if (answered != null) {
            outside.alarm(
                    answered.campaignId,
                    Problem.error("alarm.agent_order_refused", "", nameOf(answered.agentId), reason));
        }
    }

    /** While the link is away nothing can be told: the time to do so begins when it is back. */
    void overdue(OrderId order) {
        var late = open.get(order);
        if (late == null) {
            return;
        }
        late.overdue = null;
        if (outside.linkUp()) {
            open.remove(order);
            outside.alarm(late.campaignId, Problem.error("alarm.agent_order_lost", "", nameOf(late.agentId)));
        }
    }

    void linkIsUp() {
        open.forEach((order, opened) -> {
            opened.stopWatching();
            watch(order, opened);
        });
    }

    private @Nullable Open answered(OrderId order) {
        var answered = open.remove(order);
        if (answered != null) {
            answered.stopWatching();
        }
        return answered;
    }

    private String nameOf(UUID agentId) {
        var agent = campaigns.book().agent(agentId);
        return agent == null ? agentId.toString() : agent.name();
    }

    /** Sets an agent away who missed several callers in a row, so that callers do not wait for a phone that nobody picks up. */
    void missed(UUID agentId, Missed why, UUID campaignId) {
        var agent = campaigns.book().agent(agentId);
        if (agent == null || why == Missed.WITHDRAWN || !floor.missed(agentId, MISSES_TO_AWAY)) {
            return;
        }
        if (outside.linkUp() && canOrder()) {
            order(agent, AgentStatus.AWAY, AwayReason.MISSED, campaignId);
        } else {
            outside.alarm(campaignId, Problem.error("alarm.agent_misses", "", agent.name(), MISSES_TO_AWAY));
        }
    }
}
