package dev.outpace.engine;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.CampaignTried;
import dev.outpace.engine.EngineInput.Closing;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.OrderAccepted;
import dev.outpace.engine.EngineInput.OrderRefused;
import dev.outpace.engine.EngineInput.OthersWait;
import dev.outpace.engine.EngineInput.RunningHeld;
import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.StoreUp;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.engine.EngineInput.Tick;
import dev.outpace.engine.EngineInput.TimerFired;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.floor.CallFloor;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.Lines;
import dev.outpace.model.Campaign;
import dev.outpace.model.EndCause;
import dev.outpace.model.JsonText;
import dev.outpace.model.PastCall;
import dev.outpace.model.Problem;
import dev.outpace.pacing.BrakeListener;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.StandardPolicies;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs the campaigns of a workspace. It only reacts: {@link #accept} applies one input. After all inputs of an instant, {@link
 * #launch} places the calls that may be placed. The same inputs at the same moments give the same decisions.
 */
public final class CampaignEngine {
    private static final long SECONDS_OF_HOUR = 3_600;

    private final Telephony telephony;
    private final Outside outside;
    private final CallFloor floor;
    private final Lines lines;
    private final CongestionWatch congestion;
    private final CampaignRuns campaigns;
    private final CallsInProgress calls;
    private final CampaignLife life;
    private final AgentWatch agents;
    private final AgentOrders agentOrders;
    private final CallCourse course;
    private final Launcher launcher;
    private final StoreWatch store;
    private final LinkWatch link;
    private final ClockWatch clockWatch;
    private final Moments moments;
    private final Edits edits;
    private final EngineRecorder recorder;
    /** Whether a user's order was applied and its effect not yet reported. */
    private boolean ordered;

    private boolean closing;

    /**
     * @param json reads the data of targets
     * @param inbox takes the engine's own inputs, timers and ticks; it must hand them back through {@link #accept}, later
     */
    public CampaignEngine(
            EngineClock clock,
            Telephony telephony,
            TargetPool targets,
            FactLog factLog,
            EngineListener listener,
            EngineState state,
            JsonText json,
            Consumer<EngineInput> inbox) {
        this(
                clock,
                telephony,
                targets,
                factLog,
                listener,
                state,
                json,
                inbox,
                new StandardPolicies(),
                EngineRecorder.NONE);
    }

    /**
     * @param policies for laboratories, which try others than a campaign can choose
     * @param recorder hears of all that goes in at the door
     */
    public CampaignEngine(
            EngineClock clock,
            Telephony telephony,
            TargetPool targets,
            FactLog factLog,
            EngineListener listener,
            EngineState state,
            JsonText json,
            Consumer<EngineInput> inbox,
            PacingPolicies policies,
            EngineRecorder recorder) {
        this.recorder = recorder;
        var memory = new PacingMemory(this::braked);
        this.telephony = telephony;
        outside = new Outside(clock, factLog, listener, inbox, state.seed());
        floor = new CallFloor(clock::monotonicNanos, memory::learnFrom);
        lines = new Lines(state.limits());
        campaigns = new CampaignRuns(floor, memory, policies, state.targets());
        congestion = new CongestionWatch(outside, lines);
        calls = new CallsInProgress(outside, floor, lines, campaigns);
        store = new StoreWatch(outside, campaigns, targets);
        life = new CampaignLife(outside, campaigns, targets, telephony, store);
        agentOrders = new AgentOrders(outside, campaigns, floor, telephony);
        agents = new AgentWatch(outside, floor);
        var cut = new CutCalls();
        course = new CallCourse(
                outside, campaigns, calls, floor, telephony, life, agents, agentOrders, congestion, cut, json);
        launcher = new Launcher(outside, campaigns, calls, lines, targets, life, course, store, state.seed());
        link = new LinkWatch(
                outside, campaigns, calls, telephony, life, course, agents, agentOrders, cut, state.unfinished());
        clockWatch = new ClockWatch(outside, campaigns);
        moments = new Moments(outside, campaigns, floor, launcher);
        edits = new Edits(outside, campaigns, floor, telephony, life);
        open(state, memory);
    }

    private void open(EngineState state, PacingMemory memory) {
        state.outplans().forEach(campaigns.book()::put);
        state.outdials().forEach(campaigns.book()::put);
        state.queues().forEach(campaigns.book()::put);
        state.agents().forEach(campaigns.book()::put);
        state.ruleSets().forEach(campaigns.book()::put);
        var answers = new EarlierAnswers(state, thisHour());
        var past = state.past().stream().collect(Collectors.groupingBy(PastCall::campaignId));
        for (Campaign campaign : state.campaigns()) {
            var record = state.records().getOrDefault(campaign.id(), EngineState.CampaignRecord.NONE);
            var run = campaigns.open(campaign, record);
            remember(run, record, memory);
            var known = answers.of(campaign);
            memory.knewAnswers(run.onFloor, known.answered(), known.placed());
            memory.knewCalls(run.onFloor, past.getOrDefault(campaign.id(), List.of()));
        }
        for (var unfinished : state.unfinished()) {
            var run = campaigns.run(unfinished.call().campaignId());
            if (run != null) {
                run.unsettled++;
            }
        }
        if (!state.goOn()) {
            link.waitToGoOn();
        }
        floor.assign(campaigns.book(), outside.wallTime());
    }

    /** Called on the engine thread, by the event of an abandoned call. */
    private void braked(CampaignFloor campaign, BrakeListener.Burst burst) {
        var run = campaigns.run(campaign.id());
        outside.alarm(
                campaign.id(),
                Problem.error(
                        "alarm.brake",
                        "",
                        run == null ? "" : run.campaign.name(),
                        burst.abandoned(),
                        burst.answered(),
                        burst.expected()));
    }

    /** Adds the calls of earlier hours to the campaign's window. */
    private void remember(CampaignRun run, EngineState.CampaignRecord record, PacingMemory memory) {
        for (var hour : record.hours()) {
            memory.addHistory(
                    run.onFloor,
                    Math.max(0, thisHour() - hour.hour()),
                    hour.answered(),
                    hour.queued(),
                    hour.abandoned(),
                    hour.machines());
        }
    }

    /** Hours since 1970. */
    private long thisHour() {
        return Math.floorDiv(outside.wallTime().getEpochSecond(), SECONDS_OF_HOUR);
    }

    /** Connects the telephony. */
    public void begin() {
        recorder.openingStarts();
        try {
            edits.assignTelephony();
            clockWatch.tellStore();
            telephony.connect();
            outside.tick();
        } finally {
            recorder.workEnds();
        }
        moments.all();
    }

    /**
     * Applies one input.
     *
     * @return for an order: why it was refused, or warnings; otherwise empty
     */
    public List<Problem> accept(EngineInput input) {
        var problems = recorded(input);
        if (input instanceof EngineInput.Order) {
            ordered = true;
        } else {
            moments.soon();
        }
        return problems;
    }

    private List<Problem> recorded(EngineInput input) {
        recorder.inputStarts(input);
        try {
            return apply(input);
        } finally {
            recorder.workEnds();
        }
    }

    /**
     * Places the calls that may be placed now.
     *
     * @return whether more calls may be possible after pending inputs
     */
    public boolean launch() {
        if (closing) {
            return false;
        }
        boolean more = recordedTurn();
        moments.decided(ordered && !more);
        ordered &= more;
        return more;
    }

    private boolean recordedTurn() {
        recorder.turnStarts();
        boolean asked = true;
        try {
            clockWatch.check();
            asked = campaigns.turns().someoneAwake();
            return launcher.turn();
        } finally {
            recorder.turnEnds(asked);
        }
    }

    /** Reports every campaign and agent to the listener. */
    public void tellMoments() {
        moments.all();
    }

    /** Reports the campaigns that changed since the last report. */
    public void tellMoved() {
        moments.now();
    }

    /** Campaign calls in progress. */
    public int callsInProgress() {
        return calls.count();
    }

    /**
     * Number of calls whose end the exchange still has to report; 0 while the link is down, because no end can be ordered then.
     */
    int awaitedEnds() {
        return outside.linkUp() ? calls.count() : 0;
    }

    /**
     * The last step before the workspace closes: waits until all facts are written. Calls without an end stay unfinished in the
     * store; the next opening settles them.
     *
     * @return number of calls without an end
     */
    int settle() {
        // If the store can't be written now, closing the store reports it.
        var _ = outside.awaitCommitted();
        moments.now();
        return calls.count();
    }

    private List<Problem> apply(EngineInput input) {
        switch (input) {
            case CallEvent event -> course.accept(event);
            case AgentChanged(var at, var agentId, var now) -> agents.changed(agentId, now, at);
            case OthersWait(var _, var queueId, var callers) -> floor.othersWait(queueId, callers);
            case OrderAccepted(var _, var order) -> agentOrders.accepted(order);
            case OrderRefused(var _, var order, var reason) -> agentOrders.refused(order, reason);
            case TimerFired(var key) -> timerFired(key);
            case Tick _ -> {
                outside.tick();
                clockWatch.look();
                link.look();
                congestion.look();
                campaigns.secondPassed();
            }
            case LinkDown(var _, var reason) -> link.down(reason);
            case LinkUp up -> link.up(up);
            case StoreDown down -> store.down(down);
            case StoreUp _ -> {
                store.up();
                life.storeUp();
            }
            case CampaignStarted _, CampaignTried _, Edited _, Imported _
            when outside.storeDown() != null -> {
                return List.of(outside.storeDown().problem());
            }
            case CampaignStarted(var id) -> {
                return life.start(id);
            }
            case CampaignTried(var id) -> {
                return life.tryOne(id);
            }
            case CampaignStopped(var id, var mode) -> {
                return life.stop(id, mode, course);
            }
            case HangUpOrdered(var callId) -> {
                var call = calls.call(callId);
                if (call == null) {
                    return List.of(Problem.error("call.over", "", callId));
                }
                course.hangUp(call, EndCause.CANCELLED);
            }
            case RunningHeld _ -> {
                campaigns.held(true);
                link.waitToGoOn();
                campaigns.wakeAll();
            }
            case AgentOrdered order -> {
                return agentOrders.ordered(order);
            }
            case Edited edit -> {
                return edits.edited(edit);
            }
            case Imported files -> {
                return edits.imported(files);
            }
            case TargetsChanged(var outdialId) -> {
                var list = campaigns.list(outdialId);
                store.recount(outdialId);
                list.somethingMayBeDue();
                campaigns.wakeListUsers(outdialId);
            }
            case LimitsChanged(var limits) -> {
                congestion.limits(limits);
                campaigns.wakeAll();
            }
            case Closing _ -> close();
        }
        return List.of();
    }

    private void timerFired(TimerKey key) {
        switch (key) {
            case TimerKey.RetryDue(var outdialId) -> {
                campaigns.list(outdialId).somethingMayBeDue();
                campaigns.wakeListUsers(outdialId);
            }
            case TimerKey.CallRateFree _ -> launcher.callRateFree();
            case TimerKey.AgentOrderOverdue(var order) -> agentOrders.overdue(order);
            default -> course.timerFired(key);
        }
    }

    private void close() {
        closing = true;
        for (var call : calls.all()) {
            course.hangUp(call, call.facts.answeredAt() == null ? EndCause.CANCELLED : EndCause.INTERRUPTED);
        }
    }
}
