package dev.outpace.telephony.simulated;

import dev.outpace.engine.EngineClock;
import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot;
import dev.outpace.engine.Telephony;
import dev.outpace.flow.MediaOrder;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated exchange. An order only sets a task for this same moment, so that nothing happens from within it.
 *
 * <p>Of agents the engine hears in this order: a caller's {@code AgentRinging} and {@code AgentConnected}, the call's end,
 * {@code AgentChanged} to busy wrapping up, then {@code AgentChanged} to available, or at once the next {@code AgentRinging}
 * when a caller waits. Ordered away during a call, an agent finishes the call and its wrap-up first; during wrap-up, it is
 * cut.
 */
public final class SimulatedTelephony implements Telephony {
    /** It can do all that is in the port. */
    public static final Set<Capability> CAPABILITIES = Collections.unmodifiableSet(EnumSet.allOf(Capability.class));

    private final EngineClock clock;
    private final Wire wire;
    private final World world;
    private final SimulatedFloor floor;
    private final BreakRota breaks;
    private final Map<UUID, Long> callsOfCampaign = new HashMap<>();
    private boolean begun;
    private boolean closed;

    /** @param sink takes inputs on the engine thread and returns at once */
    public SimulatedTelephony(
            EngineClock clock, Consumer<EngineInput> sink, WorldSettings settings, long seed, CarrierLog log) {
        this.clock = clock;
        wire = new Wire(new FaultyLine(clock, seed, this::faults, input -> {
            if (!closed) {
                sink.accept(input);
            }
        }));
        world = new World(clock, seed, wire, log, valid(settings));
        floor = new SimulatedFloor(world);
        breaks = new BreakRota(world, floor);
    }

    private WorldSettings.Faults faults() {
        return world.settings().faults();
    }

    private static WorldSettings valid(WorldSettings settings) {
        var problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("settings of the simulated world: " + problems);
        }
        return settings;
    }

    public WorldSettings settings() {
        return world.settings();
    }

    /** Changes the world for calls dialed, breaks begun and times measured from now on. */
    public void settings(WorldSettings settings) {
        boolean otherBreaks = !settings.breaks().equals(world.settings().breaks());
        world.settings(valid(settings));
        if (begun && otherBreaks) {
            breaks.begin();
        }
    }

    /** From now on a dial meets these people where they are known. */
    public void people(People people) {
        world.people(people);
    }

    /** Gives a campaign numbers of its own; other campaigns dial those of the settings. */
    public void numbersOf(UUID campaignId, Numbers numbers) {
        world.numbers(campaignId, numbers);
    }

    /** From now on it hears what the engine is never told. */
    public void truth(Truth listener) {
        world.truth(listener);
    }

    /**
     * From now on people call a queue by themselves, at random moments.
     *
     * @param drift of their number
     * @param patience until one gives up
     */
    public void inbound(UUID queueId, double callsPerHour, Drift drift, Distribution patience) {
        var between = new Distribution.Exponential(3_600 / callsPerHour);
        new InboundCallers(world, floor, queueId, between, drift, patience).begin();
    }

    /** Sets an agent available, away or offline as a rota does: never cutting a call or its wrap-up short. */
    public void changeByRota(UUID agentId, AgentStatus status) {
        soon(() -> floor.changeAfterwards(agentId, status));
    }

    /** An agent whom the engine set away for missing callers takes calls again. Without effect on others. */
    public void comeBackFromMissing(UUID agentId) {
        soon(() -> floor.comeBackFromMissing(agentId));
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public void connect() {
        soon(() -> {
            if (!begun) {
                begun = true;
                breaks.begin();
            }
            if (!wire.isUp()) {
                wire.comeUp(world.now(), false, snapshot());
            }
        });
    }

    private Snapshot snapshot() {
        var calls = new LinkedHashMap<UUID, Snapshot.CallNow>();
        world.calls().forEach((id, call) -> calls.put(id, call.now()));
        return new Snapshot(calls, floor.agentsNow());
    }

    @Override
    public void requestSnapshot() {
        soon(() -> {
            if (wire.isUp()) {
                wire.snapshot(world.now(), snapshot());
            }
        });
    }

    /** The exchange dies and is there again at once: all its calls are gone. */
    public void restart() {
        soon(() -> {
            if (wire.isUp()) {
                wire.goDown(world.now(), "restart");
            }
            List.copyOf(world.calls().values()).forEach(SimulatedCall::cut);
            wire.comeUp(world.now(), true, snapshot());
        });
    }

    /** Cuts the link to the engine: the world goes on unheard, and orders don't reach it. */
    public void dropLink(String reason) {
        soon(() -> {
            if (wire.isUp()) {
                wire.goDown(world.now(), reason);
            }
        });
    }

    public void restoreLink() {
        connect();
    }

    @Override
    public void assign(List<Queue> queues, List<Agent> agents) {
        var assignedQueues = List.copyOf(queues);
        var assignedAgents = List.copyOf(agents);
        soon(() -> floor.assign(assignedQueues, assignedAgents));
    }

    @Override
    public void originate(CallRequest request) {
        soon(() -> place(request));
    }

    private void place(CallRequest request) {
        if (wire.isUp() && wire.losesOrder()) {
            return;
        }
        long ordinal = callsOfCampaign.merge(request.campaignId(), 1L, Long::sum);
        var numbers = world.numbers(request.campaignId());
        var dice = world.dice(numbers, request.campaignId(), ordinal, request.to());
        var refusal = refusal(request, world.dial(numbers), dice);
        if (refusal == null) {
            var call = new SimulatedCall(world, request, numbers, dice, world.person(request.campaignId(), ordinal));
            world.calls().put(request.callId(), call);
            call.dial();
        } else {
            wire.tell(new CallRefused(world.now(), request.callId(), refusal, text(refusal)));
        }
    }

    /** Why a call can't be placed; null when it can. */
    private @Nullable Refusal refusal(CallRequest request, WorldSettings.Dial dial, Dice dice) {
        var number = request.to().target();
        if (!wire.isUp()) {
            return Refusal.LINK_DOWN;
        } else if (world.calls().containsKey(request.callId())) {
            return Refusal.NO_TRUNK;
        } else if (number.isBlank() || hasControls(number)) {
            return Refusal.BAD_ADDRESS;
        } else if (dice.chance(SimulatedCall.REFUSAL, dial.refused())) {
            return Refusal.CONGESTED;
        }
        return null;
    }

    private static boolean hasControls(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (Character.isISOControl(number.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String text(Refusal refusal) {
        return switch (refusal) {
            case LINK_DOWN -> "telephony down";
            case NO_TRUNK -> "call id in use";
            case BAD_ADDRESS -> "bad address";
            case CONGESTED -> "congestion";
        };
    }

    @Override
    public void hangUp(UUID callId) {
        order(callId, SimulatedCall::hangUp);
    }

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {
        order(callId, call -> call.execute(order, media));
    }

    @Override
    public void cancel(OrderId order) {
        soon(() -> {
            if (!wire.losesOrder()) {
                List.copyOf(world.calls().values()).forEach(call -> call.cancel(order));
            }
        });
    }

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        order(callId, call -> {
            if (call.canJoin()) {
                floor.join(call, queueId, maxWait);
            }
        });
    }

    @Override
    public void leaveQueue(UUID callId) {
        order(callId, SimulatedCall::withdraw);
    }

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
        if (status == AgentStatus.RINGING || status == AgentStatus.BUSY) {
            throw new IllegalArgumentException("nobody sets an agent " + status);
        }
        soon(() -> {
            if (wire.losesOrder()) {
                return;
            }
            if (floor.has(agentId)) {
                wire.tell(new OrderAccepted(world.now(), order));
                floor.change(agentId, status, why);
            } else {
                wire.tell(new OrderRefused(world.now(), order, "no such agent"));
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The agent hangs up: the caller stays on the line. Without effect for one who does not talk. */
    public void hangUpByAgent(UUID agentId) {
        soon(() -> floor.release(agentId, Released.AGENT));
    }

    /** The agent passes the caller on to somebody else, and is free. Without effect for one who does not talk. */
    public void transferByAgent(UUID agentId) {
        soon(() -> floor.release(agentId, Released.TRANSFERRED));
    }

    private void order(UUID callId, Consumer<SimulatedCall> order) {
        soon(() -> {
            var call = world.calls().get(callId);
            if (!wire.losesOrder() && call != null) {
                order.accept(call);
            }
        });
    }

    private void soon(Runnable task) {
        clock.schedule(Duration.ZERO, () -> {
            if (!closed) {
                task.run();
            }
        });
    }
}
