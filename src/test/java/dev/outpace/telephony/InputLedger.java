package dev.outpace.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentReleased;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CallListened;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.KeyPressed;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.OthersCalled;
import dev.outpace.engine.EngineInput.OthersWait;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Released;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes every input of an adapter and fails on the first that can't follow on those before it. */
public final class InputLedger implements Consumer<EngineInput> {
    private enum Stage {
        ACCEPTED,
        RINGING,
        ANSWERED,
        WAITING,
        AGENT_RINGING,
        TALKING,
        TRANSFERRED,
        OVER
    }

    private final List<EngineInput> inputs = new ArrayList<>();
    private final Map<UUID, Instant> latest = new HashMap<>();
    private final Map<UUID, Stage> calls = new LinkedHashMap<>();
    private final Map<UUID, Integer> otherLines = new HashMap<>();
    private final Map<UUID, UUID> queueOfCall = new HashMap<>();
    private final Map<UUID, UUID> agentOfCall = new HashMap<>();
    private final Set<UUID> ordered = new HashSet<>();
    private final Set<OrderId> endedOrders = new HashSet<>();
    /** Orders about agents of which it was told whether they are carried out. */
    private final Set<OrderId> answered = new HashSet<>();

    private final Map<UUID, Integer> othersWaiting = new HashMap<>();
    private final Map<UUID, AgentStatus> agents = new LinkedHashMap<>();
    private boolean up;
    private String whyDown = "";
    private boolean closed;

    @Override
    public void accept(EngineInput input) {
        assertThat(closed).as("from within an order: %s", input).isFalse();
        inputs.add(Timeless.input(input));
        if (input instanceof CallEvent event) {
            var before = latest.put(event.callId(), event.at());
            expect(before == null || !event.at().isBefore(before), event);
        }
        switch (input) {
            case LinkUp link -> linkUp(link);
            case LinkDown down -> {
                expect(up || !down.reason().equals(whyDown), down);
                up = false;
                whyDown = down.reason();
            }
            case CallRefused refused -> expect(calls.put(refused.callId(), Stage.OVER) == null, refused);
            case CallEvent event -> {
                expect(up, event);
                call(event);
            }
            case OrderAccepted accepted -> expect(up && answered.add(accepted.order()), accepted);
            case OrderRefused refused -> expect(up && answered.add(refused.order()), refused);
            case AgentChanged changed -> {
                expect(up, changed);
                agents.put(changed.agentId(), changed.now().status());
            }
            case OthersWait others -> {
                expect(up && others.callers() >= 0, others);
                var before = othersWaiting.put(others.queueId(), others.callers());
                expect(before == null || before != others.callers(), others);
            }
            default -> throw new AssertionError("not an input of an exchange: " + input);
        }
    }

    /** Runs an order; no input may come before it returns. */
    public void during(Runnable order) {
        closed = true;
        order.run();
        closed = false;
    }

    private void linkUp(LinkUp link) {
        boolean asked = up;
        up = true;
        agents.clear();
        othersWaiting.clear();
        link.now().agents().forEach((id, now) -> agents.put(id, now.status()));
        var there = link.now().calls().keySet();
        expect(there.stream().noneMatch(call -> calls.get(call) == Stage.OVER), link);
        // While the link was down, the exchange may have accepted a call unheard, but none that was never ordered.
        expect(there.stream().allMatch(call -> calls.containsKey(call) || (!asked && mayBeOrdered(call))), link);
        expect(!asked || open(calls).equals(there), link);
        link.now().calls().forEach(this::isAt);
    }

    /** The call is about to be ordered. Once one was told so, all have to be. */
    public void ordered(UUID callId) {
        ordered.add(callId);
    }

    private boolean mayBeOrdered(UUID callId) {
        return ordered.isEmpty() || ordered.contains(callId);
    }

    /** A snapshot has what was not told. */
    private void isAt(UUID callId, CallNow now) {
        calls.put(
                callId,
                switch (now.stage()) {
                    case DIALING -> Stage.ACCEPTED;
                    case RINGING -> Stage.RINGING;
                    case IDLE, IN_ORDER -> Stage.ANSWERED;
                    case TRANSFERRED -> Stage.TRANSFERRED;
                    case WAITING -> Stage.WAITING;
                    case AGENT_RINGING -> Stage.AGENT_RINGING;
                    case TALKING -> Stage.TALKING;
                });
        queueOfCall.put(callId, now.queueId());
        if (Ids.isNil(now.agentId())) {
            agentOfCall.remove(callId);
        } else {
            agentOfCall.put(callId, now.agentId());
        }
    }

    private void call(CallEvent event) {
        var callId = event.callId();
        var stage = calls.get(callId);
        switch (event) {
            case CallAccepted accepted -> move(accepted, stage == null, Stage.ACCEPTED);
            case CallRinging ringing -> move(ringing, stage == Stage.ACCEPTED, Stage.RINGING);
            case CallAnswered answered ->
                move(answered, stage == Stage.ACCEPTED || stage == Stage.RINGING, Stage.ANSWERED);
            case OrderEnded ended -> {
                expect(stage != null && stage != Stage.OVER, ended);
                expect(endedOrders.add(ended.order()), ended);
            }
            case CallListened listened -> expect(stage != null && stage != Stage.OVER, listened);
            case OthersCalled others -> {
                expect(stage != null && stage != Stage.OVER, others);
                var before = otherLines.put(callId, others.lines());
                expect(others.lines() != (before == null ? 0 : before), others);
            }
            case KeyPressed pressed -> expect(stage != null && stage != Stage.OVER, pressed);
            case QueueJoined joined -> {
                move(event, stage == Stage.ANSWERED, Stage.WAITING);
                queueOfCall.put(callId, joined.queueId());
            }
            case AgentRinging ringing -> {
                move(event, stage == Stage.WAITING || stage == Stage.AGENT_RINGING, Stage.AGENT_RINGING);
                expect(!isEngaged(ringing.agentId(), callId), event);
                agentOfCall.put(callId, ringing.agentId());
                agents.put(ringing.agentId(), AgentStatus.RINGING);
            }
            case AgentMissed missed -> {
                boolean rang = missed.agentId().equals(agentOfCall.get(callId));
                move(event, stage == Stage.WAITING || (stage == Stage.AGENT_RINGING && rang), Stage.WAITING);
                expect(rang || missed.why() == Missed.UNREACHABLE, event);
                agentOfCall.remove(callId);
            }
            case AgentConnected connected -> {
                move(event, stage == Stage.AGENT_RINGING, Stage.TALKING);
                expect(connected.agentId().equals(agentOfCall.get(callId)), event);
                agents.put(connected.agentId(), AgentStatus.BUSY);
            }
            case AgentReleased released -> {
                boolean passedOn = released.how() == Released.TRANSFERRED;
                move(event, stage == Stage.TALKING, passedOn ? Stage.TRANSFERRED : Stage.ANSWERED);
                expect(released.agentId().equals(agentOfCall.remove(callId)), event);
            }
            case QueueLeft left -> leave(left, stage);
            case CallEnded ended -> {
                boolean inQueue = stage == Stage.WAITING || stage == Stage.AGENT_RINGING;
                expect(stage != null && stage != Stage.OVER, event);
                expect(!inQueue || ended.outcome() == Outcome.UNKNOWN, event);
                calls.put(callId, Stage.OVER);
                agentOfCall.remove(callId);
            }
            case CallRefused refused -> throw new AssertionError("handled before: " + refused);
        }
    }

    private void leave(QueueLeft left, @Nullable Stage stage) {
        boolean inQueue = stage == Stage.WAITING || stage == Stage.AGENT_RINGING;
        move(left, inQueue || (stage == Stage.ANSWERED && left.how() == Left.QUEUE_GONE), Stage.ANSWERED);
        agentOfCall.remove(left.callId());
    }

    private boolean isEngaged(UUID agentId, UUID exceptCallId) {
        return agentOfCall.entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue().equals(agentId) && !entry.getKey().equals(exceptCallId));
    }

    private void move(CallEvent event, boolean possible, Stage to) {
        expect(possible, event);
        calls.put(event.callId(), to);
    }

    private void expect(boolean possible, EngineInput input) {
        assertThat(possible)
                .as("%s after %s", input, inputs.subList(Math.max(0, inputs.size() - 12), inputs.size()))
                .isTrue();
    }

    /** All that was told, see {@link Timeless}. */
    public List<EngineInput> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /** What came of one call. */
    public List<EngineInput> of(UUID callId) {
        return inputs.stream()
                .filter(input ->
                        input instanceof CallEvent event && event.callId().equals(callId))
                .toList();
    }

    public Set<UUID> openCalls() {
        return open(calls);
    }

    private static Set<UUID> open(Map<UUID, Stage> calls) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getValue() != Stage.OVER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Queues in which somebody waits without an agent's phone ringing. */
    public Set<UUID> queuesWithWaiting() {
        return calls.entrySet().stream()
                .filter(entry -> entry.getValue() == Stage.WAITING)
                .map(entry -> queueOfCall.getOrDefault(entry.getKey(), Ids.NIL))
                .collect(Collectors.toSet());
    }

    public Map<UUID, AgentStatus> agents() {
        return Collections.unmodifiableMap(agents);
    }

    public boolean isUp() {
        return up;
    }
}
