package dev.outpace.simulation;

import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool;
import dev.outpace.model.Address;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.model.TargetStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Target lists. Where each person is dialed once, all targets look alike to the engine, and the world tells people apart by their
 * order; where people are tried again, each has a number of his own.
 */
final class LabTargets implements TargetPool {
    private static final long ENDLESS = Long.MAX_VALUE / 2;
    private static final Address SOMEBODY = Address.tel("1");
    private static final OutdialTarget TARGET = new OutdialTarget(
            LabIds.of(LabIds.TARGET, 0),
            LabIds.of(LabIds.LIST, 0),
            1,
            "",
            "",
            "",
            TargetStatus.PROGRESSING,
            Arrays.asList(SOMEBODY, null, null, null, null),
            List.of(1, 0, 0, 0, 0),
            null,
            null,
            Stamps.NONE,
            Json.Obj.EMPTY);

    private final Scenario scenario;
    private final LabTally tally;
    /** Null for a campaign whose targets are not told apart. */
    private final List<@Nullable LabList> lists = new ArrayList<>();

    LabTargets(Scenario scenario, LabTally tally) {
        this.scenario = scenario;
        this.tally = tally;
        scenario.campaigns()
                .forEach(campaign -> lists.add(campaign.tellsTargetsApart() ? new LabList(campaign.targets()) : null));
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        int campaign = LabIds.number(outdialId);
        var targets = scenario.campaigns().get(campaign).targets();
        var list = lists.get(campaign);
        long done = list == null ? tally.done(campaign) : list.done();
        return new TargetCounts(done, targets == null ? ENDLESS : targets - done, 0);
    }

    @Override
    public ClaimResult claim(Claim claim) {
        int number = LabIds.number(claim.campaign().id());
        var list = lists.get(number);
        if (list != null) {
            var target = list.claim(claim.callId(), claim.now(), claim.freshFirst());
            return target == null ? new ClaimResult.NothingDue(list.nextDue(), 0) : claimed(claim, target);
        }
        var targets = scenario.campaigns().get(number).targets();
        if (targets != null && tally.placed(number) >= targets) {
            return new ClaimResult.NothingDue(null, 0);
        }
        return claimed(claim, TARGET, 1);
    }

    private ClaimResult claimed(Claim claim, LabList.Target target) {
        var one = new OutdialTarget(
                LabIds.of(LabIds.TARGET, (int) target.number()),
                claim.campaign().outdialId(),
                target.number(),
                "",
                "",
                "",
                TargetStatus.PROGRESSING,
                Arrays.asList(Address.tel(Long.toString(target.number())), null, null, null, null),
                List.of(target.tries(), 0, 0, 0, 0),
                null,
                target.last(),
                Stamps.NONE,
                Json.Obj.EMPTY);
        return claimed(claim, one, target.tries());
    }

    private ClaimResult claimed(Claim claim, OutdialTarget target, int tries) {
        tally.placed(LabIds.number(claim.campaign().id()), claim.callId());
        var campaign = claim.campaign();
        var call = new CampaignCall(
                claim.callId(),
                campaign.id(),
                campaign.outplanId(),
                campaign.outdialId(),
                target.id(),
                campaign.queueId(),
                campaign.type(),
                "",
                null,
                target.destinations().getFirst(),
                0,
                tries,
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

    /** Notes what becomes of the target of a call that ended. */
    void closed(CampaignCall call, TargetFate fate) {
        int number = LabIds.number(call.campaignId());
        var list = lists.get(number);
        if (list != null) {
            list.closed(call, fate);
            tally.done(number, list.done());
        }
    }
}
