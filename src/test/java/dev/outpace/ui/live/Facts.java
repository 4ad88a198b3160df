package dev.outpace.ui.live;

import dev.outpace.model.Address;
import dev.outpace.model.Agent;
import dev.outpace.model.AgentStatus;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignMoment;
import dev.outpace.model.CampaignOptions;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.DecisionReason;
import dev.outpace.model.EndHandle;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.PacingSnapshot;
import dev.outpace.model.Queue;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts for tests of views, with what a test does not care about filled in. */
public final class Facts {
    public static final Instant NOW = Instant.parse("2026-05-12T10:42:18Z");

    private Facts() {}

    public static UUID id(int number) {
        return new UUID(0, number);
    }

    public static Campaign campaign(int id, String name, UUID queue, UUID outdial, UUID outplan) {
        return new Campaign(
                id(id),
                CampaignType.CALL,
                name,
                "Home policies, June",
                CampaignStatus.STOP,
                100,
                EndHandle.STOP,
                List.of(),
                outplan,
                outdial,
                queue,
                Ids.NIL,
                CampaignOptions.DEFAULT,
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    public static Queue queue(int id, String name) {
        return new Queue(
                id(id), name, "", "random", List.of(id(id)), Ids.NIL, 0, 0, Stamps.createdAt(NOW), Json.Obj.EMPTY);
    }

    public static Agent agent(int id, String name, UUID tag) {
        return new Agent(
                id(id),
                "user" + id,
                name,
                "",
                "ringall",
                AgentStatus.AVAILABLE,
                0,
                List.of(tag),
                List.of(),
                Stamps.createdAt(NOW),
                Json.Obj.EMPTY);
    }

    public static Outdial outdial(int id, String name) {
        return new Outdial(id(id), Ids.NIL, name, "", "", Stamps.createdAt(NOW), Json.Obj.EMPTY);
    }

    public static Outplan outplan(int id, String name) {
        return new Outplan(
                id(id), name, "", null, 30_000, 600_000, List.of(2, 1, 0, 0, 0), Stamps.createdAt(NOW), Json.Obj.EMPTY);
    }

    public static PacingSnapshot snapshot(Campaign campaign, int available, int dialing) {
        return new PacingSnapshot(
                NOW, campaign.id(), campaign.queueId(), available, 0, dialing, dialing, campaign.serviceLevel());
    }

    public static PacingDecision hold(DecisionReason reason, PacingSnapshot snapshot) {
        return PacingDecision.hold(reason, snapshot, 0, null);
    }

    public static CampaignMoment moment(
            Campaign campaign, CampaignStatus status, PacingDecision decision, @Nullable Integer allowed, int talking) {
        return new CampaignMoment(
                campaign.id(),
                status,
                null,
                NOW,
                decision.snapshot(),
                allowed,
                campaign.hasQueue() ? 48 : 0,
                0,
                0,
                0,
                talking,
                CallCounts.NONE,
                new TargetCounts(62, 38, 0),
                decision);
    }

    public static CampaignCall call(int id, Campaign campaign) {
        return new CampaignCall(
                id(id),
                campaign.id(),
                campaign.outplanId(),
                campaign.outdialId(),
                id(id + 100_000),
                Ids.NIL,
                CampaignType.CALL,
                "Target " + id,
                null,
                Address.tel("+12125550100"),
                0,
                1,
                CallStatus.DIALING,
                CallResult.NONE,
                null,
                NOW,
                null,
                null,
                null,
                null,
                Ids.NIL);
    }
}
