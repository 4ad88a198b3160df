package dev.outpace.bench;

import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A telephony in which nothing happens by itself. */
class MuteTelephony implements Telephony {
    private static final Set<Capability> ALL = EnumSet.allOf(Capability.class);

    @Override
    public Set<Capability> capabilities() {
        return ALL;
    }

    @Override
    public void connect() {}

    @Override
    public void assign(List<Queue> queues, List<Agent> agents) {}

    @Override
    public void originate(CallRequest request) {}

    @Override
    public void hangUp(UUID callId) {}

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {}

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {}

    @Override
    public void cancel(OrderId order) {}

    @Override
    public void leaveQueue(UUID callId) {}

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {}

    @Override
    public void requestSnapshot() {}

    @Override
    public void close() {}
}
