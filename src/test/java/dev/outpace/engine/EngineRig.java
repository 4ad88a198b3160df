package dev.outpace.engine;

import dev.outpace.engine.EngineInput.Order;
import dev.outpace.engine.Snapshot.AgentNow;
import dev.outpace.engine.Snapshot.CallNow;
import dev.outpace.engine.Snapshot.CallStage;
import dev.outpace.flow.MediaOrder;
import dev.outpace.flow.MediaResult;
import dev.outpace.formats.JacksonJson;
import dev.outpace.journal.EngineJournal;
import dev.outpace.journal.JournalFolder;
import dev.outpace.model.Action;
import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentMoment;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.Alarm;
import dev.outpace.model.AwayReason;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.LineLimits;
import dev.outpace.model.LinkReturn;
import dev.outpace.model.Outdial;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.Problem;
import dev.outpace.model.Queue;
import dev.outpace.model.Resource;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetStatus;
import dev.outpace.pacing.StandardPolicies;
import dev.outpace.simulation.VirtualClock;
import dev.outpace.simulation.VirtualRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** An engine on a virtual clock, with a telephony that does nothing by itself: the test tells what happens. */
@SuppressWarnings("NullAway")
final class EngineRig implements Telephony, EngineListener {
    static final Instant START = Instant.parse("2026-05-12T08:00:00Z");

    final VirtualClock clock;
    final MemoryStore store;
    final EngineInbox inbox = new EngineInbox();
    final Map<UUID, CallRequest> ordered = new LinkedHashMap<>();
    final List<UUID> claimedWhenOrdered = new ArrayList<>();
    final Set<UUID> hungUp = new LinkedHashSet<>();
    final List<UUID> executed = new ArrayList<>();
    final List<MediaOrder> orders = new ArrayList<>();
    /** Callers who were to leave their queue. */
    final List<UUID> left = new ArrayList<>();

    final List<OrderId> cancelled = new ArrayList<>();
    int snapshotsRequested;
    /** Orders about agents are carried out at once; otherwise the latest is here. */
    boolean answersAgentOrders = true;

    OrderId agentOrder;
    final Map<UUID, UUID> joined = new LinkedHashMap<>();
    final Map<UUID, Duration> longestWaits = new HashMap<>();
    final List<PacingDecision> decisions = new ArrayList<>();
    private final Map<UUID, OrderId> orderOf = new HashMap<>();
    final Map<UUID, AgentStatus> agentOrders = new LinkedHashMap<>();
    final List<Alarm> alarms = new ArrayList<>();
    final List<LinkReturn> returns = new ArrayList<>();
    final Map<UUID, CampaignMoment> moments = new HashMap<>();
    final Map<UUID, AgentMoment> agentMoments = new HashMap<>();
    LineLimits limits = new LineLimits(1_000, 1_000);
    boolean goOn = true;
    /** Of call ids: another for each opening, as in real life. */
    long seed = 42;

    TargetPool pool;
    FactLog factLog;
    TargetEdits targets;
    Function<EngineRig, EngineState> opening = rig -> rig.store.state(rig.limits, rig.seed, rig.goOn);
    /** Hears of every decision, in the instant in which it is made. */
    Consumer<PacingDecision> whenDecided = _ -> {};
    /** Hears of every input from outside before the engine does. */
    Consumer<EngineInput> whenTold = _ -> {};

    boolean hearsMoments = true;
    Set<Capability> capabilities = Set.of(Capability.values());
    CampaignEngine engine;
    /** Where openings are written down; null for nowhere. */
    JournalFolder journals;

    EngineJournal recording;
    VirtualRun run;
    private long targetSeq;

    EngineRig() {
        this(new VirtualClock(START), new MemoryStore());
    }

    EngineRig(Instant start) {
        this(new VirtualClock(start), new MemoryStore());
    }

    private EngineRig(VirtualClock clock, MemoryStore store) {
        this.clock = clock;
        this.store = store;
        this.pool = store;
        this.factLog = store;
        this.targets = store;
        store.reopened = outdialId -> inbox.accept(new EngineInput.TargetsChanged(outdialId));
    }

    static UUID id(int number) {
        return new UUID(0xC0FFEEL, number);
    }

    static Outplan outplan(int number, long tryIntervalMillis, Integer... tries) {
        var counts = new ArrayList<>(Arrays.asList(tries));
        while (counts.size() < Outplan.DESTINATIONS) {
            counts.add(0);
        }
        return new Outplan(
                id(number), "plan " + number, "", null, 20_000, tryIntervalMillis, counts, Stamps.NONE, Json.Obj.EMPTY);
    }

    static Queue queue(int number) {
        return new Queue(
                id(number),
                "queue " + number,
                "",
                "random",
                List.of(id(number)),
                Ids.NIL,
                0,
                0,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    static Agent agent(int number, int... queues) {
        var tags = Arrays.stream(queues).mapToObj(EngineRig::id).toList();
        return new Agent(
                id(number),
                "agent" + number + "@example.com",
                "agent " + number,
                "",
                "ringall",
                AgentStatus.AVAILABLE,
                0,
                tags,
                List.of(),
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    static Outdial list(int number) {
        return new Outdial(id(number), Ids.NIL, "list " + number, "", "", Stamps.NONE, Json.Obj.EMPTY);
    }

    static Campaign campaign(int number, int outplan, int list, int queue, int serviceLevel) {
        return campaign(number, CampaignType.CALL, outplan, list, queue, serviceLevel, EndHandle.STOP, 0, List.of());
    }

    static Campaign campaign(
            int number,
            CampaignType type,
            int outplan,
            int list,
            int queue,
            int serviceLevel,
            EndHandle endHandle,
            int next,
            List<Action> actions) {
        return new Campaign(
                id(number),
                type,
                "campaign " + number,
                "",
                CampaignStatus.STOP,
                serviceLevel,
                endHandle,
                actions,
                idOrNil(outplan),
                idOrNil(list),
                idOrNil(queue),
                idOrNil(next),
                CampaignOptions.DEFAULT,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    static Action action(String type) {
        return new Action(Ids.NIL, Ids.NIL, type, null, Json.Obj.EMPTY);
    }

    static Action queueJoin(int queue) {
        var option = Json.Obj.EMPTY.with("queue_id", new Json.Text(id(queue).toString()));
        return action("queue_join").withOption(option);
    }

    static Action sleep(Duration time) {
        return action("sleep")
                .withOption(Json.Obj.EMPTY.with("duration", new Json.Num(BigDecimal.valueOf(time.toMillis()))));
    }

    private static UUID idOrNil(int number) {
        return number == 0 ? Ids.NIL : id(number);
    }

    EngineRig with(Resource... resources) {
        List.of(resources).forEach(store.book::put);
        return this;
    }

    EngineRig running(int... campaigns) {
        for (int number : campaigns) {
            store.book.put(store.book.campaign(id(number)).withStatus(CampaignStatus.RUN));
        }
        return this;
    }

    /** The same through the journal, as another store needs it. */
    void saveRunning(int campaign) {
        factLog.write(new FactLog.Fact.StatusesChanged(List.of(
                new FactLog.StatusChange(id(campaign), CampaignStatus.RUN, null, clock.wallTime(), clock.wallTime()))));
    }

    OutdialTarget target(int list, String... numbers) {
        var destinations = new ArrayList<Address>();
        for (var number : numbers) {
            destinations.add(number.isEmpty() ? null : Address.tel(number));
        }
        while (destinations.size() < Outplan.DESTINATIONS) {
            destinations.add(null);
        }
        var target = target(list, ++targetSeq, destinations);
        targets.add(target);
        return target;
    }

    static OutdialTarget target(int list, long seq, List<Address> destinations) {
        return new OutdialTarget(
                new UUID(0x7A26E7L, seq),
                id(list),
                seq,
                "target " + seq,
                "",
                "",
                TargetStatus.IDLE,
                destinations,
                List.of(0, 0, 0, 0, 0),
                null,
                null,
                Stamps.NONE,
                Json.Obj.EMPTY);
    }

    /** Stores a resource beside the engine, as before an opening. */
    void save(Resource resource) {
        factLog.write(new FactLog.Fact.ResourceSaved(resource));
    }

    void targets(int list, int count) {
        for (int i = 0; i < count; i++) {
            target(list, "+1212555%04d".formatted(targetSeq + 1));
        }
    }

    EngineRig open() {
        engine = journals == null
                ? new CampaignEngine(clock, this, pool, factLog, this, state(), new JacksonJson(), inbox::accept)
                : recorded(journals.record(clock, 1, () -> 30, failure -> {
                    throw new AssertionError(failure);
                }));
        run = new VirtualRun(clock, inbox, engine);
        engine.begin();
        run.settle();
        return this;
    }

    private CampaignEngine recorded(EngineJournal made) {
        recording = made;
        return engine(made, this, inbox::accept);
    }

    /** An engine of this rig that is written down. */
    CampaignEngine engine(EngineJournal made, Telephony telephony, Consumer<EngineInput> into) {
        var state = state();
        made.open(state);
        return new CampaignEngine(
                made.clock(),
                made.telephony(telephony),
                made.targets(pool),
                made.facts(factLog),
                made.listener(this),
                state,
                new JacksonJson(),
                into,
                new StandardPolicies(),
                made);
    }

    EngineState state() {
        return opening.apply(this);
    }

    /** The same workspace, opened again after its process was cut. */
    EngineRig cut() {
        var again = new EngineRig(new VirtualClock(clock.wallTime()), store);
        again.seed = seed + 1;
        again.limits = limits;
        again.journals = journals;
        again.targetSeq = targetSeq;
        return again;
    }

    Instant now() {
        return clock.wallTime();
    }

    /** The exchange has these calls, just dialing or wherever the engine has them, and all agents as they are set. */
    void linkUp(UUID... live) {
        var agents = new LinkedHashMap<UUID, AgentNow>();
        store.book.agents().forEach(agent -> agents.put(agent.id(), AgentNow.of(agent.status())));
        var calls = new LinkedHashMap<UUID, CallNow>();
        for (var call : live) {
            calls.put(call, CallNow.of(CallStage.DIALING));
        }
        happens(new EngineInput.LinkUp(now(), false, new Snapshot(calls, agents)));
    }

    void happens(EngineInput... inputs) {
        for (var input : inputs) {
            whenTold.accept(input);
            inbox.accept(input);
        }
        run.settle();
    }

    List<Problem> order(Order order) {
        var problems = engine.accept(order);
        run.settle();
        return problems;
    }

    List<Problem> start(int campaign) {
        return order(new EngineInput.CampaignStarted(id(campaign)));
    }

    void wait(Duration time) {
        run.run(time);
    }

    /** Ids of the calls that were ordered and not ended, oldest first. */
    List<UUID> open(int campaign) {
        return store.unfinished().stream()
                .filter(call -> call.campaignId().equals(id(campaign)))
                .map(call -> call.id())
                .toList();
    }

    void accepted(UUID callId) {
        happens(new EngineInput.CallAccepted(now(), callId));
    }

    void answered(UUID callId) {
        happens(new EngineInput.CallAccepted(now(), callId), new EngineInput.CallAnswered(now(), callId));
    }

    void ended(UUID callId, EngineInput.Outcome outcome) {
        happens(new EngineInput.CallEnded(now(), callId, outcome, EngineInput.EndedBy.UNKNOWN));
    }

    void agentIs(int agent, AgentStatus status) {
        happens(new EngineInput.AgentChanged(now(), id(agent), AgentNow.of(status)));
    }

    /** The end of the order that the call's leg was given last. */
    EngineInput orderEnded(UUID callId, MediaResult result) {
        return new EngineInput.OrderEnded(now(), orderOf.get(callId), callId, result);
    }

    /** The person answers, gets the agent, talks and hangs up. */
    void talksTo(UUID callId, int agent) {
        answered(callId);
        happens(
                new EngineInput.QueueJoined(now(), callId, joined.get(callId)),
                new EngineInput.AgentChanged(now(), id(agent), AgentNow.of(AgentStatus.RINGING)),
                new EngineInput.AgentRinging(now(), callId, id(agent)),
                new EngineInput.AgentConnected(now(), callId, id(agent)),
                new EngineInput.AgentChanged(now(), id(agent), AgentNow.of(AgentStatus.BUSY)));
        happens(
                new EngineInput.CallEnded(now(), callId, EngineInput.Outcome.COMPLETED, EngineInput.EndedBy.UNKNOWN),
                new EngineInput.AgentChanged(now(), id(agent), AgentNow.of(AgentStatus.AVAILABLE)));
    }

    CampaignMoment moment(int campaign) {
        engine.accept(new EngineInput.LimitsChanged(limits));
        wait(Duration.ofMillis(60));
        return moments.get(id(campaign));
    }

    PacingDecision lastDecision(int campaign) {
        return decisions.stream()
                .filter(decision -> decision.snapshot().campaignId().equals(id(campaign)))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public void connect() {}

    @Override
    public void assign(List<Queue> queues, List<Agent> agents) {}

    @Override
    public void originate(CallRequest request) {
        ordered.put(request.callId(), request);
        if (store.calls.containsKey(request.callId())) {
            claimedWhenOrdered.add(request.callId());
        }
    }

    @Override
    public void hangUp(UUID callId) {
        hungUp.add(callId);
    }

    @Override
    public void execute(OrderId order, UUID callId, MediaOrder media) {
        executed.add(callId);
        orders.add(media);
        orderOf.put(callId, order);
    }

    @Override
    public void cancel(OrderId order) {
        cancelled.add(order);
    }

    @Override
    public void joinQueue(UUID callId, UUID queueId, Duration maxWait) {
        joined.put(callId, queueId);
        longestWaits.put(callId, maxWait);
    }

    @Override
    public void leaveQueue(UUID callId) {
        left.add(callId);
    }

    @Override
    public void requestSnapshot() {
        snapshotsRequested++;
    }

    @Override
    public void close() {}

    @Override
    public void changeAgent(OrderId order, UUID agentId, AgentStatus status, AwayReason why) {
        if (!answersAgentOrders) {
            agentOrder = order;
            return;
        }
        agentOrders.put(agentId, status);
        inbox.accept(new EngineInput.OrderAccepted(now(), order));
        inbox.accept(new EngineInput.AgentChanged(now(), agentId, AgentNow.of(status)));
    }

    @Override
    public void decided(PacingDecision decision) {
        decisions.add(decision);
        whenDecided.accept(decision);
    }

    @Override
    public boolean hearsMoments() {
        return hearsMoments;
    }

    @Override
    public void campaignMoved(CampaignMoment moment) {
        moments.put(moment.campaignId(), moment);
    }

    @Override
    public void agentMoved(AgentMoment moment) {
        agentMoments.put(moment.agentId(), moment);
    }

    @Override
    public void alarmed(Alarm alarm) {
        alarms.add(alarm);
    }

    @Override
    public void linkReturned(LinkReturn what) {
        returns.add(what);
    }

    @Override
    public void linkChanged(boolean up, String reason) {}
}
