package dev.outpace.engine;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.engine.EngineState.UnfinishedCall;
import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.model.Address;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CallStep;
import dev.outpace.model.CallWindow;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.LineLimits;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.RuleReason;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A workspace in memory, by the rules that a store has to keep. */
@SuppressWarnings("NullAway")
public final class MemoryStore implements TargetPool, FactLog, TargetEdits {
    final Map<UUID, OutdialTarget> targets = new LinkedHashMap<>();
    final Map<UUID, CampaignCall> calls = new LinkedHashMap<>();
    final List<Fact> facts = new ArrayList<>();
    /** Whom a claim is told that a rule forbids every call until {@link #ruledUntil}. */
    static final RuleReason RULE =
            new RuleReason.OutsideHours("US-NY", "America/New_York", new CallWindow(9 * 60, 18 * 60));

    @Nullable
    Instant ruledUntil;

    boolean claimFails;
    int awaited;
    Runnable whenAwaited = () -> {};
    final ResourceBook book = new ResourceBook();
    /** Hears of lists whose targets were reopened. */
    Consumer<UUID> reopened = _ -> {};

    private final Map<UUID, CampaignRecord> records = new HashMap<>();
    /** By number. */
    private final Map<String, Instant> abandonedAt = new HashMap<>();

    private final Map<String, LastCall> lastCall = new HashMap<>();
    /** When the wait of a target for its next try began. */
    private final Map<UUID, Instant> waitsSince = new HashMap<>();
    /** In which hours calls are counted: a clock that was ahead puts them into later ones until it is read again. */
    private final Map<UUID, Instant> countedAt = new HashMap<>();

    private record LastCall(UUID targetId, Instant endedAt) {}

    /** Targets that may be dialed before their next try, when an agent is kept free for them. */
    final Set<UUID> orAgent = new HashSet<>();

    /** What an engine is opened with now. */
    EngineState state(LineLimits limits, long seed, boolean goOn) {
        var counts = new LinkedHashMap<UUID, TargetCounts>();
        book.outdials().forEach(outdial -> counts.put(outdial.id(), counts(outdial.id())));
        return new EngineState(
                List.copyOf(book.campaigns()),
                recordsWithHours(),
                List.copyOf(book.outplans()),
                List.copyOf(book.outdials()),
                counts,
                List.copyOf(book.queues()),
                List.copyOf(book.agents()),
                unfinished().stream()
                        .map(call -> new UnfinishedCall(call, triesLeft(call), keepsAgent(call)))
                        .toList(),
                List.of(),
                limits,
                seed,
                goOn,
                List.copyOf(book.doNotCallLists()),
                List.copyOf(book.ruleSets()));
    }

    private Map<UUID, CampaignRecord> recordsWithHours() {
        var ended = calls.values().stream()
                .filter(call -> call.status() == CallStatus.DONE)
                .toList();
        long latest = ended.stream().mapToLong(this::hourOf).max().orElse(0);
        var all = new HashMap<UUID, CampaignRecord>();
        records.forEach((id, record) -> {
            var hours = new TreeMap<Long, HourCount>();
            for (var call : ended) {
                if (call.campaignId().equals(id)) {
                    var one = CallCounts.NONE.with(call);
                    hours.merge(
                            Math.max(hourOf(call), latest - HourCount.KEPT - 1),
                            new HourCount(
                                    hourOf(call),
                                    one.success() + one.fail(),
                                    one.answered(),
                                    call.queuedAt() == null ? 0 : 1,
                                    one.abandoned(),
                                    one.machines()),
                            MemoryStore::sum);
                }
            }
            all.put(
                    id,
                    new CampaignRecord(
                            record.stopReason(),
                            record.startedAt(),
                            record.calls(),
                            record.placedSinceStart(),
                            List.copyOf(hours.values())));
        });
        return all;
    }

    private long hourOf(CampaignCall call) {
        return countedAt.get(call.id()).getEpochSecond() / 3_600;
    }

    private static HourCount sum(HourCount one, HourCount other) {
        return new HourCount(
                one.hour(),
                one.placed() + other.placed(),
                one.answered() + other.answered(),
                one.queued() + other.queued(),
                one.abandoned() + other.abandoned(),
                one.machines() + other.machines());
    }

    private boolean triesLeft(CampaignCall call) {
        var outplan = book.outplan(call.outplanId());
        var target = targets.get(call.outdialTargetId());
        return outplan != null
                && target != null
                && target.nextDestination(outplan).isPresent();
    }

    private boolean keepsAgent(CampaignCall call) {
        var campaign = book.campaign(call.campaignId());
        var abandoned = call.destination() == null
                ? null
                : abandonedAt.get(call.destination().dialKey());
        if (campaign == null || abandoned == null || !campaign.restsAbandoned()) {
            return false;
        }
        var rest = Duration.ofHours(campaign.options().compliance().redialHours());
        return abandoned.plus(rest).isAfter(call.createdAt());
    }

    private CampaignRecord record(UUID campaignId) {
        return records.getOrDefault(campaignId, CampaignRecord.NONE);
    }

    final List<CallStep> steps = new ArrayList<>();

    /** The texts of a call's history. */
    List<String> steps(UUID call) {
        return steps.stream()
                .filter(step -> step.callId().equals(call))
                .map(CallStep::text)
                .toList();
    }

    @Override
    public void add(OutdialTarget target) {
        targets.put(target.id(), target);
    }

    @Override
    public void readdress(OutdialTarget target, List<Address> destinations) {
        var now = targets.get(target.id());
        if (now.status() == TargetStatus.PROGRESSING) {
            return;
        }
        var tries = new ArrayList<>(now.tryCounts());
        boolean newAddress = false;
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            if (!Objects.equals(key(now.destinations().get(i)), key(destinations.get(i)))) {
                tries.set(i, 0);
                newAddress |= destinations.get(i) != null;
            }
        }
        boolean comesBack = newAddress && now.status() != TargetStatus.IDLE && !now.succeeded();
        var status = comesBack ? TargetStatus.IDLE : now.status();
        var editedAt = target.stamps().update();
        boolean restEnds = newAddress && now.nextTryAt() != null && now.lastResult() == EndCause.ABANDONED;
        var next = restEnds && editedAt != null ? editedAt : now.nextTryAt();
        targets.put(now.id(), with(with(now, destinations), status, tries, next, now.lastResult()));
    }

    private static @Nullable String key(@Nullable Address address) {
        return address == null ? null : address.dialKey();
    }

    static OutdialTarget with(OutdialTarget target, List<Address> destinations) {
        var closed = target.routing().closed();
        for (int index = 0; index < destinations.size(); index++) {
            if (!Objects.equals(key(target.destinations().get(index)), key(destinations.get(index)))) {
                closed = closed.without(index);
            }
        }
        return new OutdialTarget(
                target.id(),
                target.outdialId(),
                target.seq(),
                target.name(),
                target.detail(),
                target.data(),
                target.status(),
                destinations,
                target.tryCounts(),
                target.nextTryAt(),
                target.lastResult(),
                target.routing().withClosed(closed),
                target.stamps(),
                target.unknown());
    }

    @Override
    public ClaimResult claim(Claim claim) {
        if (claimFails) {
            throw new IllegalStateException("the disk of this test is full");
        }
        if (ruledUntil != null && claim.now().isBefore(ruledUntil)) {
            return new ClaimResult.NothingDue(ruledUntil, 0, false, RULE);
        }
        var walk = new Walk(claim);
        var now = claim.now();
        var earlier = claim.rest().earlierWithAgent();
        if (claim.freshFirst()) {
            walk.through(idle(claim, target -> target.nextTryAt() == null));
        }
        walk.through(idle(claim, target -> isDue(target, now) && !orAgent.contains(target.id())));
        walk.through(idle(claim, target -> isDue(target, now) && orAgent.contains(target.id())));
        if (claim.agentFree() && earlier.isPositive()) {
            walk.through(idle(claim, target -> isDue(target, now.plus(earlier)) && orAgent.contains(target.id())));
        }
        walk.through(idle(claim, target -> target.nextTryAt() == null));
        if (walk.found != null) {
            return take(claim, walk);
        }
        var next = new ArrayList<Instant>();
        boolean waitsForAgent = false;
        for (var target : idle(claim, target -> target.nextTryAt() != null)) {
            var withAgent = target.nextTryAt().minus(earlier);
            if (orAgent.contains(target.id()) && withAgent.isAfter(now)) {
                next.add(withAgent);
            } else {
                waitsForAgent |= orAgent.contains(target.id()) && !claim.agentFree();
                next.add(target.nextTryAt());
            }
        }
        return new ClaimResult.NothingDue(
                next.stream().min(Comparator.naturalOrder()).orElse(null), walk.notCallable, waitsForAgent);
    }

    private static boolean isDue(OutdialTarget target, Instant now) {
        return target.nextTryAt() != null && !target.nextTryAt().isAfter(now);
    }

    private List<OutdialTarget> idle(Claim claim, Predicate<OutdialTarget> which) {
        return targets.values().stream()
                .filter(target -> target.outdialId().equals(claim.campaign().outdialId()))
                .filter(target -> target.status() == TargetStatus.IDLE)
                .filter(which)
                .sorted(Comparator.comparing(MemoryStore::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingLong(OutdialTarget::seq))
                .toList();
    }

    private final class Walk {
        private final Claim claim;
        private int notCallable;
        private boolean keepsAgent;
        private @Nullable OutdialTarget found;

        Walk(Claim claim) {
            this.claim = claim;
        }

        void through(List<OutdialTarget> candidates) {
            for (var target : candidates) {
                if (found == null) {
                    look(target);
                }
            }
        }

        private void look(OutdialTarget target) {
            var index = target.nextDestination(claim.outplan());
            if (index.isEmpty()) {
                targets.put(
                        target.id(),
                        with(target, TargetStatus.NOT_CALLABLE, target.tryCounts(), null, target.lastResult()));
                orAgent.remove(target.id());
                waitsSince.remove(target.id());
                notCallable++;
                return;
            }
            keepsAgent = false;
            if (claim.campaign().type() == CampaignType.CALL
                    && mustWait(target, target.destinations().get(index.getAsInt()))) {
                return;
            }
            found = target;
        }

        /** One reason after the other: a call to the number, one to it for another target, and one that was abandoned. */
        private boolean mustWait(OutdialTarget target, Address number) {
            var rest = claim.rest();
            var now = claim.now();
            if (claim.inCall().test(number)) {
                var gap = rest.gap().compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : rest.gap();
                waits(target, now.plus(gap), false);
                return true;
            }
            var last = lastCall.get(number.dialKey());
            if (last != null && rest.gap().isPositive() && !last.targetId().equals(target.id())) {
                var until = last.endedAt().plus(rest.gap());
                if (until.isAfter(now)) {
                    waits(target, until, false);
                    return true;
                }
            }
            var abandoned = abandonedAt.get(number.dialKey());
            if (abandoned == null
                    || !rest.afterAbandon().isPositive()
                    || !abandoned.plus(rest.afterAbandon()).isAfter(now)) {
                return false;
            }
            boolean earlier = rest.withAgent().compareTo(rest.afterAbandon()) < 0;
            keepsAgent = earlier
                    && claim.agentFree()
                    && !abandoned.plus(rest.withAgent()).isAfter(now);
            if (!keepsAgent) {
                waits(target, abandoned.plus(rest.afterAbandon()), earlier);
            }
            return !keepsAgent;
        }

        private void waits(OutdialTarget target, Instant until, boolean untilAgent) {
            orAgent.remove(target.id());
            if (untilAgent) {
                orAgent.add(target.id());
            }
            waitsSince.put(target.id(), claim.now());
            targets.put(target.id(), with(target, target.status(), target.tryCounts(), until, target.lastResult()));
        }
    }

    private static @Nullable Instant dueAt(OutdialTarget target) {
        return target.nextTryAt();
    }

    private ClaimResult take(Claim claim, Walk walk) {
        var target = walk.found;
        int index = target.nextDestination(claim.outplan()).orElseThrow();
        orAgent.remove(target.id());
        var tries = new ArrayList<>(target.tryCounts());
        tries.set(index, tries.get(index) + 1);
        var taken = with(target, TargetStatus.PROGRESSING, tries, null, target.lastResult());
        targets.put(taken.id(), taken);
        var campaign = claim.campaign();
        var call = new CampaignCall(
                claim.callId(),
                campaign.id(),
                campaign.outplanId(),
                campaign.outdialId(),
                target.id(),
                campaign.queueId(),
                campaign.type(),
                target.name(),
                claim.outplan().source(),
                target.destinations().get(index),
                index,
                tries.get(index),
                CallStatus.DIALING,
                CallResult.NONE,
                null,
                claim.now(),
                null,
                null,
                null,
                null,
                Ids.NIL);
        calls.put(call.id(), call);
        var record = record(campaign.id());
        records.put(campaign.id(), new CampaignRecord(record.stopReason(), record.startedAt(), record.calls(), true));
        return new ClaimResult.Claimed(call, taken, walk.notCallable, walk.keepsAgent);
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        var counts = TargetCounts.NONE;
        for (var target : targets.values()) {
            if (target.outdialId().equals(outdialId)) {
                counts = switch (target.status()) {
                    case DONE -> counts.plus(1, 0, 0);
                    case NOT_CALLABLE -> counts.plus(0, 0, 1);
                    case IDLE, PROGRESSING -> counts.plus(0, 1, 0);
                };
            }
        }
        return counts;
    }

    @Override
    public void write(Fact fact) {
        facts.add(fact);
        switch (fact) {
            case Fact.CallProgressed(var call) -> calls.put(call.id(), call);
            case Fact.CallClosed(var call, var fate) -> close(call, fate);
            case Fact.CallNoted(var step) -> steps.add(step);
            case Fact.StatusesChanged(var changes) -> changes.forEach(this::change);
            case Fact.ResourceSaved(var resource) -> save(resource);
            case Fact.SetUpSaved saved -> saved.resources().forEach(this::save);
            case Fact.TargetsReopened reopened -> reopen(reopened);
            case Fact.ClockRead(var now) -> readClock(now);
        }
    }

    private void change(StatusChange change) {
        var campaign = book.campaign(change.campaignId());
        if (campaign != null) {
            book.put(campaign.withStatus(change.status()));
        }
        var record = record(change.campaignId());
        boolean anew = change.startedAt() != null;
        records.put(
                change.campaignId(),
                new CampaignRecord(
                        change.reason(),
                        anew ? change.startedAt() : record.startedAt(),
                        record.calls(),
                        !anew && record.placedSinceStart()));
    }

    private void save(Resource resource) {
        if (resource instanceof Campaign campaign) {
            var stored = book.campaign(campaign.id());
            book.put(campaign.withStatus(stored == null ? CampaignStatus.STOP : stored.status()));
        } else {
            book.put(resource);
        }
    }

    /** Nothing that has happened is later than this. */
    private void readClock(Instant now) {
        abandonedAt.replaceAll((_, at) -> at.isAfter(now) ? now : at);
        lastCall.replaceAll((_, last) -> last.endedAt().isAfter(now) ? new LastCall(last.targetId(), now) : last);
        countedAt.replaceAll((_, at) -> at.isAfter(now) ? now : at);
        for (var target : List.copyOf(targets.values())) {
            var since = waitsSince.get(target.id());
            if (target.status() == TargetStatus.IDLE
                    && target.nextTryAt() != null
                    && target.nextTryAt().isAfter(now)
                    && since != null
                    && since.isAfter(now)) {
                var until = now.plus(Duration.between(since, target.nextTryAt()));
                waitsSince.put(target.id(), now);
                targets.put(target.id(), with(target, target.status(), target.tryCounts(), until, target.lastResult()));
                reopened.accept(target.outdialId());
            }
        }
    }

    private void reopen(Fact.TargetsReopened edit) {
        var outdialId = edit.outdialId();
        var outplan = edit.outplan();
        for (var target : List.copyOf(targets.values())) {
            var last = target.lastResult();
            boolean out = target.status() == TargetStatus.DONE || target.status() == TargetStatus.NOT_CALLABLE;
            boolean answered = last == EndCause.NORMAL || last == EndCause.INTERRUPTED || last == EndCause.LOST;
            if (target.outdialId().equals(outdialId)
                    && out
                    && !answered
                    && target.nextDestination(outplan).isPresent()) {
                var due = last == null ? null : edit.nextTryAt();
                waitsSince.put(target.id(), edit.at());
                targets.put(target.id(), with(target, TargetStatus.IDLE, target.tryCounts(), due, last));
            }
        }
        reopened.accept(outdialId);
    }

    private void close(CampaignCall call, TargetFate fate) {
        calls.put(call.id(), call);
        var record = record(call.campaignId());
        records.put(
                call.campaignId(),
                new CampaignRecord(
                        record.stopReason(), record.startedAt(), record.calls().with(call), record.placedSinceStart()));
        countedAt.put(call.id(), call.endedAt());
        if (call.referenceType() == CampaignType.CALL && call.cause() != EndCause.NOT_PLACED) {
            var number = call.destination().dialKey();
            lastCall.put(number, new LastCall(call.outdialTargetId(), call.endedAt()));
            if (call.cause() == EndCause.ABANDONED) {
                abandonedAt.put(number, call.endedAt());
            }
        }
        var target = targets.get(call.outdialTargetId());
        if (target == null) {
            return;
        }
        waitsSince.put(target.id(), call.endedAt());
        var updated = switch (fate) {
            case TargetFate.Done(var closed) ->
                closing(with(target, TargetStatus.DONE, target.tryCounts(), null, call.cause()), closed);
            case TargetFate.RestsUntil(var at) -> {
                orAgent.add(target.id());
                yield with(target, TargetStatus.IDLE, target.tryCounts(), at, call.cause());
            }
            case TargetFate.RetryAt(var at, var closed) ->
                closing(with(target, TargetStatus.IDLE, target.tryCounts(), at, call.cause()), closed);
            case TargetFate.TryGivenBack(var at) -> {
                var tries = new ArrayList<>(target.tryCounts());
                tries.set(call.destinationIndex(), tries.get(call.destinationIndex()) - 1);
                yield with(target, TargetStatus.IDLE, tries, at, call.cause());
            }
        };
        targets.put(target.id(), updated);
    }

    private static OutdialTarget closing(OutdialTarget target, ClosedDestinations closed) {
        var routing = target.routing();
        return target.withRouting(routing.withClosed(routing.closed().and(closed)));
    }

    @Override
    public boolean awaitCommitted() {
        awaited++;
        whenAwaited.run();
        return true;
    }

    Collection<CampaignCall> unfinished() {
        return calls.values().stream()
                .filter(call -> call.status() != CallStatus.DONE)
                .toList();
    }

    private static OutdialTarget with(
            OutdialTarget target,
            TargetStatus status,
            List<Integer> tries,
            @Nullable Instant nextTryAt,
            @Nullable EndCause lastResult) {
        return new OutdialTarget(
                target.id(),
                target.outdialId(),
                target.seq(),
                target.name(),
                target.detail(),
                target.data(),
                status,
                target.destinations(),
                tries,
                nextTryAt,
                lastResult,
                target.routing(),
                target.stamps(),
                target.unknown());
    }
}
