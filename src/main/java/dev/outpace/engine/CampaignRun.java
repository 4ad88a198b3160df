package dev.outpace.engine;

import dev.outpace.engine.EngineState.CampaignRecord;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.PacingDecision;
import dev.outpace.model.StopReason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One campaign as the engine drives it. */
final class CampaignRun {
    static final int REFUSALS_TO_HOLD = 20;

    Campaign campaign;

    @Nullable
    StopReason stopReason;

    @Nullable
    Instant startedAt;

    boolean placedSinceStart;
    CallCounts counts;
    /** Was running when the workspace was closed, and nobody has said that it goes on. */
    boolean waitingToGoOn;
    /** Calls in a row that were refused before they reached the network. */
    int refusedInRow;
    /** How often each target's call was refused in a row; forgotten when one is accepted. */
    final Map<UUID, Integer> refusals = new LinkedHashMap<>();

    final Set<ActiveCall> calls = new LinkedHashSet<>();
    int dialing;
    /** Answered calls of flows that branch, and those of them that came to the queue. */
    long answered;

    long reachedQueue;

    @Nullable
    PacingDecision lastDecision;

    private boolean asleep;
    private boolean moved = true;

    CampaignRun(Campaign campaign, CampaignRecord record) {
        this.campaign = campaign;
        this.stopReason = record.stopReason();
        this.startedAt = record.startedAt();
        this.placedSinceStart = record.placedSinceStart();
        this.counts = record.calls();
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
