package dev.outpace.journal;

import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.journal.DecisionHash.Kind;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Adds every order to the hash, then passes it on.
 *
 * @param able receives the exchange's capabilities and returns those to use
 */
record HashedTelephony(Telephony telephony, DecisionHash hash, UnaryOperator<Set<Telephony.Capability>> able)
        implements Telephony {
    @Override
    public Set<Capability> capabilities() {
        return able.apply(telephony.capabilities());
    }

    @Override
    public void connect() {
        hash.kind(Kind.CONNECT);
        telephony.connect();
    }

    @Override
    public void requestSnapshot() {
        hash.kind(Kind.REQUEST_SNAPSHOT);
        telephony.requestSnapshot();
    }

    @Override
    public void assign(List<Queue> queues, List<Agent> agents) {
        hash.kind(Kind.ASSIGN);
        queues.forEach(queue -> hash.id(queue.id()));
        agents.forEach(agent -> hash.id(agent.id()));
        telephony.assign(queues, agents);
    }

    @Override
    public void originate(CallRequest request) {
        hash.originate(request);
        telephony.originate(request);
    }

    @Override
    public void hangUp(UUID callId) {
        hash.kind(Kind.HANG_UP);
        hash.id(callId);
        telephony.hangUp(callId);
    }

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {
        hash.execute(order, callId, media);
        telephony.execute(order, callId, media);
    }

    @Override
    public void cancel(OrderId order) {
        hash.kind(Kind.CANCEL);
        hash.number(order.number());
        telephony.cancel(order);
    }

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        hash.kind(Kind.JOIN_QUEUE);
        hash.id(callId);
        hash.id(queueId);
        hash.number(maxWait.toMillis());
        telephony.joinQueue(callId, queueId, maxWait);
    }

    @Override
    public void leaveQueue(UUID callId) {
        hash.kind(Kind.LEAVE_QUEUE);
        hash.id(callId);
        telephony.leaveQueue(callId);
    }

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
        hash.kind(Kind.CHANGE_AGENT);
        hash.number(order.number());
        hash.id(agentId);
        hash.constant(status);
        hash.constant(why);
        telephony.changeAgent(order, agentId, status, why);
    }

    @Override
    public void close() {
        telephony.close();
    }
}
