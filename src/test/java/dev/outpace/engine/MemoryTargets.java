package dev.outpace.engine;

import dev.outpace.engine.CallJournal.Fact;
import dev.outpace.engine.CallJournal.TargetFate;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Targets and facts in memory, by the rules that a store has to keep. */
@SuppressWarnings("NullAway")
public final class MemoryTargets implements TargetPool, CallJournal {
    final Map<UUID, OutdialTarget> targets = new LinkedHashMap<>();
    final Map<UUID, CampaignCall> calls = new LinkedHashMap<>();
    final List<Fact> facts = new ArrayList<>();

    public void add(OutdialTarget target) {
        targets.put(target.id(), target);
    }

    @Override
    public ClaimResult claim(Claim claim) {
        var idle = targets.values().stream()
                .filter(target -> target.outdialId().equals(claim.campaign().outdialId()))
                .filter(target -> target.status() == TargetStatus.IDLE)
                .sorted(Comparator.comparing(MemoryTargets::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparingLong(OutdialTarget::seq))
                .toList();
        int notCallable = 0;
        boolean blocked = false;
        Instant nextTryAt = null;
        for (var target : idle) {
            var index = target.nextDestination(claim.outplan());
            if (index.isEmpty()) {
                targets.put(target.id(), with(target, TargetStatus.NOT_CALLABLE, target.tryCounts(), null, null));
                notCallable++;
                continue;
            }
            if (target.nextTryAt() != null && target.nextTryAt().isAfter(claim.now())) {
                nextTryAt =
                        nextTryAt == null || target.nextTryAt().isBefore(nextTryAt) ? target.nextTryAt() : nextTryAt;
                continue;
            }
            var destination = target.destinations().get(index.getAsInt());
            if (destination != null
                    && claim.campaign().type() == CampaignType.CALL
                    && claim.inCall().test(destination)) {
                blocked = true;
                continue;
            }
            return take(claim, target, index.getAsInt(), notCallable);
        }
        return new ClaimResult.NothingDue(nextTryAt, blocked, notCallable);
    }

    private static @Nullable Instant dueAt(OutdialTarget target) {
        return target.nextTryAt();
    }

    private ClaimResult take(Claim claim, OutdialTarget target, int index, int notCallable) {
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
        return new ClaimResult.Claimed(call, taken, notCallable);
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
            default -> {}
        }
    }

    private void close(CampaignCall call, TargetFate fate) {
        calls.put(call.id(), call);
        var target = targets.get(call.outdialTargetId());
        if (target == null) {
            return;
        }
        var updated = switch (fate) {
            case TargetFate.Done _ -> with(target, TargetStatus.DONE, target.tryCounts(), null, call.cause());
            case TargetFate.RetryAt(var at) -> with(target, TargetStatus.IDLE, target.tryCounts(), at, call.cause());
            case TargetFate.TryGivenBack(var at) -> {
                var tries = new ArrayList<>(target.tryCounts());
                tries.set(call.destinationIndex(), tries.get(call.destinationIndex()) - 1);
                yield with(target, TargetStatus.IDLE, tries, at, call.cause());
            }
        };
        targets.put(target.id(), updated);
    }

    @Override
    public void awaitCommitted() {}

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
                target.stamps(),
                target.unknown());
    }
}
