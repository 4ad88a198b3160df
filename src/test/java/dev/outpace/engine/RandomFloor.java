package dev.outpace.engine;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentConnected;
import dev.outpace.engine.EngineInput.AgentMissed;
import dev.outpace.engine.EngineInput.AgentRinging;
import dev.outpace.engine.EngineInput.CallAccepted;
import dev.outpace.engine.EngineInput.CallAnswered;
import dev.outpace.engine.EngineInput.CallEnded;
import dev.outpace.engine.EngineInput.CallRefused;
import dev.outpace.engine.EngineInput.CallRinging;
import dev.outpace.engine.EngineInput.EndedBy;
import dev.outpace.engine.EngineInput.Left;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.EngineInput.OrderEnded;
import dev.outpace.engine.EngineInput.Outcome;
import dev.outpace.engine.EngineInput.QueueJoined;
import dev.outpace.engine.EngineInput.QueueLeft;
import dev.outpace.engine.EngineInput.Refusal;
import dev.outpace.engine.Line.Stage;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.flow.MediaResult;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An exchange and people who do anything that they can do, in an order that chance decides: events late, doubled and of calls
 * that are over, links that go, clocks that are set, processes that are cut. What it told the engine it keeps for {@link
 * FloorCheck}, which looks after each step.
 */
@SuppressWarnings("NullAway")
final class RandomFloor {
    private static final int AGENTS = 6;
    private static final List<Outcome> NOT_ANSWERED =
            List.of(Outcome.BUSY, Outcome.REJECTED, Outcome.BAD_NUMBER, Outcome.FAILED, Outcome.CANCELLED);

    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final Duration OLD_JOIN = Duration.ofSeconds(10);
    private static final List<Missed> MISSES = List.of(Missed.values());

    final SplittableRandom random;
    final Map<UUID, Line> lines = new LinkedHashMap<>();
    /** As the engine was told. */
    final Map<UUID, AgentStatus> agents = new LinkedHashMap<>();

    final Set<UUID> held = new HashSet<>();
    final Map<UUID, Integer> refusedInRow = new HashMap<>();
    /** Targets that were given a new address by a person. */
    final Set<UUID> readdressed = new HashSet<>();

    /** Callers whom an agent took after their campaign's limit. */
    int takenLate;

    /** How often congestion halved the rate. */
    int slowed;

    EngineRig rig;
    FloorCheck check;
    boolean linkUp;
    /** The workspace is about to close. */
    boolean runningHeld;

    private final int refusedOfTen;
    private final Map<UUID, Long> joinsSince = new HashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final RetryRecount retries = new RetryRecount();
    private final Map<UUID, Instant> ends = new HashMap<>();
    private final RandomOrders orders;
    private long clockSetAt = Long.MIN_VALUE;

    /** Makes a workspace's next opening from the one before, which is null at first. */
    interface Opener {
        EngineRig next(EngineRig before);
    }

    private final Opener opener;

    RandomFloor(long seed, Opener opener) {
        random = new SplittableRandom(seed);
        this.opener = opener;
        refusedOfTen = random.nextInt(8) == 0 ? 8 : 1;
        rig = opener.next(null);
        orders = new RandomOrders(this);
        orders.makeWorkspace(AGENTS);
        open();
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
            check.all();
            if (random.nextInt(20) == 0) {
                check.momentsAddUp();
            }
        }
        new RandomEnd(this).finish();
        check.momentsAddUp();
        slowed += check.slowed();
    }

    private void open() {
        rig.goOn = random.nextInt(4) > 0;
        held.clear();
        refusedInRow.clear();
        linkUp = false;
        runningHeld = false;
        if (!rig.goOn) {
            holdRunning();
        }
        rig.seed = random.nextLong();
        rig.hearsMoments = false;
        slowed += check == null ? 0 : check.slowed();
        check = new FloorCheck(rig, this, tries, retries, ends);
        rig.open();
    }

    void holdRunning() {
        rig.store.book.campaigns().stream()
                .filter(campaign -> campaign.status() == CampaignStatus.RUN)
                .forEach(campaign -> held.add(campaign.id()));
    }

    private void step() {
        takeUpOrders();
        switch (random.nextInt(40)) {
            case 0, 1 -> orders.give();
            case 2 -> orders.edit();
            case 3 -> orders.changeTargets();
            case 4 -> {
                if (random.nextBoolean()) {
                    link();
                }
            }
            case 5, 6, 7 -> changeAgent();
            case 8, 9 -> oddEvent();
            case 10 -> pass(Duration.ofSeconds(random.nextInt(40)));
            case 11 -> rare();
            case 12, 13, 14, 15, 16, 17 -> pass(Duration.ofMillis(random.nextInt(3_000)));
            default -> {
                if (linkUp) {
                    moveOn();
                } else if (random.nextBoolean()) {
                    link();
                }
            }
        }
    }

    private void rare() {
        switch (random.nextInt(5)) {
            case 0 -> cut();
            case 1 -> setClock();
            case 2 -> orders.changeLimits();
            case 3 -> pass(Duration.ofMinutes(random.nextInt(20)));
            default -> orders.restartLink();
        }
    }

    void pass(Duration time) {
        var left = time;
        while (left.compareTo(SLICE) > 0) {
            passSlice(SLICE);
            left = left.minus(SLICE);
        }
        passSlice(left);
    }

    private void passSlice(Duration time) {
        answerOldJoins();
        rig.wait(time);
        takeUpOrders();
    }

    /** A queue says in time whether it takes a caller, also one whose call is to end. */
    private void answerOldJoins() {
        long now = rig.clock.monotonicNanos();
        for (var line : List.copyOf(lines.values())) {
            if (linkUp && line.stage == Stage.ANSWERED && rig.joined.containsKey(line.id)) {
                long since = joinsSince.computeIfAbsent(line.id, _ -> now);
                if (now - since >= OLD_JOIN.toNanos()) {
                    happen(queueAnswers(line));
                }
            }
        }
    }

    /** Calls that the engine ordered since the last look. */
    void takeUpOrders() {
        for (var request : rig.ordered.values()) {
            lines.computeIfAbsent(request.callId(), id -> new Line(id, rig.store.book.campaign(request.campaignId())));
        }
        lines.values().removeIf(line -> rig.store.calls.get(line.id).status() == CallStatus.DONE);
        rig.ordered.keySet().removeIf(id -> !lines.containsKey(id));
    }

    /** One thing happens to each of a few calls, in one instant. */
    private void moveOn() {
        var some = new ArrayList<>(lines.values());
        var inputs = new ArrayList<EngineInput>();
        int number = 1 + random.nextInt(3);
        while (number-- > 0 && !some.isEmpty()) {
            var line = some.remove(random.nextInt(some.size()));
            if (!line.stuck) {
                inputs.addAll(next(line));
            }
        }
        happen(inputs);
    }

    /** Whom the engine sets away meanwhile is away. */
    void happen(List<EngineInput> inputs) {
        rig.agentOrders.clear();
        rig.happens(inputs.toArray(EngineInput[]::new));
        agents.putAll(rig.agentOrders);
    }

    /** What an exchange may tell next of a call. */
    List<EngineInput> next(Line line) {
        if (rig.hungUp.contains(line.id) && line.stage != Stage.ORDERED) {
            switch (random.nextInt(16)) {
                case 0 -> line.stuck = true;
                case 1, 2, 3 -> {
                    return line.stage == Stage.ACCEPTED ? answered(line) : List.of();
                }
                default -> {
                    return ended(line, line.stage == Stage.ACCEPTED ? Outcome.CANCELLED : Outcome.COMPLETED);
                }
            }
        }
        return switch (line.stage) {
            case ORDERED -> random.nextInt(10) < refusedOfTen ? refused(line) : accepted(line);
            case ACCEPTED -> ringing(line);
            case ANSWERED -> inFlow(line);
            case JOINED -> waiting(line);
            case AGENT_RINGING -> agentRings(line);
            case TALKING -> random.nextInt(3) == 0 ? ended(line, Outcome.COMPLETED) : List.of();
        };
    }

    private List<EngineInput> refused(Line line) {
        refusedInRow.merge(line.campaign.id(), 1, Integer::sum);
        lines.remove(line.id);
        return List.of(new CallRefused(rig.now(), line.id, Refusal.CONGESTED, "congestion"));
    }

    private List<EngineInput> accepted(Line line) {
        line.stage = Stage.ACCEPTED;
        return List.of(new CallAccepted(rig.now(), line.id));
    }

    private List<EngineInput> ringing(Line line) {
        return switch (random.nextInt(8)) {
            case 0 -> rings(line);
            case 1, 2, 3, 4 -> answered(line);
            case 5 -> ended(line, NOT_ANSWERED.get(random.nextInt(NOT_ANSWERED.size())));
            case 6 -> List.of();
            default -> ended(line, Outcome.NO_ANSWER);
        };
    }

    private List<EngineInput> rings(Line line) {
        refusedInRow.put(line.campaign.id(), 0);
        return List.of(new CallRinging(rig.now(), line.id));
    }

    private List<EngineInput> answered(Line line) {
        refusedInRow.put(line.campaign.id(), 0);
        line.answered(rig.hungUp.contains(line.id));
        return List.of(new CallAnswered(rig.now(), line.id));
    }

    private List<EngineInput> inFlow(Line line) {
        if (random.nextInt(8) == 0) {
            return ended(line, Outcome.COMPLETED);
        }
        if (rig.executed.remove(line.id)) {
            return List.of(rig.orderEnded(
                    line.id, random.nextInt(5) == 0 ? MediaResult.failed("no voice") : MediaResult.DONE));
        }
        return rig.joined.containsKey(line.id) ? queueAnswers(line) : List.of();
    }

    private List<EngineInput> queueAnswers(Line line) {
        joinsSince.remove(line.id);
        var queueId = rig.joined.remove(line.id);
        if (rig.store.book.queue(queueId) == null) {
            return leftQueue(line, Left.QUEUE_GONE);
        }
        line.joined(queueId, rig.clock.monotonicNanos());
        return List.of(new QueueJoined(rig.now(), line.id, queueId));
    }

    private List<EngineInput> waiting(Line line) {
        var free = freeAgent(line);
        return switch (random.nextInt(8)) {
            case 0 -> leftQueue(line, Left.TIMEOUT);
            case 1 -> abandons(line);
            case 2 -> free == null ? List.of() : connected(line, free);
            case 3 -> ended(line, Outcome.COMPLETED);
            default -> free == null ? List.of() : rings(line, free);
        };
    }

    private List<EngineInput> agentRings(Line line) {
        return switch (random.nextInt(6)) {
            case 0 -> abandons(line);
            case 1 -> ended(line, Outcome.COMPLETED);
            case 2 -> missed(line, EngineRig.id(line.agent));
            default -> connected(line, EngineRig.id(line.agent));
        };
    }

    private List<EngineInput> missed(Line line, UUID agentId) {
        line.waitsAgain(rig.clock.monotonicNanos());
        agents.put(agentId, AgentStatus.AVAILABLE);
        return List.of(
                new AgentMissed(rig.now(), line.id, agentId, MISSES.get(random.nextInt(MISSES.size()))),
                new AgentChanged(rig.now(), agentId, AgentNow.of(AgentStatus.AVAILABLE)));
    }

    private List<EngineInput> rings(Line line, UUID agentId) {
        line.stage = Stage.AGENT_RINGING;
        line.agent = number(agentId);
        agents.put(agentId, AgentStatus.RINGING);
        return List.of(new AgentRinging(rig.now(), line.id, agentId));
    }

    private List<EngineInput> connected(Line line, UUID agentId) {
        line.stage = Stage.TALKING;
        line.agent = number(agentId);
        agents.put(agentId, AgentStatus.BUSY);
        return List.of(new AgentConnected(rig.now(), line.id, agentId));
    }

    private List<EngineInput> leftQueue(Line line, Left how) {
        line.leftQueue(how != Left.ABANDONED && !rig.hungUp.contains(line.id));
        return List.of(new QueueLeft(rig.now(), line.id, how));
    }

    private List<EngineInput> abandons(Line line) {
        int agent = line.agent;
        var inputs = new ArrayList<>(leftQueue(line, Left.ABANDONED));
        line.agent = agent;
        inputs.addAll(ended(line, Outcome.COMPLETED));
        return inputs;
    }

    private List<EngineInput> ended(Line line, Outcome outcome) {
        lines.remove(line.id);
        refusedInRow.put(line.campaign.id(), 0);
        var inputs = new ArrayList<EngineInput>();
        inputs.add(new CallEnded(rig.now(), line.id, outcome, EndedBy.UNKNOWN));
        if (line.agent != 0) {
            boolean wrapsUp = random.nextBoolean();
            inputs.add(agentIs(EngineRig.id(line.agent), wrapsUp ? AgentStatus.BUSY : AgentStatus.AVAILABLE, wrapsUp));
        }
        return inputs;
    }

    private AgentChanged agentIs(UUID agentId, AgentStatus status, boolean wrapsUp) {
        agents.put(agentId, status);
        return new AgentChanged(rig.now(), agentId, wrapsUp ? AgentNow.wrappingUp(rig.now()) : AgentNow.of(status));
    }

    private UUID freeAgent(Line line) {
        var queue = rig.store.book.queue(line.queueId());
        for (var agent : rig.store.book.agents()) {
            if (queue != null && queue.serves(agent) && agents.get(agent.id()) == AgentStatus.AVAILABLE) {
                return agent.id();
            }
        }
        return null;
    }

    static int number(UUID id) {
        return (int) id.getLeastSignificantBits();
    }

    private void changeAgent() {
        var free = idleAgents();
        if (linkUp && !free.isEmpty()) {
            var statuses = AgentStatus.values();
            var status = random.nextInt(2) == 0 ? AgentStatus.AVAILABLE : statuses[random.nextInt(statuses.length)];
            rig.happens(agentIs(free.get(random.nextInt(free.size())), status, false));
        }
    }

    /** Agents who have no call. */
    List<UUID> idleAgents() {
        var idle = new ArrayList<UUID>();
        for (var agent : rig.store.book.agents()) {
            if (lines.values().stream().noneMatch(line -> line.agent == number(agent.id()))) {
                idle.add(agent.id());
            }
        }
        return idle;
    }

    /** Events that come twice, too late, or of things that nobody knows. */
    private void oddEvent() {
        var over = rig.store.calls.values().stream()
                .filter(call -> call.status() == CallStatus.DONE)
                .map(call -> call.id())
                .toList();
        var id = over.isEmpty() || random.nextInt(4) == 0
                ? new UUID(7, random.nextInt(9))
                : over.get(random.nextInt(over.size()));
        var agentId = EngineRig.id(90 + random.nextInt(3));
        rig.happens(
                switch (random.nextInt(9)) {
                    case 0 -> new CallAccepted(rig.now(), id);
                    case 1 -> new CallAnswered(rig.now(), id);
                    case 2 -> new CallEnded(rig.now(), id, Outcome.COMPLETED, EndedBy.UNKNOWN);
                    case 3 -> new CallRefused(rig.now(), id, Refusal.NO_TRUNK, "late");
                    case 4 -> new AgentConnected(rig.now(), id, agentId);
                    case 5 -> new QueueLeft(rig.now(), id, Left.TIMEOUT);
                    case 6 -> new AgentChanged(rig.now(), agentId, AgentNow.of(AgentStatus.AVAILABLE));
                    case 7 -> new QueueJoined(rig.now(), id, EngineRig.id(40));
                    default -> doubled();
                });
    }

    private EngineInput doubled() {
        for (var line : lines.values()) {
            switch (line.stage) {
                case ANSWERED -> {
                    return new CallAnswered(rig.now(), line.id);
                }
                case JOINED -> {
                    return new QueueJoined(rig.now(), line.id, EngineRig.id(40));
                }
                case TALKING -> {
                    return new AgentConnected(rig.now(), line.id, EngineRig.id(line.agent));
                }
                case ORDERED, ACCEPTED, AGENT_RINGING -> {}
            }
        }
        return new OrderEnded(rig.now(), new OrderId(1), new UUID(7, 1), MediaResult.DONE);
    }

    void link() {
        if (linkUp) {
            linkUp = false;
            rig.happens(new LinkDown(rig.now(), "cable"));
        } else {
            comeUp();
        }
    }

    /** Some calls are gone meanwhile, and some agents are elsewhere. */
    void comeUp() {
        takeUpOrders();
        lines.values().removeIf(_ -> random.nextInt(6) == 0);
        for (var agentId : idleAgents()) {
            if (random.nextInt(3) == 0 || !agents.containsKey(agentId)) {
                agents.put(agentId, random.nextInt(4) == 0 ? AgentStatus.AWAY : AgentStatus.AVAILABLE);
            }
        }
        if (!linkUp) {
            joinsSince.clear();
        }
        linkUp = true;
        rig.happens(new LinkUp(rig.now(), false, snapshot()));
    }

    private Snapshot snapshot() {
        var calls = new LinkedHashMap<UUID, CallNow>();
        lines.forEach((id, line) -> calls.put(id, line.now()));
        var all = new LinkedHashMap<UUID, AgentNow>();
        agents.forEach((id, status) -> all.put(id, AgentNow.of(status)));
        return new Snapshot(calls, all);
    }

    /** The process dies; the exchange may have kept some of the calls. */
    private void cut() {
        boolean exchangeDies = random.nextBoolean();
        rig = opener.next(rig);
        var kept = new ArrayList<>(lines.values());
        lines.clear();
        agents.clear();
        open();
        check.all();
        if (!exchangeDies) {
            kept.removeIf(_ -> random.nextBoolean());
            kept.forEach(this::adopt);
        }
        check.adopted(lines.size());
        linkUp = true;
        for (var agentId : idleAgents()) {
            agents.put(agentId, AgentStatus.AVAILABLE);
        }
        for (var line : lines.values()) {
            if (line.agent != 0) {
                agents.put(EngineRig.id(line.agent), AgentStatus.BUSY);
            }
        }
        rig.happens(new LinkUp(rig.now(), false, snapshot()));
    }

    /** What the engine knows of a call that outlived its process is what it wrote down. */
    private void adopt(Line before) {
        var facts = rig.store.calls.get(before.id);
        var line = new Line(before.id, rig.store.book.campaign(facts.campaignId()));
        line.flowUnknown = facts.answeredAt() != null;
        if (facts.connectedAt() != null) {
            line.stage = Stage.TALKING;
            line.agent = before.agent;
        } else if (facts.queuedAt() != null) {
            line.joined(facts.queueId(), rig.clock.monotonicNanos());
        } else if (facts.answeredAt() != null) {
            line.answered(true);
        } else {
            line.stage = Stage.ACCEPTED;
        }
        lines.put(line.id, line);
    }

    private void setClock() {
        clockSetAt = rig.clock.monotonicNanos();
        var by = Duration.ofSeconds(3 + random.nextInt(4_000));
        Instant now = rig.clock.wallTime();
        rig.clock.setWallTime(random.nextBoolean() ? now.plus(by) : now.minus(by));
        rig.run.settle();
    }

    boolean clockWasSet() {
        return clockSetAt != Long.MIN_VALUE
                && rig.clock.monotonicNanos() - clockSetAt
                        < Duration.ofSeconds(3).toNanos();
    }

    void start(UUID campaignId) {
        orders.start(campaignId);
    }

    void readdressed(UUID targetId, int slot) {
        readdressed.add(targetId);
        tries.remove(targetId + "/" + slot);
        retries.begunAnew(targetId, slot);
    }

    List<Problem> order(EngineInput.Order order) {
        return rig.order(order);
    }
}
