package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.FoundQueue;
import dev.outpace.model.LinkTry;
import dev.outpace.model.Listening;
import dev.outpace.model.Queue;
import dev.outpace.speech.Speech;
import dev.outpace.telephony.SupervisorPhone;
import dev.outpace.telephony.asterisk.ami.AmiLogin;
import dev.outpace.telephony.asterisk.ami.AmiMessage;
import dev.outpace.telephony.asterisk.ami.AmiWire;
import dev.outpace.telephony.asterisk.ami.ExchangeTime;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Real calls, by an Asterisk. It places and ends calls, carries out the orders of their flows, rings the phones of agents for
 * the callers in queues, and tells all that happens to them.
 *
 * <p>All of it happens on the thread of the engine's clock. An order only sets a task for this same moment, so that nothing is
 * told from within it.
 */
public final class AsteriskTelephony implements Telephony {
    private static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.of(
            Capability.PLAY,
            Capability.KEYS,
            Capability.RECORDING,
            Capability.ECHO,
            Capability.MACHINES,
            Capability.CONNECT,
            Capability.CONFERENCES,
            Capability.QUEUES,
            Capability.AGENT_STATUS,
            Capability.EXACT_LIMITS,
            Capability.EXCHANGE_QUEUES));

    private static final Set<Capability> WITH_VOICE = Collections.unmodifiableSet(withVoice());

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
    private final AsteriskLegs legs;
    private final TalksWithOthers talks;
    private final OtherLines otherLines;
    private final AsteriskFloor floor;
    private final ChanSpyPhone supervisor;
    private final Speech speech;
    /** Calls that are to be recorded and are not answered yet. */
    private final Set<UUID> recorded = new HashSet<>();

    private final AsteriskSettings settings;
    private Consumer<LinkBarrier> barriers = _ -> {};
    private @Nullable StandingCheck standing;
    private boolean begun;
    private boolean closed;

    /**
     * @param sink takes inputs on the engine thread and returns at once
     * @param speech is closed with this telephony
     * @param home runs tasks on the thread of the clock
     */
    public AsteriskTelephony(
            EngineClock clock,
            Consumer<EngineInput> sink,
            AmiWire.Connector connector,
            AsteriskSettings settings,
            MediaSettings media,
            Speech speech,
            Executor home) {
        this.clock = clock;
        this.sink = sink;
        this.speech = speech;
        this.settings = settings;
        time = new ExchangeTime(clock);
        ids = new ChannelIds(settings.mark());
        orders = new CallOrders(settings, ids);
        link = new AsteriskLink(clock, connector, settings.login(), time, new Heard());
        calls = new AsteriskCalls(clock, link, orders, ids, this::heard);
        legs = new AsteriskLegs(clock, link, orders, ids, calls, new LegOrders(speech, home, media, settings.trunk()));
        otherLines = new OtherLines(ids, calls, settings.trunk());
        talks = new TalksWithOthers(link, orders, ids, calls, legs);
        floor = new AsteriskFloor(clock, link, orders, ids, calls, legs, time, media.music(), this::tell);
        supervisor = new ChanSpyPhone(clock, link, orders, ids, calls, floor::talkLeg);
    }

    /** Without a voice. */
    public AsteriskTelephony(
            EngineClock clock, Consumer<EngineInput> sink, AmiWire.Connector connector, AsteriskSettings settings) {
        this(clock, sink, connector, settings, MediaSettings.STANDARD, Speech.NONE, Runnable::run);
    }

    /** @param hears why the link is not tried any more, on the thread of the clock; {@link #connect} tries it once more */
    public void tellBarriers(Consumer<LinkBarrier> hears) {
        barriers = hears;
    }

    private static Set<Capability> withVoice() {
        var all = EnumSet.copyOf(CAPABILITIES);
        all.add(Capability.TALK);
        return all;
    }

    private void heard(EngineInput input) {
        if (input instanceof CallRefused refused) {
            recorded.remove(refused.callId());
        }
        if (input instanceof CallEnded ended) {
            floor.ended(ended);
            legs.callEnded(ended.callId());
            recorded.remove(ended.callId());
            talks.callEnded(ended.callId());
            otherLines.callEnded(ended.callId());
        } else {
            if (input instanceof CallAnswered) {
                record();
            }
            tell(input);
        }
    }

    /** Begins what is to be recorded and is answered; it comes before all that the engine orders. */
    private void record() {
        for (var id : List.copyOf(recorded)) {
            legs.agi(id).ifPresent(agi -> {
                recorded.remove(id);
                agi.run(Recording.whole(id), _ -> {});
            });
        }
    }

    private void tell(EngineInput input) {
        if (!closed) {
            sink.accept(input);
            supervisor.told(input);
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities(speech.hasVoice());
    }

    /**
     * The phone of the supervisor; one for this telephony.
     *
     * @param listener takes what comes of its orders, on the thread of the clock
     */
    public SupervisorPhone supervisorPhone(Consumer<Listening> listener) {
        supervisor.reportTo(listener);
        return supervisor;
    }

    /** What it can do with or without a voice. */
    public static Set<Capability> capabilities(boolean voice) {
        return voice ? WITH_VOICE : CAPABILITIES;
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
            if (turn == 0) {
                supervisor.keep();
            }
            floor.keep(turn, TURNS);
            clock.schedule(BETWEEN_KEEPS, () -> keepCalls((turn + 1) % TURNS));
        }
    }

    /** @param told hears of each next try to link while there is no link, on the engine thread */
    public void tellTries(Consumer<LinkTry> told) {
        link.tellTries(told);
    }

    /**
     * Asks Asterisk for all of its own queues. On the engine thread.
     *
     * @param found hears them once; never while there is no link, or if it is lost meanwhile
     */
    public void findQueues(Consumer<List<FoundQueue>> found) {
        soon(() -> link.list(orders.queues(), rows -> found.accept(QueueList.of(rows))));
    }

    /** Links anew, another way or with another login. On the engine thread. */
    public void linkBy(AmiWire.Connector connector, AmiLogin login) {
        soon(() -> link.use(connector, login));
    }

    /** @param told hears again and again which lines of {@link StandingCheck} are red, on the engine thread */
    public void tellFaults(Consumer<Set<String>> told) {
        standing = new StandingCheck(clock, link, settings, told);
    }

    /** Ends the link, and tries none, until {@link #relink}; calls are left alone. On the engine thread, as the others here. */
    public void unlink() {
        soon(link::unlink);
    }

    public void relink() {
        soon(link::relink);
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

    private Snapshot snapshot(Map<UUID, CallNow> now) {
        var stages = floor.stages(now);
        stages.replaceAll((id, call) -> call.stage() == CallStage.IDLE ? idle(id) : call);
        return new Snapshot(stages, floor.agentsNow(), floor.missingQueues(), floor.agentsWithoutPhone());
    }

    private CallNow idle(UUID callId) {
        if (talks.isTakenOver(callId)) {
            return CallNow.of(CallStage.TRANSFERRED);
        }
        return CallNow.of(legs.isInOrder(callId) ? CallStage.IN_ORDER : CallStage.IDLE);
    }

    @Override
    public void assign(List<Queue> assignedQueues, List<Agent> assignedAgents) {
        var newQueues = List.copyOf(assignedQueues);
        var newAgents = List.copyOf(assignedAgents);
        soon(() -> floor.assign(newQueues, newAgents));
    }

    @Override
    public void originate(CallRequest request) {
        soon(() -> {
            floor.originated(request);
            if (request.recorded()) {
                recorded.add(request.callId());
            }
            calls.originate(request);
        });
    }

    @Override
    public void hangUp(UUID callId) {
        soon(() -> calls.hangUp(callId));
    }

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {
        soon(() -> {
            if (floor.hasCaller(callId)) {
                tell(new OrderEnded(clock.wallTime(), order, callId, MediaResult.failed(CallLeg.NOT_READY)));
            } else {
                legs.execute(order, callId, media);
            }
        });
    }

    @Override
    public void cancel(OrderId order) {
        soon(() -> legs.cancel(order));
    }

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        soon(() -> floor.join(callId, queueId, maxWait));
    }

    @Override
    public void leaveQueue(UUID callId) {
        soon(() -> floor.leave(callId));
    }

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
        if (status == AgentStatus.RINGING || status == AgentStatus.BUSY) {
            throw new IllegalArgumentException("nobody sets an agent " + status);
        }
        soon(() -> {
            if (!link.isUp()) {
                return;
            }
            if (floor.hasAgent(agentId)) {
                floor.changeAgent(
                        agentId,
                        status,
                        why,
                        refusal -> tell(
                                refusal.isEmpty()
                                        ? new OrderAccepted(clock.wallTime(), order)
                                        : new OrderRefused(clock.wallTime(), order, refusal)));
            } else {
                tell(new OrderRefused(clock.wallTime(), order, "no such agent, or an agent without a phone"));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        link.close();
        speech.close();
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
        public void up(
                boolean restarted,
                List<AmiMessage> channels,
                List<AmiMessage> deviceStates,
                List<AmiMessage> queues,
                List<AmiMessage> notes) {
            var list = ChannelList.of(channels, ids);
            var lacked = calls.lackedBy(list);
            boolean first = calls.adopts();
            var now = new LinkedHashMap<>(calls.areAt(list));
            floor.found(notes);
            floor.listed(restarted, channels, deviceStates, queues, lacked);
            talks.listed(channels);
            if (first) {
                talks.takeOver(floor::hasCaller);
            }
            lacked.forEach(call -> now.remove(call.id()));
            tell(new LinkUp(clock.wallTime(), restarted, snapshot(now)));
            floor.isHeard();
            calls.close(lacked, restarted);
            record();
            otherLines.listed(channels, clock.wallTime());
            legs.linkIsBack();
            floor.goesOn();
            calls.keepAll();
            supervisor.linkIsBack(channels);
            if (standing != null) {
                standing.begin();
            }
            compareLater();
        }

        @Override
        public void event(AmiMessage event) {
            var at = time.of(event);
            floor.event(event, at);
            supervisor.event(event, at);
            otherLines.event(event, at);
            ChannelEvent.of(event).ifPresent(channel -> {
                switch (channel) {
                    case ChannelEvent.OfLeg leg -> legs.event(leg, at);
                    case ChannelEvent.Bridged bridged -> talks.event(bridged);
                    default -> calls.event(channel, at);
                }
            });
        }

        @Override
        public void barred(LinkBarrier by) {
            barriers.accept(by);
        }

        @Override
        public void down(String reason) {
            if (standing != null) {
                standing.linkIsLost();
            }
            calls.linkIsLost();
            floor.linkIsLost();
            supervisor.linkIsLost();
            tell(new LinkDown(clock.wallTime(), reason));
        }
    }
}
