package dev.outpace.engine;

import dev.outpace.engine.EngineInput.TimerKey;
import dev.outpace.engine.TargetPool.ClaimResult.Claimed;
import dev.outpace.engine.TargetPool.ClaimResult.NothingDue;
import dev.outpace.engine.TargetPool.ClaimResult.Unfinished;
import dev.outpace.engine.TargetPool.Unavailable;
import dev.outpace.floor.AgentPhase;
import dev.outpace.floor.Lines;
import dev.outpace.floor.ListFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.DoNotCallList;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.NumberRest;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.PacingSnapshot.OtherDialing;
import dev.outpace.model.Problem;
import dev.outpace.pacing.PacingPolicy;
import dev.outpace.pacing.ServiceLevelRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the running campaigns in turn whether they may place a call, and places it. */
final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final int LAUNCHES_A_TURN = 20;

    private final Outside outside;
    private final CampaignRuns campaigns;
    private final Turns turns;
    private final CallsInProgress calls;
    private final Lines lines;
    private final TargetPool targets;
    private final CampaignLife life;
    private final CallCourse course;
    private final StoreWatch store;
    private final SplittableRandom ids;
    private final List<CampaignRun> order = new ArrayList<>();
    private final List<CampaignRun> withoutFreeAgents = new ArrayList<>();
    private final Function<CampaignRun, PacingSnapshot> asked = this::asked;
    private boolean rateTimerSet;

    Launcher(
            Outside outside,
            CampaignRuns campaigns,
            CallsInProgress calls,
            Lines lines,
            TargetPool targets,
            CampaignLife life,
            CallCourse course,
            StoreWatch store,
            long seed) {
        this.outside = outside;
        this.campaigns = campaigns;
        this.turns = campaigns.turns();
        this.calls = calls;
        this.lines = lines;
        this.targets = targets;
        this.store = store;
        this.life = life;
        this.course = course;
        this.ids = new SplittableRandom(seed);
    }

    private enum Attempt {
        LAUNCHED,
        /** The claim was not completed: ask again. */
        UNFINISHED,
        HELD,
        /** The pacing of the queue holds it. */
        HELD_BY_RULE
    }

    /** @return whether more calls may be possible after pending events are applied */
    boolean turn() {
        int attempts = 0;
        boolean any = true;
        while (any && attempts < LAUNCHES_A_TURN) {
            any = false;
            putInOrder();
            for (var run : order) {
                if (attempts == LAUNCHES_A_TURN) {
                    turns.askAgain(run);
                    continue;
                }
                switch (attemptOrFault(run)) {
                    case LAUNCHED -> {
                        launched(run);
                        attempts++;
                        any = true;
                    }
                    case UNFINISHED -> {
                        turns.askAgain(run);
                        attempts++;
                        any = true;
                    }
                    case HELD -> turns.sleeps(run);
                    case HELD_BY_RULE -> heldByRule(run);
                }
            }
            any |= turns.choosesAgain();
        }
        boolean more = turns.someoneAwake();
        if (isTold() && !more) {
            turns.toBeExplained().forEach(this::explain);
        }
        return more;
    }

    /** The others of its queue have their turn before it dials again; who has dialed the last target has ended its list. */
    private void launched(CampaignRun run) {
        if (isByRule(run) && campaigns.listOf(run).idle() > 0) {
            heldByRule(run);
        } else {
            turns.askAgain(run);
        }
    }

    private void heldByRule(CampaignRun run) {
        turns.heldByRule(run, run.policy().heldWith(asked(run)));
    }

    private static boolean isByRule(CampaignRun run) {
        return run.campaign.hasQueue() && run.campaign.type() == CampaignType.CALL;
    }

    /** Campaigns with free agents are asked before campaigns that need none. */
    private void putInOrder() {
        order.clear();
        withoutFreeAgents.clear();
        var next = turns.next(asked);
        if (next.size() <= 1) {
            order.addAll(next);
            return;
        }
        for (var run : next) {
            (hasFreeAgents(run) ? order : withoutFreeAgents).add(run);
        }
        order.addAll(withoutFreeAgents);
    }

    /** Gives the reason why a campaign is held still that was not asked again itself. */
    private void explain(CampaignRun run) {
        tellWhy(run, run.policy(), snapshot(run));
    }

    private boolean hasFreeAgents(CampaignRun run) {
        return isByRule(run) && run.onFloor.queue().available() > 0;
    }

    PacingSnapshot snapshot(CampaignRun run) {
        if (!isByRule(run)) {
            return new PacingSnapshot(
                    outside.wallTime(),
                    run.id(),
                    Ids.NIL,
                    0,
                    0,
                    run.onFloor.dialing(),
                    run.onFloor.dialing(),
                    run.campaign.serviceLevel());
        }
        return withNeededElsewhere(run, ofQueue(run));
    }

    /**
     * For the question whether the campaign may dial. What calls of other queues need only takes agents away, and is not looked at
     * where the answer is no without it.
     */
    private PacingSnapshot asked(CampaignRun run) {
        if (!isByRule(run)) {
            return snapshot(run);
        }
        var ofQueue = ofQueue(run);
        return ServiceLevelRule.of(ofQueue).isTrue() ? withNeededElsewhere(run, ofQueue) : ofQueue;
    }

    private PacingSnapshot ofQueue(CampaignRun run) {
        var queue = run.onFloor.queue();
        return new PacingSnapshot(
                outside.wallTime(),
                run.id(),
                queue.id(),
                queue.available(),
                queue.reserved(),
                queue.dialing(),
                run.onFloor.dialing(),
                run.campaign.serviceLevel());
    }

    /** Adaptive pacing reads the agents from the floor itself. */
    private static PacingSnapshot withNeededElsewhere(CampaignRun run, PacingSnapshot ofQueue) {
        int level = run.campaign.serviceLevel();
        int elsewhere = isAdaptive(run) ? 0 : run.onFloor.queue().neededElsewhere(level);
        return elsewhere == 0 ? ofQueue : ofQueue.withNeededElsewhere(elsewhere);
    }

    private static boolean isAdaptive(CampaignRun run) {
        return run.campaign.options().pacing().isAdaptive();
    }

    /** The snapshot with everything that a reader of the decision may need. */
    PacingSnapshot explained(CampaignRun run, PacingSnapshot snapshot) {
        return snapshot.hasQueue() ? run.policy().explained(snapshot).withOthers(others(run, snapshot)) : snapshot;
    }

    private List<OtherDialing> others(CampaignRun run, PacingSnapshot snapshot) {
        var queue = run.onFloor.queue();
        if (queue.connected().size() == 1 && snapshot.dialing() == snapshot.ownDialing()) {
            return List.of();
        }
        var others = new ArrayList<OtherDialing>();
        addDialing(queue, run, others);
        if (isAdaptive(run) || snapshot.neededElsewhere() > 0) {
            for (var other : queue.connected()) {
                if (other != queue && (isAdaptive(run) || other.needsShared(snapshot.serviceLevel()))) {
                    addDialing(other, run, others);
                }
            }
        }
        return others;
    }

    private static void addDialing(QueueFloor queue, CampaignRun but, List<OtherDialing> others) {
        for (var campaign : queue.campaigns()) {
            if (campaign != but.onFloor && campaign.dialing() > 0) {
                others.add(new OtherDialing(campaign.id(), queue.id(), campaign.dialing()));
            }
        }
    }

    /** Stops a campaign whose targets can't be claimed; asking again at once would never end. */
    private Attempt attemptOrFault(CampaignRun run) {
        try {
            return attempt(run);
        } catch (Unavailable failure) {
            store.down(failure.down());
            return hold(run, DecisionReason.STORE_DOWN, 0, null);
        } catch (RuntimeException failure) {
            LOG.error("Placing a call failed", failure);
            life.fault(
                    run,
                    Problem.error(
                            "alarm.placing_failed", "", run.campaign.name(), String.valueOf(failure.getMessage())));
            return Attempt.UNFINISHED;
        }
    }

    private Attempt attempt(CampaignRun run) {
        var nobodyToDial = nobodyToDial(run);
        run.onFloor.wantsToDial(nobodyToDial == null);
        if (nobodyToDial != null) {
            return nobodyToDial;
        }
        var snapshot = snapshot(run);
        var held = run.campaign.type() == CampaignType.FLOW ? flowLimit(run) : rule(run, snapshot);
        if (held == null) {
            held = lines(run);
        }
        if (held != null) {
            return held;
        }
        return claim(run, campaigns.listOf(run), snapshot);
    }

    /** What keeps the campaign from dialing before pacing and lines are considered; null if a target may be due. */
    private @Nullable Attempt nobodyToDial(CampaignRun run) {
        if (run.status() != CampaignStatus.RUN) {
            return run.status() == CampaignStatus.STOP
                    ? hold(run, DecisionReason.STOPPED, 0, null)
                    : hold(run, whyStopping(run), run.calls.size(), null);
        }
        if (run.waitingToGoOn) {
            return hold(run, DecisionReason.WAITING_TO_GO_ON, 0, null);
        }
        if (outside.storeDown() != null) {
            return hold(run, DecisionReason.STORE_DOWN, 0, null);
        }
        if (outside.clockChanged()) {
            return hold(run, DecisionReason.CLOCK_CHANGED, 0, null);
        }
        if (run.refusals.inRow() >= Refusals.TO_HOLD) {
            return hold(run, DecisionReason.CALLS_REFUSED, run.refusals.inRow(), null);
        }
        var tooOld = doNotCallTooOld(run);
        if (tooOld != null) {
            return tooOld;
        }
        if (!outside.linkUp()) {
            return hold(run, DecisionReason.TELEPHONY_DOWN, 0, null);
        }
        var list = campaigns.listOf(run);
        if (list.idle() <= 0) {
            list.counts(targets.counts(list.outdialId()));
            if (list.idle() <= 0) {
                return nothingIdle(run);
            }
        }
        if (list.nothingDueAt(outside.wallTime()) && !(list.waitsForAgent() && canKeepAgent(run))) {
            return nothingDue(run, list);
        }
        return null;
    }

    /** A list that may not be relied on any more bars everybody. */
    private @Nullable Attempt doNotCallTooOld(CampaignRun run) {
        if (run.campaign.type() == CampaignType.FLOW) {
            return null;
        }
        var now = outside.wallTime();
        for (var list : campaigns.book().doNotCallFor(run.campaign)) {
            if (list.isTooOld(now)) {
                long days = list.ageInDays(now);
                if (run.firstTooOld(list.id())) {
                    outside.alarm(
                            run.id(),
                            Problem.error(
                                    "alarm.dnc_too_old",
                                    "",
                                    run.campaign.name(),
                                    list.name(),
                                    days,
                                    list.maxAgeDays()));
                }
                if (isTold()) {
                    tell(run, PacingDecision.listTooOld(explained(run, snapshot(run)), list, (int) days));
                }
                return Attempt.HELD;
            }
        }
        run.firstTooOld(null);
        return null;
    }

    private static DecisionReason whyStopping(CampaignRun run) {
        return switch (run.stopReason) {
            case EXHAUSTED -> DecisionReason.NO_TARGET_LEFT;
            case FAULT -> DecisionReason.STOPPING_AFTER_FAULT;
            case TRIED -> DecisionReason.STOP_ASKED;
            case USER -> DecisionReason.STOP_ASKED;
            case null -> DecisionReason.STOP_ASKED;
        };
    }

    private @Nullable Attempt flowLimit(CampaignRun run) {
        int limit = run.campaign.options().flowsAtOnce();
        return run.calls.size() >= limit ? hold(run, DecisionReason.FLOW_LIMIT, limit, null) : null;
    }

    private @Nullable Attempt rule(CampaignRun run, PacingSnapshot snapshot) {
        if (!snapshot.hasQueue()) {
            return null;
        }
        if (!run.onFloor.queue().exists()) {
            return hold(run, DecisionReason.QUEUE_GONE, 0, null);
        }
        var policy = run.policy();
        if (policy.mayDial(snapshot)) {
            return null;
        }
        if (isTold()) {
            // Else nobody hears the reason, which costs more than the decision.
            tellWhy(run, policy, snapshot);
        }
        return Attempt.HELD_BY_RULE;
    }

    private void tellWhy(CampaignRun run, PacingPolicy policy, PacingSnapshot snapshot) {
        if (policy.isHeld()) {
            var wait = policy.heldFor();
            var until = wait == null ? null : outside.wallTimeAfter(wait);
            tell(run, snapshot, DecisionReason.OVER_ABANDON_TARGET, 0, until);
        } else if (snapshot.available() == 0 && nobodyIsAboutToBeFree(run)) {
            tell(run, snapshot, DecisionReason.NO_AGENT_AVAILABLE, 0, null);
        } else if (snapshot.neededElsewhere() > 0 && policy.mayDial(snapshot.withNeededElsewhere(0))) {
            tell(run, snapshot, DecisionReason.AGENTS_NEEDED_ELSEWHERE, 0, null);
        } else {
            boolean over = snapshot.dialing() > policy.allowed(snapshot).orElse(Integer.MAX_VALUE);
            tell(run, snapshot, over ? DecisionReason.OVER_LIMIT : DecisionReason.WAITING_FOR_AGENT, 0, null);
        }
    }

    /** Adaptive pacing also dials for agents who will be free soon, so that its risk decides while there are any. */
    private static boolean nobodyIsAboutToBeFree(CampaignRun run) {
        var queue = run.onFloor.queue();
        return !isAdaptive(run) || queue.agents(AgentPhase.FREE) + queue.agents(AgentPhase.WRAPPING_UP) == 0;
    }

    private @Nullable Attempt lines(CampaignRun run) {
        var limits = lines.limits();
        if (lines.full()) {
            return hold(run, DecisionReason.LINE_LIMIT, limits.concurrentCalls(), null);
        }
        long wait = lines.nanosToNextCall(outside.nanos());
        if (wait > 0) {
            if (!rateTimerSet) {
                rateTimerSet = true;
                outside.timer(new TimerKey.CallRateFree(), Duration.ofNanos(wait));
            }
            return hold(run, DecisionReason.CALLS_PER_SECOND, limits.callsPerSecond(), null);
        }
        return null;
    }

    void callRateFree() {
        rateTimerSet = false;
        campaigns.wakeAll();
    }

    private Attempt claim(CampaignRun run, ListFloor list, PacingSnapshot snapshot) {
        var claim = new TargetPool.Claim(
                nextCallId(),
                run.campaign,
                campaigns.outplanOf(run.campaign),
                outside.wallTime(),
                calls::isCalled,
                canKeepAgent(run),
                list.freshFirst(run.campaign.options().freshShare()),
                restOf(run.campaign),
                campaigns.book().doNotCallFor(run.campaign).stream()
                        .map(DoNotCallList::id)
                        .toList(),
                campaigns.book().ruleSet(run.campaign.options().rulesId()));
        var result = targets.claim(claim);
        if (result.newlyNotCallable() > 0) {
            list.counts(list.counts().plus(0, -result.newlyNotCallable(), result.newlyNotCallable()));
        }
        return switch (result) {
            case Claimed(var facts, var target, var _, var keepsAgent) -> {
                var explained = isTold() ? explained(run, snapshot) : snapshot;
                run.placedSinceStart = true;
                list.taken(target.lastResult() == null, run.campaign.options().freshShare());
                turns.placedCall(run);
                var call = new ActiveCall(run, facts, target, calls.line(run, facts, keepsAgent));
                course.begin(call);
                if (run.isTrial) {
                    life.tried(run);
                }
                if (list.idle() <= 0) {
                    campaigns.wakeListUsers(list.outdialId());
                }
                var reason = run.campaign.type() == CampaignType.FLOW
                        ? DecisionReason.FLOW_STARTED
                        : snapshot.hasQueue() ? DecisionReason.DIALING : DecisionReason.DIALING_WITHOUT_RULE;
                if (isTold()) {
                    var decision = PacingDecision.launch(reason, explained, facts);
                    run.decided(decision);
                    outside.decided(decision);
                }
                yield Attempt.LAUNCHED;
            }
            case Unfinished _ -> Attempt.UNFINISHED;
            case NothingDue nothing -> {
                run.onFloor.wantsToDial(false);
                if (nothing.nothingIdle()) {
                    yield nothingIdle(run);
                }
                if (!list.nothingDueAt(outside.wallTime())) {
                    campaigns.wakeListUsers(list.outdialId());
                }
                list.nothingDue(nothing.waitsForAgent(), nothing.rule());
                life.nothingDueBefore(list, nothing.nextTryAt());
                yield nothingDue(run, list);
            }
        };
    }

    /** How long numbers rest for a campaign. */
    private NumberRest restOf(Campaign campaign) {
        return NumberRest.of(campaign, campaigns.outplanOf(campaign), lines.limits())
                .inWallTime(outside::onTheWall);
    }

    private boolean canKeepAgent(CampaignRun run) {
        return run.campaign.restsAbandoned()
                && run.campaign.hasQueue()
                && run.onFloor.queue().canKeepAgent();
    }

    private Attempt nothingDue(CampaignRun run, ListFloor list) {
        var rule = list.rule();
        if (rule != null) {
            if (isTold()) {
                tell(run, PacingDecision.heldByRule(explained(run, snapshot(run)), rule, list.nextTryAt()));
            }
            return Attempt.HELD;
        }
        return list.waitsForAgent()
                ? hold(run, DecisionReason.WAITING_FOR_KEPT_AGENT, 0, list.nextTryAt())
                : hold(run, DecisionReason.NO_TARGET_DUE, 0, list.nextTryAt());
    }

    private Attempt nothingIdle(CampaignRun run) {
        if (aCallMayBringATargetBack(run)) {
            return hold(run, DecisionReason.NO_TARGET_DUE, 0, null);
        }
        if (run.campaign.endHandle() == EndHandle.CONTINUE) {
            return hold(run, DecisionReason.WAITING_FOR_TARGETS, 0, null);
        }
        hold(run, DecisionReason.NO_TARGET_LEFT, 0, null);
        life.exhausted(run);
        return Attempt.UNFINISHED;
    }

    /** Whether a call without an agent is in progress that may still be refused, or whose target has tries left. */
    private boolean aCallMayBringATargetBack(CampaignRun run) {
        var outplan = campaigns.outplanOf(run.campaign);
        for (var call : run.calls) {
            if (call.facts.connectedAt() == null
                    && (!call.accepted || call.triesLeft(outplan, ClosedDestinations.NONE))) {
                return true;
            }
        }
        return false;
    }

    private Attempt hold(CampaignRun run, DecisionReason reason, int limit, @Nullable Instant nextTryAt) {
        if (isTold()) {
            tell(run, snapshot(run), reason, limit, nextTryAt);
        }
        return Attempt.HELD;
    }

    private void tell(
            CampaignRun run, PacingSnapshot snapshot, DecisionReason reason, int limit, @Nullable Instant nextTryAt) {
        tell(run, PacingDecision.hold(reason, explained(run, snapshot), limit, nextTryAt));
    }

    private void tell(CampaignRun run, PacingDecision decision) {
        var last = run.lastDecision();
        run.decided(decision);
        if (last == null
                || last.launched()
                || last.reason() != decision.reason()
                || !Objects.equals(last.rule(), decision.rule())) {
            outside.decided(decision);
        }
    }

    private boolean isTold() {
        return outside.hearsDecisions();
    }

    /**
     * An id of version 7, from the present moment and random bits of the engine's seed. New calls are then neighbours in the
     * store's index.
     */
    private UUID nextCallId() {
        long high = outside.wallTime().toEpochMilli() << 16 | 0x7000L | ids.nextInt(0x1000);
        long low = (ids.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
