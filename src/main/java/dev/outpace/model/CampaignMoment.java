package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A running campaign as it is right now; momentary, never stored.
 *
 * @param allowed calls that may dial now; null for "no limit" (no queue, type flow, or service level 0)
 * @param agents agents of the queue that are not offline; 0 without a queue
 * @param startedAt when it was last started; null if never
 * @param decision the last launch or hold
 */
public record CampaignMoment(
        UUID campaignId,
        CampaignStatus status,
        @Nullable StopReason stopReason,
        @Nullable Instant startedAt,
        PacingSnapshot snapshot,
        @Nullable Integer allowed,
        int agents,
        int inFlow,
        int waiting,
        int agentRinging,
        int talking,
        CallCounts calls,
        TargetCounts targets,
        PacingDecision decision) {
    public int progressing() {
        return inFlow + waiting + agentRinging + talking;
    }

    public int inProgress() {
        return snapshot.ownDialing() + progressing();
    }
}
