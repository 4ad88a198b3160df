package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.ExchangeTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Real calls, by an Asterisk. It places and ends calls, and tells all that happens to them. It has no flows, queues and agents
 * yet, and says so in its capabilities.
 *
 * <p>All of it happens on the thread of the engine's clock. An order only sets a task for this same moment, so that nothing is
 * told from within it.
 */
public final class AsteriskTelephony implements Telephony {
    public static final Set<Capability> CAPABILITIES = Set.of();

    /** Events that belong to the moment of a list have arrived by then. */
    private static final Duration UNTIL_SECOND_LIST = Duration.ofSeconds(5);

    /** Calls are kept in turn, each once in five seconds: a third of the time after which Asterisk ends them. */
    private static final Duration BETWEEN_KEEPS = Duration.ofMillis(250);

    private static final int TURNS = 20;

    private final EngineClock clock;
    private final Consumer<EngineInput> sink;
    private final ExchangeTime time;
    private final ChannelIds ids;
    private final CallOrders orders;
    private final AsteriskLink link;
    private final AsteriskCalls calls;
    private Set<UUID> queues = Set.of();
    private Set<UUID> agents = Set.of();
    private boolean begun;
    private boolean closed;

    /** @param sink takes inputs on the engine thread and returns at once */
    public AsteriskTelephony(
            EngineClock clock, Consumer<EngineInput> sink, AmiWire.Connector connector, AsteriskSettings settings) {
        this.clock = clock;
        this.sink = sink;
        time = new ExchangeTime(clock);
        ids = new ChannelIds(settings.mark());
        orders = new CallOrders(settings, ids);
        link = new AsteriskLink(clock, connector, settings.login(), time, new Heard());
        calls = new AsteriskCalls(clock, link, orders, ids, this::tell);
    }

    private void tell(EngineInput input) {
        if (!closed) {
            sink.accept(input);
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public void connect() {
        soon(() -> {
            link.open();
            if (!begun) {
                begun = true;
                keepCalls(0);
            }
        });
    }

    private void keepCalls(int turn) {
        if (!closed) {
            calls.keep(turn, TURNS);
            clock.schedule(BETWEEN_KEEPS, () -> keepCalls((turn + 1) % TURNS));
        }
    }

    @Override
    public void requestSnapshot() {
        soon(() -> link.list(orders.channels(), rows -> {
            var list = ChannelList.of(rows, ids);
            calls.confirm(list);
            calls.closeLackedTwice(list);
            tell(new LinkUp(clock.wallTime(), false, snapshot(calls.areAt(list))));
            compareLater();
        }));
    }

    /** Finds calls whose end was never told, and those that Asterisk began after the list. */
    private void compareLater() {
        clock.schedule(
                UNTIL_SECOND_LIST,
                () -> link.list(orders.channels(), rows -> {
                    var list = ChannelList.of(rows, ids);
                    calls.confirm(list);
                    calls.closeLackedTwice(list);
                }));
    }

    /** Nobody serves queues yet. */
    private Snapshot snapshot(Map<UUID, CallNow> now) {
        return new Snapshot(now, Map.of(), queues, agents);
    }

    @Override
    public void assign(List<Queue> assignedQueues, List<Agent> assignedAgents) {
        var queueIds = new LinkedHashSet<UUID>();
        var agentIds = new LinkedHashSet<UUID>();
        assignedQueues.forEach(queue -> queueIds.add(queue.id()));
        assignedAgents.forEach(agent -> agentIds.add(agent.id()));
        soon(() -> {
            queues = queueIds;
            agents = agentIds;
        });
    }

    @Override
    public void originate(CallRequest request) {
        soon(() -> calls.originate(request));
    }

    @Override
    public void hangUp(UUID callId) {
        soon(() -> calls.hangUp(callId));
    }

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {
        soon(() -> {
            if (calls.isUp(callId)) {
                tell(new OrderEnded(clock.wallTime(), order, callId, MediaResult.failed("not supported")));
            }
        });
    }

    /** Every order has ended at once, see {@link #execute}. */
    @Override
    public void cancel(OrderId order) {}

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        soon(() -> {
            if (calls.isUp(callId)) {
                tell(new QueueLeft(clock.wallTime(), callId, Left.QUEUE_GONE));
            }
        });
    }

    /** No call is in a queue, see {@link #joinQueue}. */
    @Override
    public void leaveQueue(UUID callId) {}

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
        soon(() -> {
            if (link.isUp()) {
                tell(new OrderRefused(clock.wallTime(), order, "not supported"));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        link.close();
    }

    private void soon(Runnable task) {
        clock.schedule(Duration.ZERO, () -> {
            if (!closed) {
                task.run();
            }
        });
    }

    private final class Heard implements AsteriskLink.Listener {
        @Override
        public void up(boolean restarted, List<AmiMessage> channels) {
            var list = ChannelList.of(channels, ids);
            var lacked = calls.lackedBy(list);
            var now = new LinkedHashMap<>(calls.areAt(list));
            lacked.forEach(call -> now.remove(call.id()));
            tell(new LinkUp(clock.wallTime(), restarted, snapshot(now)));
            calls.close(lacked, restarted);
            calls.keepAll();
            compareLater();
        }

        @Override
        public void event(AmiMessage event) {
            ChannelEvent.of(event).ifPresent(channel -> calls.event(channel, time.of(event)));
        }

        @Override
        public void down(String reason) {
            calls.linkIsLost();
            tell(new LinkDown(clock.wallTime(), reason));
        }
    }
}
