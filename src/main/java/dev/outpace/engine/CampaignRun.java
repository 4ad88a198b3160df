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
import dev.outpace.model.Compliance;
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

/** The state in which the engine runs one campaign. */
final class CampaignRun {
    Campaign campaign;

    @Nullable
    StopReason stopReason;

    @Nullable
    Instant startedAt;

    boolean placedSinceStart;
    /** Whether the campaign was started because the one before it was exhausted, and not by a user. */
    boolean startedByChain;

    CallCounts counts;
    /** Whether it places one call only. */
    boolean isTrial;
    /**
     * Whether the campaign was running when the workspace was closed, or is held because it is closing, and no user has resumed
     * it.
     */
    boolean waitingToGoOn;

    final Refusals refusals = new Refusals();
    final Set<ActiveCall> calls = new LinkedHashSet<>();
    /** Calls of the previous opening that the exchange has not yet reported. */
    int unsettled;

    /** The campaign's counts on the floor. */
    final CampaignFloor onFloor;

    /** The target list that was last used; {@link CampaignRuns#listOf} checks whether it is still the campaign's. */
    @Nullable
    ListFloor list;

    /** The policy for {@link #policyChoice}, {@link #policyRules} and {@link #policyQueue}. */
    private @Nullable PacingPolicy policy;

    private @Nullable PacingChoice policyChoice;
    private @Nullable Compliance policyRules;
    private @Nullable QueueFloor policyQueue;
    private @Nullable FlowGraph flow;

    private @Nullable PacingDecision lastDecision;
    private final Turns turns;
    final Turns.Place place = new Turns.Place();
    private boolean lostAnOrder;
    private @Nullable UUID tooOld;
    private boolean moved = true;
    /** How often the queue had told of changes when the campaign was last reported. */
    private long toldBefore;

    CampaignRun(Campaign campaign, CampaignRecord record, CallFloor board, Turns turns) {
        this.turns = turns;
        this.campaign = campaign;
        this.stopReason = record.stopReason();
        this.startedAt = record.startedAt();
        this.placedSinceStart = record.placedSinceStart();
        this.counts = record.calls();
        this.onFloor = board.campaign(campaign.id(), FlowLead.pacedBy(campaign), this::wake);
    }

    /** The flow of this campaign at some moment; the latest one is remembered. */
    FlowGraph flowOf(Campaign atThatMoment) {
        var known = flow;
        if (known == null || !known.actions().equals(atThatMoment.actions())) {
            known = new FlowGraph(atThatMoment.actions());
            flow = known;
        }
        return known;
    }

    /**
     * Called at the opening and after each edit. Makes a new policy only if the queue changed, or pacing or the rules for abandoned
     * calls did, so that other edits do not discard what the policy has learned.
     */
    void choosePolicy(PacingPolicies policies, PacingMemory memory) {
        var chosen = campaign.options().pacing();
        var rules = campaign.options().compliance();
        boolean same = chosen.equals(policyChoice) && rules.equals(policyRules);
        if (policy == null || !same || policyQueue != onFloor.queue()) {
            policy = policies.of(campaign, onFloor, memory);
            policyChoice = chosen;
            policyRules = rules;
            policyQueue = onFloor.queue();
        }
    }

    PacingPolicy policy() {
        return Objects.requireNonNull(policy);
    }

    boolean hasCalls() {
        return !calls.isEmpty() || unsettled > 0;
    }

    /** Whether this is the campaign's first lost order since the opening; only the first one causes an alarm. */
    boolean firstLostOrder() {
        boolean first = !lostAnOrder;
        lostAnOrder = true;
        return first;
    }

    /**
     * Whether a do-not-call list is newly too old for the campaign; the first time causes an alarm.
     *
     * @param listId null when none is
     */
    boolean firstTooOld(@Nullable UUID listId) {
        boolean first = listId != null && !listId.equals(tooOld);
        tooOld = listId;
        return first;
    }

    boolean isPaced() {
        return !onFloor.queue().isNone();
    }

    CampaignStatus status() {
        return campaign.status();
    }

    UUID id() {
        return campaign.id();
    }

    /** Called when something changed that a decision may depend on, other than the floor of the campaign's queue. */
    void wake() {
        moved = true;
        turns.wakes(this);
    }

    /** Requests a report to the listener without a new decision. */
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

    /** Whether the campaign changed since the last call of this method. */
    boolean takeMoved() {
        boolean was = hasMoved();
        moved = false;
        toldBefore = onFloor.queue().told();
        return was;
    }

    boolean hasMoved() {
        return moved || onFloor.queue().told() != toldBefore;
    }
}
