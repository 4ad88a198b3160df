package dev.outpace.engine;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.floor.CallFloor;
import dev.outpace.floor.CampaignFloor;
import dev.outpace.floor.ListFloor;
import dev.outpace.floor.QueueFloor;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.StopReason;
import dev.outpace.pacing.PacingMemory;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.PacingPolicy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One campaign as the engine drives it. */
final class CampaignRun {
    Campaign campaign;

    @Nullable
    StopReason stopReason;

    @Nullable
    Instant startedAt;

    boolean placedSinceStart;
    /** Not by a person, but because the campaign before it was used up. */
    boolean startedByChain;

    CallCounts counts;
    /** Was running when the workspace was closed, or is held because it closes, and nobody has said that it goes on. */
    boolean waitingToGoOn;

    final Refusals refusals = new Refusals();
    final Set<ActiveCall> calls = new LinkedHashSet<>();
    /** Calls from before the workspace was closed of which the exchange has not told yet. */
    int unsettled;

    /** Its calls and its queue as they are counted. */
    final CampaignFloor onFloor;

    /** Of its campaign, as last asked for; {@link Campaigns#listOf} looks whether it still is. */
    @Nullable
    ListFloor list;

    /** The policy that the campaign has chosen, by its choice and its queue. */
    private @Nullable PacingPolicy policy;

    private @Nullable PacingChoice policyChoice;
    private @Nullable QueueFloor policyQueue;
    private @Nullable FlowGraph flow;

    private @Nullable PacingDecision lastDecision;
    private boolean asleep;
    private boolean lostAnOrder;
    private boolean moved = true;

    CampaignRun(Campaign campaign, CampaignRecord record, CallFloor board) {
        this.campaign = campaign;
        this.stopReason = record.stopReason();
        this.startedAt = record.startedAt();
        this.placedSinceStart = record.placedSinceStart();
        this.counts = record.calls();
        this.onFloor = board.campaign(campaign.id(), FlowLead.pacedBy(campaign), this::wake);
    }

    /** The flow of this campaign as it was at some moment; remembered for the latest. */
    FlowGraph flowOf(Campaign atThatMoment) {
        var known = flow;
        if (known == null || !known.actions().equals(atThatMoment.actions())) {
            known = new FlowGraph(atThatMoment.actions());
            flow = known;
        }
        return known;
    }

    /** At the opening and after each edit. What was edited beside choice and queue leaves the policy what it has learned. */
    void choosePolicy(PacingPolicies policies, PacingMemory memory) {
        var chosen = campaign.options().pacing();
        if (policy == null || !chosen.equals(policyChoice) || policyQueue != onFloor.queue()) {
            policy = policies.of(campaign, onFloor, memory);
            policyChoice = chosen;
            policyQueue = onFloor.queue();
        }
    }

    PacingPolicy policy() {
        return Objects.requireNonNull(policy);
    }

    boolean hasCalls() {
        return !calls.isEmpty() || unsettled > 0;
    }

    /** Whether it is the first since the campaign was opened: of those that follow nobody needs to hear. */
    boolean firstLostOrder() {
        boolean first = !lostAnOrder;
        lostAnOrder = true;
        return first;
    }

    CampaignStatus status() {
        return campaign.status();
    }

    UUID id() {
        return campaign.id();
    }

    /** Something changed that a decision may depend on. */
    void wake() {
        asleep = false;
        moved = true;
    }

    /** Somebody wants to hear of it, who changes nothing by that: nothing is decided anew. */
    void toBeTold() {
        moved = true;
    }

    void decided(PacingDecision decision) {
        lastDecision = decision;
        moved = true;
    }

    @Nullable
    PacingDecision lastDecision() {
        return lastDecision;
    }

    /** Nothing to decide until it is woken. */
    void sleep() {
        asleep = true;
    }

    boolean awake() {
        return !asleep;
    }

    /** Whether it changed since the last look, and forgets it. */
    boolean takeMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    boolean hasMoved() {
        return moved;
    }
}
