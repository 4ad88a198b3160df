package dev.outpace.bench;

import dev.outpace.engine.TargetPool;
import dev.outpace.model.Address;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** Lists in memory that never end: their targets come round again. */
final class MemoryTargets implements TargetPool {
    private static final TargetCounts COUNTS = new TargetCounts(0, Integer.MAX_VALUE, 0);

    private final Map<UUID, List<OutdialTarget>> lists = new HashMap<>();
    private final Map<UUID, Integer> next = new HashMap<>();

    MemoryTargets(int numberOfLists, int targetsPerList) {
        for (int number = 0; number < numberOfLists; number++) {
            var list = CallCentre.listId(number);
            lists.put(
                    list,
                    IntStream.range(0, targetsPerList)
                            .mapToObj(target -> CallCentre.target(list, target))
                            .toList());
        }
    }

    /** From the first target on again. */
    void rewind() {
        next.clear();
    }

    Map<UUID, TargetCounts> counts() {
        var all = new HashMap<UUID, TargetCounts>();
        lists.keySet().forEach(list -> all.put(list, COUNTS));
        return all;
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        return COUNTS;
    }

    @Override
    public ClaimResult claim(Claim claim) {
        var campaign = claim.campaign();
        var list = Objects.requireNonNull(lists.get(campaign.outdialId()));
        OutdialTarget target;
        Address destination;
        do {
            target = list.get(next.merge(campaign.outdialId(), 1, Integer::sum) % list.size());
            destination = target.destinations().getFirst();
        } while (claim.inCall().test(destination));
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
                destination,
                0,
                1,
                CallStatus.DIALING,
                CallResult.NONE,
                null,
                claim.now(),
                null,
                null,
                null,
                null,
                Ids.NIL);
        return new ClaimResult.Claimed(call, target, 0);
    }
}
