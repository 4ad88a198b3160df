package dev.outpace.engine;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.flow.FlowGraph;
import dev.outpace.flow.FlowLead;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.PacingChoice;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.StopReason;
import dev.outpace.pacing.AgentPool;
import dev.outpace.pacing.PacingPolicies;
import dev.outpace.pacing.PacingPolicy;
import java.time.Instant;
import java.util.LinkedHashSet;
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

    int dialing;

    /** By whose agents the campaign is paced, and the campaign for which that was found. */
    private UUID pacedBy;

    private Campaign pacedByOf;

    /** Of its campaign, as last asked for; {@link Floor#queueOf} and {@link Floor#listOf} look whether it still is. */
    @Nullable
    QueueFloor queue;

    @Nullable
    ListFloor list;

    /** The policy that the campaign has chosen, by its choice and its queue. */
    private @Nullable PacingPolicy policy;

    private @Nullable PacingChoice choice;
    private @Nullable AgentPool policyPool;

    /** Callers whose flow branched before a queue, and those of them who came there. */
    private int branched;

    private int joined;
    private @Nullable FlowGraph flow;

    private @Nullable PacingDecision lastDecision;
    private boolean asleep;
    private boolean lostAnOrder;
    private boolean moved = true;

    CampaignRun(Campaign campaign, CampaignRecord record) {
        this.campaign = campaign;
        this.pacedBy = FlowLead.pacedBy(campaign);
        this.pacedByOf = campaign;
        this.stopReason = record.stopReason();
        this.startedAt = record.startedAt();
        this.placedSinceStart = record.placedSinceStart();
        this.counts = record.calls();
    }

    /** The queue that paces the campaign; nil for none. */
    @SuppressWarnings("ReferenceEquality") // Asked for each decision: mostly it is the very same.
    UUID pacedBy() {
        if (pacedByOf != campaign) {
            pacedBy = FlowLead.pacedBy(campaign);
            pacedByOf = campaign;
        }
        return pacedBy;
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

    @SuppressWarnings("ReferenceEquality") // Asked for each decision: mostly it is the very same.
    PacingPolicy policy(PacingPolicies policies, AgentPool pool) {
        var known = policy;
        var chosen = campaign.options().pacing();
        // What was edited beside the choice leaves the policy what it has learned.
        if (known == null || !chosen.equals(choice) || policyPool != pool) {
            if (policyPool != null && policyPool != pool) {
                pool.takeOver(id(), policyPool);
            }
            known = policies.of(campaign, pool);
            choice = chosen;
            policyPool = pool;
        }
        policy = known;
        return known;
    }

    /** A caller whose flow branched before a queue came there, or ended elsewhere. */
    void branched(boolean cameToQueue) {
        branched++;
        joined += cameToQueue ? 1 : 0;
    }

    /** Begins at 1, and follows what is seen. */
    double shareThatJoins() {
        return (joined + 1.0) / (branched + 1.0);
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
