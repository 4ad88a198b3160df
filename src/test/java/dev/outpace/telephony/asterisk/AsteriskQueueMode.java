package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.ExchangeQueue;
import dev.outpace.model.Queue;
import dev.outpace.telephony.TelephonyContract;
import dev.outpace.telephony.TestedExchange;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The adapter with an Asterisk whose own queues hand callers to agents, set up for the contract. */
final class AsteriskQueueMode implements TestedExchange {
    private final AsteriskExchange exchange;
    private final Telephony telephony;

    AsteriskQueueMode(Consumer<EngineInput> sink) {
        exchange = new AsteriskExchange(sink, 1, Duration.ofMillis(200));
        for (var queue : List.of("queue1", "queue2")) {
            exchange.asterisk.queues.has(queue, "", true, true);
        }
        for (var agent : List.of(new UUID(4, 1), new UUID(4, 2))) {
            exchange.asterisk.queues.has(
                    "queue1", TelephonyContract.phone(agent).dialString(), true, true);
        }
        telephony = new OwnQueues(exchange.telephony());
    }

    /** Every queue is Asterisk's own. */
    static Queue ofExchange(Queue queue) {
        return new Queue(
                queue.id(),
                queue.name(),
                queue.detail(),
                queue.routingMethod(),
                queue.tagIds(),
                queue.waitFlowId(),
                queue.waitTimeout(),
                queue.serviceTimeout(),
                queue.service(),
                new ExchangeQueue("queue" + queue.id().getLeastSignificantBits()),
                queue.stamps(),
                queue.unknown());
    }

    private record OwnQueues(Telephony real) implements Telephony {
        @Override
        public Set<Capability> capabilities() {
            return real.capabilities();
        }

        @Override
        public void connect() {
            real.connect();
        }

        @Override
        public void requestSnapshot() {
            real.requestSnapshot();
        }

        @Override
        public void assign(List<Queue> queues, List<Agent> agents) {
            real.assign(queues.stream().map(AsteriskQueueMode::ofExchange).toList(), agents);
        }

        @Override
        public void originate(CallRequest request) {
            real.originate(request);
        }

        @Override
        public void hangUp(UUID callId) {
            real.hangUp(callId);
        }

        @Override
        public void execute(OrderId order, UUID callId, MediaOrder media) {
            real.execute(order, callId, media);
        }

        @Override
        public void cancel(OrderId order) {
            real.cancel(order);
        }

        @Override
        public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
            real.joinQueue(callId, queueId, maxWait);
        }

        @Override
        public void leaveQueue(UUID callId) {
            real.leaveQueue(callId);
        }

        @Override
        public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
            real.changeAgent(order, agentId, status, why);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Override
    public String sound() {
        return exchange.sound();
    }

    @Override
    public Telephony telephony() {
        return telephony;
    }

    @Override
    public Address number(Party party) {
        return exchange.number(party);
    }

    @Override
    public void phonesMiss(@Nullable Missed how) {
        exchange.phonesMiss(how);
    }

    @Override
    public void agentHangsUp(UUID agentId) {
        exchange.agentHangsUp(agentId);
    }

    @Override
    public void agentPassesOn(UUID agentId) {
        exchange.agentPassesOn(agentId);
    }

    @Override
    public boolean next() {
        // What was ordered is on its way.
        exchange.clock.run(Duration.ZERO);
        return exchange.next();
    }

    @Override
    public void settle() {
        exchange.settle();
    }

    @Override
    public void dropLink() {
        exchange.dropLink();
    }

    @Override
    public void restoreLink() {
        exchange.restoreLink();
    }

    @Override
    public void restart() {
        exchange.restart();
    }
}
