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
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The campaigns that the engine runs, with the outplans, lists, queues and agents that they refer to. */
final class CampaignRuns {
    /** Used for flow campaigns, which need no outplan: each target is worked on once for each of its destinations. */
    private static final Outplan ONE_TRY_EACH = new Outplan(
            Ids.NIL, "", "", null, 0, 0, Collections.nCopies(Outplan.DESTINATIONS, 1), Stamps.NONE, Json.Obj.EMPTY);

    private final ResourceBook book = new ResourceBook();
    private final CallFloor floor;
    private final PacingMemory memory;
    private final PacingPolicies policies;
    private final Map<UUID, CampaignRun> runs = new LinkedHashMap<>();
    private final Turns turns = new Turns();

    private final Map<UUID, ListFloor> lists = new LinkedHashMap<>();
    private boolean held;

    CampaignRuns(CallFloor floor, PacingMemory memory, PacingPolicies policies, Map<UUID, TargetCounts> targets) {
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

    /** Whom to ask next to place calls. */
    Turns turns() {
        return turns;
    }

    CampaignRun open(Campaign campaign, CampaignRecord record) {
        var run = new CampaignRun(campaign, record, floor, turns);
        runs.put(campaign.id(), run);
        turns.comes(run);
        run.choosePolicy(policies, memory);
        book.put(campaign);
        return run;
    }

    /** Opens a campaign that was just made; how its list answers, another campaign that calls it may have learned. */
    CampaignRun openNew(Campaign campaign) {
        var before = runs.values().stream()
                .filter(run -> run.campaign.outdialId().equals(campaign.outdialId()))
                .toList();
        var made = open(campaign, CampaignRecord.NONE);
        before.stream()
                .max(Comparator.comparingLong(run -> run.counts.ended()))
                .ifPresent(other -> memory.knowsListOf(made.onFloor, other.onFloor));
        return made;
    }

    /** The edited campaign keeps the status that it has here. */
    void edit(CampaignRun run, Campaign campaign) {
        run.campaign = campaign.withStatus(run.status());
        floor.pace(run.onFloor, FlowLead.pacedBy(campaign));
        run.choosePolicy(policies, memory);
        book.put(run.campaign);
    }

    void delete(CampaignRun run) {
        runs.remove(run.id());
        turns.leaves(run);
        floor.remove(run.onFloor);
    }

    ListFloor list(UUID outdialId) {
        return lists.computeIfAbsent(outdialId, id -> new ListFloor(id, TargetCounts.NONE));
    }

    /** The campaign's list. It is remembered in the campaign, because every decision needs it. */
    ListFloor listOf(CampaignRun run) {
        var list = run.list;
        if (list == null || !list.outdialId().equals(run.campaign.outdialId())) {
            list = list(run.campaign.outdialId());
            run.list = list;
        }
        return list;
    }

    /** The counts of the campaign's list, for a report: it must add no list, because reports are not recorded. */
    TargetCounts countsOf(CampaignRun run) {
        var list = lists.get(run.campaign.outdialId());
        return list == null ? TargetCounts.NONE : list.counts();
    }

    List<UUID> listIds() {
        return List.copyOf(lists.keySet());
    }

    /** Makes all lists check their moments against the wall clock again. */
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

    /** Time alone may have changed decisions; campaigns that their queues hold are asked together. */
    void secondPassed() {
        for (var run : runs.values()) {
            if (turns.isHeldByRule(run)) {
                run.toBeTold();
            } else {
                run.wake();
            }
        }
        turns.lookAgain();
    }

    /** The flow of a campaign by the campaign's id; null if there is none. */
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

    /** Whether the workspace is closing, so that no campaign may follow another. */
    boolean held() {
        return held;
    }

    void held(boolean now) {
        held = now;
    }
}
