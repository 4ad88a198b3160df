package dev.outpace.simulation;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Target lists in which each person is dialed once. All targets look alike to the engine; the world tells people apart by their
 * order.
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

    LabTargets(Scenario scenario, LabTally tally) {
        this.scenario = scenario;
        this.tally = tally;
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        int campaign = LabIds.number(outdialId);
        var targets = scenario.campaigns().get(campaign).targets();
        long done = tally.done(campaign);
        return new TargetCounts(done, targets == null ? ENDLESS : targets - done, 0);
    }

    @Override
    public ClaimResult claim(Claim claim) {
        int number = LabIds.number(claim.campaign().id());
        var targets = scenario.campaigns().get(number).targets();
        if (targets != null && tally.placed(number) >= targets) {
            return new ClaimResult.NothingDue(null, 0);
        }
        tally.placed(number, claim.callId());
        var campaign = claim.campaign();
        var call = new CampaignCall(
                claim.callId(),
                campaign.id(),
                campaign.outplanId(),
                campaign.outdialId(),
                TARGET.id(),
                campaign.queueId(),
                campaign.type(),
                "",
                null,
                SOMEBODY,
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
        return new ClaimResult.Claimed(call, TARGET, 0);
    }
}
