package dev.outpace.engine;

import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
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
    public void cancel(OrderId order) {
        orders.add("cancel " + order);
        other.cancel(order);
    }

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        orders.add("join " + callId + queueId + maxWait);
        other.joinQueue(callId, queueId, maxWait);
    }

    @Override
    public void leaveQueue(UUID callId) {
        orders.add("leave " + callId);
        other.leaveQueue(callId);
    }

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
        orders.add("agent " + order + agentId + status + why);
        other.changeAgent(order, agentId, status, why);
    }

    @Override
    public void requestSnapshot() {
        orders.add("snapshot");
        other.requestSnapshot();
    }

    @Override
    public void close() {
        other.close();
    }
}
