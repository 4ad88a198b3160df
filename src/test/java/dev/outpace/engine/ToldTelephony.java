package dev.outpace.engine;

import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes down every order, then gives it to another. */
record ToldTelephony(Telephony other, List<String> orders) implements Telephony {
    @Override
    public Set<Capability> capabilities() {
        return other.capabilities();
    }

    @Override
    public void connect() {
        other.connect();
    }

    @Override
    public void assign(List<Queue> queues, List<Agent> agents) {
        orders.add("assign " + queues + agents);
        other.assign(queues, agents);
    }

    @Override
    public void originate(CallRequest request) {
        orders.add(request.toString());
        other.originate(request);
    }

    @Override
    public void hangUp(UUID callId) {
        orders.add("hang up " + callId);
        other.hangUp(callId);
    }

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {
        orders.add("execute " + order + callId + media);
        other.execute(order, callId, media);
    }

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        orders.add("join " + callId + queueId + maxWait);
        other.joinQueue(callId, queueId, maxWait);
    }

    @Override
    public void changeAgent(UUID agentId, AgentStatus status) {
        orders.add("agent " + agentId + status);
        other.changeAgent(agentId, status);
    }
}
