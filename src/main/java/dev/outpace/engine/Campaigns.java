package dev.outpace.engine;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.floor.CallFloor;
import dev.outpace.floor.ListFloor;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.Campaign;
import dev.outpace.model.Ids;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.Stamps;
import dev.outpace.model.TargetCounts;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The campaigns as the engine drives them, with what they refer to: outplans, lists, queues, agents. */
final class Campaigns {
    /** A campaign of type flow needs no outplan: each target is then worked on once for each of its destinations. */
    private static final Outplan ONE_TRY_EACH = new Outplan(
            Ids.NIL, "", "", null, 0, 0, Collections.nCopies(Outplan.DESTINATIONS, 1), Stamps.NONE, Json.Obj.EMPTY);

    private final ResourceBook book = new ResourceBook();
    private final CallFloor floor;
    private final PacingMemory memory;
    private final PacingPolicies policies;
    private final Map<UUID, CampaignRun> runs = new LinkedHashMap<>();
    /** The same campaigns, for asking them in turn. */
    private final List<CampaignRun> inTurn = new ArrayList<>();

    private final Map<UUID, ListFloor> lists = new LinkedHashMap<>();
    private boolean held;

    Campaigns(CallFloor floor, PacingMemory memory, PacingPolicies policies, Map<UUID, TargetCounts> targets) {
        this.floor = floor;
        this.memory = memory;
        this.policies = policies;
        targets.forEach((id, counts) -> lists.put(id, new ListFloor(id, counts)));
    }

    ResourceBook book() {
        return book;
    }

    @Nullable
    CampaignRun run(UUID id) {
        return runs.get(id);
    }

    Collection<CampaignRun> all() {
        return runs.values();
    }

    /** In the order in which they are asked. */
    List<CampaignRun> inTurn() {
        return inTurn;
    }

    /** Whoever placed a call is asked last from now on. */
    void placedCall(CampaignRun run) {
        inTurn.remove(run);
        inTurn.add(run);
    }

    CampaignRun open(Campaign campaign, CampaignRecord record) {
        var run = new CampaignRun(campaign, record, floor);
        runs.put(campaign.id(), run);
        inTurn.add(run);
        run.choosePolicy(policies, memory);
        book.put(campaign);
        return run;
    }

    /** The campaign after an edit, in the status that it has here. */
    void edit(CampaignRun run, Campaign campaign) {
        run.campaign = campaign.withStatus(run.status());
        floor.pace(run.onFloor, FlowLead.pacedBy(campaign));
        run.choosePolicy(policies, memory);
        book.put(run.campaign);
    }

    void delete(CampaignRun run) {
        runs.remove(run.id());
        inTurn.remove(run);
        floor.remove(run.onFloor);
    }

    ListFloor list(UUID outdialId) {
        return lists.computeIfAbsent(outdialId, id -> new ListFloor(id, TargetCounts.NONE));
    }

    /** Remembered with the campaign, since every decision asks for it. */
    ListFloor listOf(CampaignRun run) {
        var list = run.list;
        if (list == null || !list.outdialId().equals(run.campaign.outdialId())) {
            list = list(run.campaign.outdialId());
            run.list = list;
        }
        return list;
    }

    List<UUID> listIds() {
        return List.copyOf(lists.keySet());
    }

    /** Moments on the wall are to be read again. */
    void somethingMayBeDueEverywhere() {
        lists.values().forEach(ListFloor::somethingMayBeDue);
    }

    void wakeListUsers(UUID outdialId) {
        for (var run : runs.values()) {
            if (run.campaign.outdialId().equals(outdialId)) {
                run.wake();
            }
        }
    }

    void wakeAll() {
        runs.values().forEach(CampaignRun::wake);
    }

    /** The flow of a campaign by the campaign's id; null where there is none. */
    @Nullable
    FlowGraph flow(UUID id) {
        var campaign = book.campaign(id);
        var run = runs.get(id);
        return campaign == null || run == null ? null : run.flowOf(campaign);
    }

    Outplan outplanOf(Campaign campaign) {
        var outplan = book.outplan(campaign.outplanId());
        return outplan == null ? ONE_TRY_EACH : outplan;
    }

    /** The workspace closes: campaigns that follow others wait, too. */
    boolean held() {
        return held;
    }

    void held(boolean now) {
        held = now;
    }
}
