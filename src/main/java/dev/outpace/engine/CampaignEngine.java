package dev.outpace.engine;

import dev.outpace.engine.EngineInput.AgentChanged;
import dev.outpace.engine.EngineInput.AgentOrdered;
import dev.outpace.engine.EngineInput.CallEvent;
import dev.outpace.engine.EngineInput.CampaignStarted;
import dev.outpace.engine.EngineInput.CampaignStopped;
import dev.outpace.engine.EngineInput.Closing;
import dev.outpace.engine.EngineInput.Edited;
import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.engine.EngineInput.Imported;
import dev.outpace.engine.EngineInput.LimitsChanged;
import dev.outpace.engine.EngineInput.LinkDown;
import dev.outpace.engine.EngineInput.LinkUp;
import dev.outpace.engine.EngineInput.RunningHeld;
import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.StoreUp;
import dev.outpace.engine.EngineInput.TargetsChanged;
import dev.outpace.engine.EngineInput.Tick;
import dev.outpace.engine.EngineInput.TimerFired;
import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.model.Campaign;
import dev.outpace.model.EndCause;
import dev.outpace.model.JsonText;
import dev.outpace.model.Problem;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.StandardPolicies;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the campaigns of a workspace. It only reacts: {@link #accept} applies one input, and once everything of an instant is
 * applied, {@link #launch} places the calls that may be placed. The same inputs at the same moments give the same decisions.
 */
public final class CampaignEngine {
    private static final long SECONDS_OF_HOUR = 3_600;

    private final Floor floor;
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
    /** A person's order was applied, and what comes of it was not told yet. */
    private boolean ordered;

    private boolean closing;

    /**
     * @param json reads the data of targets
     * @param inbox takes the engine's own inputs, timers and ticks; it must hand them back through {@link #accept}, later
     */
    public CampaignEngine(
            EngineClock clock,
            Telephony telephony,
            TargetPool pool,
            FactLog factLog,
            EngineListener listener,
            EngineState state,
            JsonText json,
            Consumer<EngineInput> inbox) {
        this(
                clock,
                telephony,
                pool,
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
            TargetPool pool,
            FactLog factLog,
            EngineListener listener,
            EngineState state,
            JsonText json,
            Consumer<EngineInput> inbox,
            PacingPolicies policies,
            EngineRecorder recorder) {
        this.recorder = recorder;
        floor = new Floor(clock, telephony, pool, factLog, listener, state, inbox);
        store = new StoreWatch(floor);
        life = new CampaignLife(floor, store, policies);
        agentOrders = new AgentOrders(floor);
        agents = new AgentWatch(floor);
        course = new CallCourse(floor, life, agents, agentOrders, json);
        launcher = new Launcher(floor, life, course, store, state.seed());
        link = new LinkWatch(floor, life, course, agents, state.unfinished());
        clockWatch = new ClockWatch(floor);
        moments = new Moments(floor, launcher);
        edits = new Edits(floor, life);
        open(state);
    }

    private void open(EngineState state) {
        state.outplans().forEach(floor.book::put);
        state.outdials().forEach(floor.book::put);
        state.queues().forEach(floor.book::put);
        state.agents().forEach(floor.book::put);
        for (Campaign campaign : state.campaigns()) {
            floor.book.put(campaign);
            var record = state.records().getOrDefault(campaign.id(), EngineState.CampaignRecord.NONE);
            remember(life.opened(campaign, record), record);
        }
        for (var unfinished : state.unfinished()) {
            var run = floor.runs.get(unfinished.call().campaignId());
            if (run != null) {
                run.unsettled++;
            }
        }
        if (!state.goOn()) {
            link.waitToGoOn();
        }
        floor.board.assign(floor.book, floor.clock.wallTime());
    }

    /** Calls of earlier hours count in the campaign's window. */
    private void remember(CampaignRun run, EngineState.CampaignRecord record) {
        long thisHour = Math.floorDiv(floor.clock.wallTime().getEpochSecond(), SECONDS_OF_HOUR);
        for (var hour : record.hours()) {
            floor.memory.history(
                    run.onFloor, Math.max(0, thisHour - hour.hour()), hour.answered(), hour.queued(), hour.abandoned());
        }
    }

    /** Begins: connects the telephony. */
    public void begin() {
        recorder.openingStarts();
        try {
            edits.assignTelephony();
            clockWatch.tellStore();
            floor.telephony.connect();
            floor.tick();
        } finally {
            recorder.workEnds();
        }
        moments.all();
    }

    /**
     * Applies one input.
     *
     * @return for an order, why it was refused, or warnings; otherwise empty
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

    /** Places the calls that may be placed now; true when there may be more after pending inputs. */
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
            asked = launcher.someoneAwake();
            return launcher.turn();
        } finally {
            recorder.turnEnds(asked);
        }
    }

    /** Tells the listener of every campaign and agent, as they are now. */
    public void tellMoments() {
        moments.all();
    }

    /** Tells the listener of the campaigns that moved since they were told of last. */
    public void tellMoved() {
        moments.now();
    }

    /** Campaign calls in progress. */
    public int callsInProgress() {
        return floor.calls.size();
    }

    /** Calls whose end the exchange still has to tell; none while it can't be asked to end them. */
    int awaitedEnds() {
        return floor.linkUp ? floor.calls.size() : 0;
    }

    /**
     * The last that is done before the workspace closes: what was found is written. Calls without an end stay unfinished in the
     * store, and the next opening settles them.
     *
     * @return how many calls have no end
     */
    int settle() {
        // Where it can't be written now, whoever closes the store is told.
        var _ = floor.factLog.awaitCommitted();
        moments.now();
        return floor.calls.size();
    }

    private List<Problem> apply(EngineInput input) {
        switch (input) {
            case CallEvent event -> course.accept(event);
            case AgentChanged(var at, var agentId, var now) -> agents.changed(agentId, now, at);
            case TimerFired(var key) -> timerFired(key);
            case Tick _ -> {
                floor.tick();
                clockWatch.look();
                floor.wakeAll();
            }
            case LinkDown(var _, var reason) -> link.down(reason);
            case LinkUp up -> link.up(up);
            case StoreDown down -> store.down(down);
            case StoreUp _ -> {
                store.up();
                life.storeUp();
            }
            case CampaignStarted _, Edited _, Imported _
            when floor.storeDown != null -> {
                return List.of(floor.storeDown.problem());
            }
            case CampaignStarted(var id) -> {
                return life.start(id);
            }
            case CampaignStopped(var id, var mode) -> {
                return life.stop(id, mode, course);
            }
            case HangUpOrdered(var callId) -> {
                var call = floor.calls.get(callId);
                if (call == null) {
                    return List.of(Problem.error("call.over", "", callId));
                }
                course.hangUp(call, EndCause.CANCELLED);
            }
            case RunningHeld _ -> {
                floor.runningHeld = true;
                link.waitToGoOn();
                floor.wakeAll();
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
                var list = floor.list(outdialId);
                store.recount(outdialId);
                list.somethingMayBeDue();
                floor.wakeListUsers(outdialId);
            }
            case LimitsChanged(var limits) -> {
                floor.lines.limits(limits);
                floor.wakeAll();
            }
            case Closing _ -> close();
        }
        return List.of();
    }

    private void timerFired(TimerKey key) {
        switch (key) {
            case TimerKey.RetryDue(var outdialId) -> {
                floor.list(outdialId).somethingMayBeDue();
                floor.wakeListUsers(outdialId);
            }
            case TimerKey.CallRateFree _ -> launcher.callRateFree();
            default -> course.timerFired(key);
        }
    }

    private void close() {
        closing = true;
        for (var call : floor.callsNow()) {
            course.hangUp(call, call.facts.answeredAt() == null ? EndCause.CANCELLED : EndCause.INTERRUPTED);
        }
    }
}
