package dev.outpace.engine;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.TimerFired;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.Telephony.OrderId;
import dev.outpace.floor.CallFloor;
import dev.outpace.floor.Line;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Address;
import dev.outpace.model.Alarm;
import dev.outpace.model.CallStep;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.NumberRest;
import dev.outpace.model.Outplan;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.pacing.PacingMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The call-centre floor: all that the engine knows right now, and its way out to the ports. */
final class Floor {
    /** A campaign of type flow needs no outplan: each target is then worked on once for each of its destinations. */
    private static final Outplan ONE_TRY_EACH = new Outplan(
            Ids.NIL, "", "", null, 0, 0, Collections.nCopies(Outplan.DESTINATIONS, 1), Stamps.NONE, Json.Obj.EMPTY);

    private static final int ORDERS_OF_OPENING = 32;
    private static final long OPENINGS = 0x7FFF_FFFFL;

    final EngineClock clock;
    final Telephony telephony;
    final TargetPool pool;
    final FactLog factLog;
    final EngineListener listener;
    final ResourceBook book = new ResourceBook();
    final CallFloor board;
    final PacingMemory memory = new PacingMemory();
    final Lines lines;
    final Map<UUID, CampaignRun> runs = new LinkedHashMap<>();
    /** The same campaigns, for asking them in turn. */
    final List<CampaignRun> runOrder = new ArrayList<>();

    final Map<UUID, ActiveCall> calls = new LinkedHashMap<>();
    private final Map<UUID, ListFloor> lists = new LinkedHashMap<>();
    private final Map<String, Integer> addressesInCall = new LinkedHashMap<>();
    private final Consumer<EngineInput> inbox;
    /** Numbers of earlier openings lie elsewhere: an exchange may still tell of their orders. */
    private long lastOrder;

    boolean linkUp;
    String linkReason = "";
    /** The workspace closes: campaigns that follow others wait, too. */
    boolean runningHeld;

    /** Why the store can't be written; null while it can. */
    @Nullable
    StoreDown storeDown;

    /** Launching pauses until wall time and timers agree again. */
    boolean clockChanged;

    Floor(
            EngineClock clock,
            Telephony telephony,
            TargetPool pool,
            FactLog factLog,
            EngineListener listener,
            EngineState state,
            Consumer<EngineInput> inbox) {
        this.clock = clock;
        this.board = new CallFloor(clock::monotonicNanos, memory::learnFrom);
        this.telephony = telephony;
        this.pool = pool;
        this.factLog = factLog;
        this.listener = listener;
        this.inbox = inbox;
        this.lines = new Lines(state.limits());
        this.lastOrder = (state.seed() & OPENINGS) << ORDERS_OF_OPENING;
        state.targets().forEach((id, counts) -> lists.put(id, new ListFloor(id, counts)));
    }

    ListFloor list(UUID outdialId) {
        return lists.computeIfAbsent(outdialId, id -> new ListFloor(id, TargetCounts.NONE));
    }

    /** A call of type flow is no line of any queue. */
    Line line(CampaignRun run, CampaignCall call, boolean keepsAgent) {
        boolean paced = call.referenceType() == CampaignType.CALL;
        var pacedBy = paced ? run.onFloor.queue().id() : Ids.NIL;
        return board.line(run.onFloor, pacedBy, keepsAgent);
    }

    /** Remembered with the campaign, since every decision asks for it. */
    ListFloor listOf(CampaignRun run) {
        var list = run.list;
        if (list == null || !list.outdialId.equals(run.campaign.outdialId())) {
            list = list(run.campaign.outdialId());
            run.list = list;
        }
        return list;
    }

    /** The flow of a campaign by the campaign's id; null where there is none. */
    @Nullable
    FlowGraph flow(UUID id) {
        var campaign = book.campaign(id);
        var run = runs.get(id);
        return campaign == null || run == null ? null : run.flowOf(campaign);
    }

    Outplan outplanOf(Campaign campaign) {
        var outplan = book.outplan(campaign.outplanId());
        return outplan == null ? ONE_TRY_EACH : outplan;
    }

    EngineClock.Timer timer(TimerKey key, Duration delay) {
        return clock.schedule(delay, () -> inbox.accept(new TimerFired(key)));
    }

    OrderId nextOrder() {
        return new OrderId(++lastOrder);
    }

    void tick() {
        clock.schedule(Duration.ofSeconds(1), () -> inbox.accept(new EngineInput.Tick()));
    }

    /** For the history of a call: what we do now. */
    void note(ActiveCall call, CallStep.Kind kind, UUID actionId, String text) {
        note(call, clock.wallTime(), kind, actionId, text);
    }

    void note(ActiveCall call, CallStep.Kind kind, String text) {
        note(call, kind, Ids.NIL, text);
    }

    /** For the history of a call: what the exchange told, at its moment there. */
    void told(ActiveCall call, Instant at, CallStep.Kind kind, String text) {
        note(call, at, kind, Ids.NIL, text);
    }

    /** @param subject the id of a queue or an agent */
    void told(ActiveCall call, Instant at, CallStep.Kind kind, UUID subject) {
        if (factLog.hearsNotes()) {
            told(call, at, kind, subject.toString());
        }
    }

    private void note(ActiveCall call, Instant at, CallStep.Kind kind, UUID actionId, String text) {
        if (factLog.hearsNotes()) {
            factLog.write(new FactLog.Fact.CallNoted(new CallStep(call.id(), at, kind, actionId, text)));
        }
    }

    void alarm(UUID campaignId, Problem problem) {
        listener.alarmed(new Alarm(clock.wallTime(), campaignId, problem));
    }

    /** How long numbers are left alone for a campaign; its clock may run faster than the wall. */
    NumberRest restOf(Campaign campaign) {
        var rules = campaign.options().compliance();
        var afterAbandon = campaign.restsAbandoned() ? onTheWall(Duration.ofHours(rules.redialHours())) : Duration.ZERO;
        var byOutplan = onTheWall(outplanOf(campaign).retryAfter());
        boolean earlier = rules.redialWithAgent() && byOutplan.compareTo(afterAbandon) < 0;
        return new NumberRest(onTheWall(lines.limits().numberGap()), afterAbandon, earlier ? byOutplan : afterAbandon);
    }

    private Duration onTheWall(Duration engineTime) {
        return Duration.between(clock.wallTime(), clock.wallTimeAfter(engineTime));
    }

    boolean inCall(Address address) {
        return addressesInCall.containsKey(address.dialKey());
    }

    void enters(ActiveCall call) {
        calls.put(call.id(), call);
        call.run.calls.add(call);
        list(call.facts.outdialId()).inCall++;
        var destination = call.facts.destination();
        if (destination != null && call.facts.referenceType() == CampaignType.CALL) {
            addressesInCall.merge(destination.dialKey(), 1, Integer::sum);
        }
        if (call.stage == ActiveCall.Stage.DIALING) {
            board.dialed(call.line);
        } else {
            board.changed(call.line);
        }
    }

    void leaves(ActiveCall call) {
        boolean linesWereFull = lines.full();
        calls.remove(call.id());
        call.run.calls.remove(call);
        var list = list(call.facts.outdialId());
        list.inCall--;
        var destination = call.facts.destination();
        if (destination != null && call.facts.referenceType() == CampaignType.CALL) {
            addressesInCall.computeIfPresent(destination.dialKey(), (_, count) -> count == 1 ? null : count - 1);
        }
        lines.release();
        if (linesWereFull) {
            wakeAll();
        }
        board.changed(call.line);
    }

    List<UUID> listIds() {
        return List.copyOf(lists.keySet());
    }

    /** Moments on the wall are to be read again. */
    void somethingMayBeDueEverywhere() {
        lists.values().forEach(ListFloor::somethingMayBeDue);
    }

    void wakeListUsers(UUID outdialId) {
        for (var run : runs.values()) {
            if (run.campaign.outdialId().equals(outdialId)) {
                run.wake();
            }
        }
    }

    void wakeAll() {
        runs.values().forEach(CampaignRun::wake);
    }

    /** Keeps an agent free for a caller on the way to a queue; none where the way leads to no queue. */
    void reserve(ActiveCall call, FlowLead lead) {
        if (board.reserve(call.line, lead.queueId(), !lead.surely())) {
            endReservationTime(call);
        }
    }

    void unreserve(ActiveCall call) {
        board.release(call.line);
        endReservationTime(call);
    }

    private static void endReservationTime(ActiveCall call) {
        if (call.reservationOver != null) {
            call.reservationOver.cancel();
            call.reservationOver = null;
        }
    }

    List<ActiveCall> callsNow() {
        return List.copyOf(calls.values());
    }
}
