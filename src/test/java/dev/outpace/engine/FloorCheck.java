package dev.outpace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.AbandonFrom;
import dev.outpace.model.Address;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.EndHandle;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetStatus;
import dev.outpace.pacing.ServiceLevelRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must hold whatever happens, worked out anew from what was told to the engine and what it wrote down; none of the
 * engine's own counters is asked.
 */
@SuppressWarnings("NullAway")
final class FloorCheck {
    /** An abandoned number rests two hours at most, see {@link RandomOrders}. */
    private static final Duration MAX_WAIT = Duration.ofHours(2);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Outplan ONE_TRY_EACH = EngineRig.outplan(0, 0, 1, 1, 1, 1, 1);

    private final EngineRig rig;
    private final RandomFloor floor;
    private final ArrayDeque<Long> launches = new ArrayDeque<>();
    /** Calls placed to each slot of a target since its address was set. */
    private final Map<String, Integer> tries;

    private final RetryRecount retries;

    /** Calls to targets that still rest: an agent is kept free for each of them while it dials. */
    private final Set<UUID> withAgent = new HashSet<>();

    private final Map<UUID, CampaignStatus> statuses = new HashMap<>();
    /** When calls ended that by their own moment ended later than the clock said when it was read. */
    private final Map<UUID, Instant> ends;

    /** Of each call, as they were when it was placed or taken over. */
    private final Map<UUID, Compliance> rules = new HashMap<>();

    private final StageShares shares;
    private final CongestionRecount congestion;
    private int factsSeen;
    private int endsSeen;
    int launched;

    FloorCheck(
            EngineRig rig,
            RandomFloor floor,
            Map<String, Integer> tries,
            RetryRecount retries,
            Map<UUID, Instant> ends) {
        this.retries = retries;
        this.ends = ends;
        this.rig = rig;
        this.floor = floor;
        this.tries = tries;
        factsSeen = rig.store.facts.size();
        endsSeen = factsSeen;
        congestion = new CongestionRecount(rig);
        rig.whenTold = congestion::isTold;
        shares = new StageShares(rig.store, this::isMeasured);
        rig.store.book.campaigns().forEach(campaign -> statuses.put(campaign.id(), campaign.status()));
        rig.store
                .unfinished()
                .forEach(call -> rules.put(
                        call.id(),
                        rig.store.book.campaign(call.campaignId()).options().compliance()));
        rig.store.unfinished().stream().filter(this::rests).forEach(call -> withAgent.add(call.id()));
        rig.whenDecided = decision -> {
            if (decision.launched()) {
                launch(decision);
            }
        };
    }

    /** Calls that were up before the workspace was opened take lines, too. */
    void adopted(int calls) {
        for (int i = 0; i < calls; i++) {
            launches.add(rig.clock.monotonicNanos());
        }
    }

    private void launch(PacingDecision decision) {
        var call = rig.store.calls.get(decision.callId());
        var campaign = rig.store.book.campaign(call.campaignId());
        assertThat(campaign.status()).as("only a running campaign launches").isEqualTo(CampaignStatus.RUN);
        assertThat(floor.linkUp).as("nothing is ordered without a link").isTrue();
        assertThat(floor.held)
                .as("nothing is launched before the word to go on")
                .doesNotContain(campaign.id());
        followsTheRule(decision, campaign, call);
        assertThat(inProgress()).as("line limit").isLessThanOrEqualTo(rig.limits.concurrentCalls());
        rules.put(call.id(), campaign.options().compliance());
        launches.add(rig.clock.monotonicNanos());
        assertThat(launchesOfTheLastSecond()).as("calls a second").isLessThanOrEqualTo(congestion.rate());
        mayBeCalled(call);
        if (call.referenceType() == CampaignType.CALL && rig.limits.numberGap().isPositive()) {
            afterTheGap(call);
        }
        if (rests(call)) {
            assertThat(campaign.options().compliance().redialWithAgent())
                    .as("a number that was abandoned rests: " + call)
                    .isTrue();
            assertThat(leftWithoutKept(FlowLead.pacedBy(campaign)))
                    .as("an agent is free whom no other call may need: " + decision)
                    .isGreaterThan(100L * (dialingWithoutAgent(FlowLead.pacedBy(campaign)) - 1));
            withAgent.add(call.id());
        }
        launched++;
    }

    /** Whether the number of a call was abandoned, by whomever it was dialed, less than the campaign's hours before it. */
    private boolean rests(CampaignCall call) {
        var campaign = rig.store.book.campaign(call.campaignId());
        return campaign != null && rests(campaign, call.destination(), call.createdAt());
    }

    private boolean rests(Campaign campaign, Address number, Instant at) {
        var hours = Duration.ofHours(campaign.options().compliance().redialHours());
        return campaign.type() == CampaignType.CALL && hours.isPositive() && rests(number, hours, at);
    }

    /** After the latest call to it that was abandoned. */
    private boolean rests(Address number, Duration rest, Instant at) {
        return callsTo(number)
                .filter(call -> call.cause() == EndCause.ABANDONED)
                .reduce((_, later) -> later)
                .filter(call -> endOf(call).plus(rest).isAfter(at))
                .isPresent();
    }

    /** What rang this number, in the order in which it did. */
    private Stream<CampaignCall> callsTo(Address number) {
        return rig.store.calls.values().stream()
                .filter(call -> call.referenceType() == CampaignType.CALL && call.cause() != EndCause.NOT_PLACED)
                .filter(call -> call.destination().dialKey().equals(number.dialKey()));
    }

    /** As it was ended, or when the clock was read that had been ahead then. */
    private Instant endOf(CampaignCall call) {
        return ends.getOrDefault(call.id(), call.endedAt());
    }

    /** The call to a number before this one was for the same target, or is over for as long as the gap. */
    private void afterTheGap(CampaignCall call) {
        callsTo(call.destination())
                .filter(earlier -> !earlier.id().equals(call.id()))
                .reduce((_, later) -> later)
                .filter(earlier -> !earlier.outdialTargetId().equals(call.outdialTargetId()))
                .ifPresent(earlier -> must(
                        !endOf(earlier).plus(rig.limits.numberGap()).isAfter(call.createdAt()),
                        () -> "its number was just dialed for another: " + call + " after " + earlier));
    }

    private boolean gapIsOver(OutdialTarget target, Address number) {
        return rig.limits.numberGap().isZero()
                || callsTo(number)
                        .reduce((_, later) -> later)
                        .filter(last -> !last.outdialTargetId().equals(target.id()))
                        .filter(last -> last.endedAt() == null
                                || endOf(last).plus(rig.limits.numberGap()).isAfter(rig.clock.wallTime()))
                        .isEmpty();
    }

    private int dialingWithoutAgent(UUID queueId) {
        return (int) rig.store.unfinished().stream()
                .filter(call -> call.status() == CallStatus.DIALING && !withAgent.contains(call.id()))
                .filter(call -> pacedBy(call).equals(queueId))
                .count();
    }

    private void followsTheRule(PacingDecision decision, Campaign campaign, CampaignCall call) {
        if (campaign.type() == CampaignType.FLOW) {
            assertThat(unfinished(campaign))
                    .isLessThanOrEqualTo(campaign.options().flowsAtOnce());
        } else if (campaign.hasQueue()) {
            var snapshot = decision.snapshot();
            int reserved = reserved(FlowLead.pacedBy(campaign));
            assertThat(snapshot.reserved()).as("reserved").isEqualTo(reserved);
            assertThat(snapshot.available()).as("available").isEqualTo(available(FlowLead.pacedBy(campaign)));
            assertThat(snapshot.dialing()).as("dialing").isEqualTo(dialing(FlowLead.pacedBy(campaign)) - 1);
            int level = campaign.serviceLevel();
            long left = left(FlowLead.pacedBy(campaign), other -> (long) level * dialing(other));
            assertThat(ServiceLevelRule.of(snapshot).left())
                    .as("left by other queues")
                    .isEqualTo(left);
            assertThat(left)
                    .as("the rule at service level " + level + ": " + snapshot)
                    .isGreaterThan((long) snapshot.dialing() * level);
        }
        if (campaign.type() == CampaignType.CALL) {
            assertThat(rig.ordered).containsKey(call.id());
        }
    }

    private void mayBeCalled(CampaignCall call) {
        var target = rig.store.targets.get(call.outdialTargetId());
        var outplan = outplan(rig.store.book.campaign(call.campaignId()));
        var max = outplan.maxTryCounts();
        readEnds();
        for (int index = 0; index < call.destinationIndex(); index++) {
            assertThat(target.destinations().get(index) == null
                            || target.tryCounts().get(index) >= max.get(index)
                            || retries.isEnded(target.id(), index))
                    .as("the lowest destination with tries comes first")
                    .isTrue();
        }
        must(!retries.isEnded(call), () -> "a destination that a rule of retries has ended: " + target);
        int count = tries.merge(slot(call), 1, Integer::sum);
        withinTheTriesOfTheTarget(call, outplan.retry().maxTries());
        assertThat(count).as("tries of " + slot(call)).isLessThanOrEqualTo(max.get(call.destinationIndex()));
        for (var earlier : rig.store.calls.values()) {
            if (!earlier.id().equals(call.id()) && earlier.outdialTargetId().equals(target.id())) {
                must(earlier.cause() != EndCause.NORMAL, () -> "who was reached is never dialed again: " + target);
                must(
                        earlier.cause() != EndCause.INTERRUPTED
                                || earlier.answeredAt() == null
                                || floor.readdressed.contains(target.id()),
                        () -> "who had answered when the process was cut is never dialed again: " + target);
            }
        }
    }

    private void withinTheTriesOfTheTarget(CampaignCall call, int most) {
        int made = IntStream.range(0, Outplan.DESTINATIONS)
                .map(index -> tries.getOrDefault(call.outdialTargetId() + "/" + index, 0))
                .sum();
        must(most == 0 || made <= most, () -> made + " tries of a target that may have " + most + ": " + call);
    }

    private static void must(boolean holds, Supplier<String> rule) {
        if (!holds) {
            throw new AssertionError(rule.get());
        }
    }

    private static String slot(CampaignCall call) {
        return call.outdialTargetId() + "/" + call.destinationIndex();
    }

    /** After each step. */
    void all() {
        shares.read(rig.store);
        readEnds();
        statusesMakeSense();
        noTargetAndNoAddressTwice();
        targetsAndCallsAgree();
        for (var campaign : rig.store.book.campaigns()) {
            must(
                    campaign.status() != CampaignStatus.STOP || unfinished(campaign) == 0,
                    () -> "a stopped campaign has no call: " + campaign.name());
        }
        nobodyWaitsInVain();
        nobodyWaitsForEver();
    }

    /** Before each count, since a try may be given back and taken again within one step. */
    private void readEnds() {
        var facts = rig.store.facts;
        for (; endsSeen < facts.size(); endsSeen++) {
            if (facts.get(endsSeen) instanceof Fact.CallClosed closed) {
                if (closed.fate() instanceof FactLog.TargetFate.TryGivenBack) {
                    tries.merge(slot(closed.call()), -1, Integer::sum);
                }
                var campaign = rig.store.book.campaign(closed.call().campaignId());
                retries.read(closed, campaign == null ? ONE_TRY_EACH : outplan(campaign));
            }
        }
    }

    private void statusesMakeSense() {
        var facts = rig.store.facts;
        for (; factsSeen < facts.size(); factsSeen++) {
            switch (facts.get(factsSeen)) {
                case Fact.StatusesChanged(var changes) -> statuses(changes);
                case Fact.CallProgressed(var call) -> countsItsWait(call);
                case Fact.ClockRead(var now) -> read(now);
                default -> {}
            }
        }
    }

    /** By the stored moments. No flow here has a detection of machines, so a greeting ends with the answer. */
    private void countsItsWait(CampaignCall call) {
        var rule = rules.get(call.id());
        if (call.connectedAt() == null || rule == null) {
            return;
        }
        var from = rule.abandonFrom() == AbandonFrom.QUEUE ? call.queuedAt() : call.answeredAt();
        boolean late =
                rule.countsWaits() && Duration.between(from, call.connectedAt()).toMillis() > rule.abandonAfter();
        must(call.takenLate() == late, () -> "taken late is who waited longer than the rule: " + call + " " + rule);
        floor.takenLate += late ? 1 : 0;
    }

    private void read(Instant now) {
        for (var call : rig.store.calls.values()) {
            if (call.endedAt() != null && endOf(call).isAfter(now)) {
                ends.put(call.id(), now);
            }
        }
    }

    private void statuses(List<StatusChange> changes) {
        if (changes.size() > 1) {
            assertThat(changes).hasSize(2);
            assertThat(changes.getFirst().status()).isEqualTo(CampaignStatus.STOP);
            assertThat(changes.getFirst().reason()).isEqualTo(StopReason.EXHAUSTED);
            assertThat(changes.getLast().status()).isEqualTo(CampaignStatus.RUN);
        }
        for (var change : changes) {
            var before = statuses.put(change.campaignId(), change.status());
            if (before == CampaignStatus.RUN && change.reason() == StopReason.EXHAUSTED) {
                usedUpNowAndLater(rig.store.book.campaign(change.campaignId()));
            }
            if (floor.runningHeld && change.status() == CampaignStatus.RUN) {
                floor.held.add(change.campaignId());
            }
        }
    }

    private void usedUpNowAndLater(Campaign campaign) {
        targetsOf(campaign)
                .filter(target -> target.nextDestination(outplan(campaign)).isPresent())
                .forEach(target -> must(
                        // Out of the range until somebody reopens it, though the outplan may allow more by now.
                        target.status() == TargetStatus.DONE
                                || target.status() == TargetStatus.NOT_CALLABLE
                                || (target.status() == TargetStatus.PROGRESSING && hasAgent(target)),
                        () -> "used up, but this one can be dialed: " + target));
    }

    private boolean hasAgent(OutdialTarget target) {
        return rig.store.unfinished().stream()
                .anyMatch(call -> call.outdialTargetId().equals(target.id()) && call.connectedAt() != null);
    }

    private void noTargetAndNoAddressTwice() {
        var targets = new HashSet<UUID>();
        var addresses = new HashSet<String>();
        for (var call : rig.store.unfinished()) {
            must(targets.add(call.outdialTargetId()), () -> "target in two calls: " + call);
            must(
                    call.referenceType() == CampaignType.FLOW
                            || addresses.add(call.destination().dialKey()),
                    () -> "address in two calls: " + call);
        }
    }

    private void targetsAndCallsAgree() {
        var inCall = new HashSet<UUID>();
        rig.store.unfinished().forEach(call -> inCall.add(call.outdialTargetId()));
        for (var target : rig.store.targets.values()) {
            must(
                    (target.status() == TargetStatus.PROGRESSING) == inCall.contains(target.id()),
                    () -> "progressing is who is in a call: " + target);
            for (int count : target.tryCounts()) {
                must(count >= 0, () -> "tries below zero: " + target);
            }
        }
    }

    /** Whoever may dial has dialed: holds are never for want of a look. */
    private void nobodyWaitsInVain() {
        if (!floor.linkUp || floor.clockWasSet()) {
            return;
        }
        for (var campaign : rig.store.book.campaigns()) {
            if (campaign.status() == CampaignStatus.RUN
                    && !floor.held.contains(campaign.id())
                    && floor.refusedInRow.getOrDefault(campaign.id(), 0) < 20) {
                must(
                        !mayLaunch(campaign) || !somebodyIsDue(campaign),
                        () -> "holds although it may dial: " + campaign.name());
                must(
                        campaign.endHandle() == EndHandle.CONTINUE || !usedUp(campaign),
                        () -> "runs although its list is used up: " + campaign.name());
            }
        }
    }

    private boolean mayLaunch(Campaign campaign) {
        if (inProgress() >= rig.limits.concurrentCalls() || launchesOfTheLastSecond() >= congestion.rate()) {
            return false;
        }
        if (campaign.type() == CampaignType.FLOW) {
            return unfinished(campaign) < campaign.options().flowsAtOnce();
        }
        int level = campaign.serviceLevel();
        return !campaign.hasQueue()
                || left(FlowLead.pacedBy(campaign), other -> (long) level * dialing(other))
                        > (long) dialing(FlowLead.pacedBy(campaign)) * level;
    }

    private boolean somebodyIsDue(Campaign campaign) {
        var now = rig.clock.wallTime();
        return targetsOf(campaign)
                .anyMatch(target -> target.status() == TargetStatus.IDLE
                        && (target.nextTryAt() == null
                                || !target.nextTryAt().isAfter(now)
                                || mayComeEarly(target, campaign))
                        && canBeDialed(target, campaign));
    }

    private boolean mayComeEarly(OutdialTarget target, Campaign campaign) {
        var rules = campaign.options().compliance();
        var earlier =
                Duration.ofHours(rules.redialHours()).minus(outplan(campaign).retryAfter());
        return rules.redialWithAgent()
                && campaign.type() == CampaignType.CALL
                && campaign.hasQueue()
                && rig.store.orAgent.contains(target.id())
                && !target.nextTryAt().minus(earlier).isAfter(rig.clock.wallTime())
                && target.nextDestination(outplan(campaign)).isPresent()
                && rests(campaign, next(target, campaign), rig.clock.wallTime())
                && !rests(next(target, campaign), outplan(campaign).retryAfter(), rig.clock.wallTime())
                && leftWithoutKept(FlowLead.pacedBy(campaign)) > 100L * dialingWithoutAgent(FlowLead.pacedBy(campaign));
    }

    private boolean canBeDialed(OutdialTarget target, Campaign campaign) {
        var index = target.nextDestination(outplan(campaign));
        return index.isPresent()
                && (campaign.type() == CampaignType.FLOW
                        || (gapIsOver(target, next(target, campaign))
                                && callsTo(next(target, campaign)).noneMatch(call -> call.status() != CallStatus.DONE)
                                && (!rests(campaign, next(target, campaign), rig.clock.wallTime())
                                        || mayComeEarly(target, campaign))));
    }

    private Address next(OutdialTarget target, Campaign campaign) {
        return target.destinations()
                .get(target.nextDestination(outplan(campaign)).orElseThrow());
    }

    /** Nobody waits longer than the longest of all waits, whatever the clock did. */
    private void nobodyWaitsForEver() {
        if (floor.clockWasSet() || !floor.linkUp) {
            return;
        }
        var latest = rig.clock.wallTime().plus(MAX_WAIT);
        for (var target : rig.store.targets.values()) {
            must(target.nextTryAt() == null || !target.nextTryAt().isAfter(latest), () -> "waits too long: " + target);
        }
    }

    private boolean usedUp(Campaign campaign) {
        return unfinished(campaign) == 0
                && targetsOf(campaign)
                        .allMatch(target ->
                                target.status() == TargetStatus.DONE || target.status() == TargetStatus.NOT_CALLABLE);
    }

    Stream<OutdialTarget> targetsOf(Campaign campaign) {
        return rig.store.targets.values().stream()
                .filter(target -> target.outdialId().equals(campaign.outdialId()));
    }

    private Outplan outplan(Campaign campaign) {
        var outplan = rig.store.book.outplan(campaign.outplanId());
        return outplan == null ? ONE_TRY_EACH : outplan;
    }

    private long inProgress() {
        return rig.store.unfinished().size();
    }

    private long unfinished(Campaign campaign) {
        return rig.store.unfinished().stream()
                .filter(call -> call.campaignId().equals(campaign.id()))
                .count();
    }

    /** The queue that paced it: no edit may change that while the call is under way. */
    private UUID pacedBy(CampaignCall call) {
        return FlowLead.pacedBy(rig.store.book.campaign(call.campaignId()));
    }

    private int dialing(UUID queueId) {
        int dialing = 0;
        for (var call : rig.store.unfinished()) {
            dialing += call.status() == CallStatus.DIALING && pacedBy(call).equals(queueId) ? 1 : 0;
        }
        return dialing;
    }

    private long leftWithoutKept(UUID queueId) {
        return left(queueId, other -> 100L * dialingWithoutAgent(other));
    }

    /** Hundredths of agents that are available in a queue and that no call of another queue needs. */
    private long left(UUID queueId, ToLongFunction<UUID> dialingCounts) {
        if (rig.store.book.queue(queueId) == null) {
            return 0;
        }
        var free = rig.store.book.agents().stream()
                .filter(agent -> floor.agents.get(agent.id()) == AgentStatus.AVAILABLE)
                .toList();
        var unions = new Unions(
                List.copyOf(rig.store.book.queues()),
                free,
                other -> 100L * reserved(other) + dialingCounts.applyAsLong(other));
        return Math.min(100L * available(queueId), unions.takes(queueId) - 100L * reserved(queueId));
    }

    private int available(UUID queueId) {
        var queue = rig.store.book.queue(queueId);
        if (queue == null) {
            return 0;
        }
        int free = 0;
        for (var agent : rig.store.book.agents()) {
            boolean available = floor.agents.get(agent.id()) == AgentStatus.AVAILABLE;
            free += available && !Collections.disjoint(queue.tagIds(), agent.tagIds()) ? 1 : 0;
        }
        return Math.max(0, free - reserved(queueId));
    }

    private int reserved(UUID queueId) {
        long now = rig.clock.monotonicNanos();
        shares.read(rig.store);
        int reserved = 0;
        double expected = 0;
        for (var line : floor.lines.values()) {
            boolean open = rig.store.calls.get(line.id).status() != CallStatus.DONE;
            if (open && line.keepsAgentOf(now).equals(queueId)) {
                expected += rig.joined.containsKey(line.id) ? 1 : shares.share(line.id);
            }
        }
        for (var call : rig.store.unfinished()) {
            boolean kept = call.status() == CallStatus.DIALING && withAgent.contains(call.id());
            reserved += kept && pacedBy(call).equals(queueId) ? 1 : 0;
        }
        return reserved + (int) Math.ceil(expected - 1e-9);
    }

    private boolean isMeasured(UUID callId) {
        var line = floor.lines.get(callId);
        return line != null && line.campaign.hasQueue() && !line.late;
    }

    /** How often the trunk's congestion has halved the rate since the opening. */
    int slowed() {
        return congestion.slowed;
    }

    private int launchesOfTheLastSecond() {
        long since = rig.clock.monotonicNanos() - SECOND;
        while (!launches.isEmpty() && launches.getFirst() <= since) {
            launches.removeFirst();
        }
        return launches.size();
    }

    /** What is shown is what was written. */
    void momentsAddUp() {
        rig.hearsMoments = true;
        rig.engine.tellMoments();
        rig.hearsMoments = false;
        var counted = new HashMap<UUID, CallCounts>();
        for (var call : rig.store.calls.values()) {
            if (call.status() == CallStatus.DONE) {
                counted.merge(call.campaignId(), CallCounts.NONE.with(call), CallCounts::plus);
            }
        }
        for (var campaign : rig.store.book.campaigns()) {
            var moment = rig.moments.get(campaign.id());
            assertThat(moment.status()).isEqualTo(campaign.status());
            assertThat(moment.calls()).isEqualTo(counted.getOrDefault(campaign.id(), CallCounts.NONE));
            assertThat(moment.targets()).isEqualTo(rig.store.counts(campaign.outdialId()));
            if (floor.linkUp) {
                assertThat((long) moment.inProgress()).isEqualTo(unfinished(campaign));
            }
        }
        rig.run.settle();
    }
}
