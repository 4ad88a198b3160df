package dev.outpace.engine;

import dev.outpace.model.Agent;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.Queue;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is opened with: everything stored that it needs, targets excepted. Deleted resources are left out.
 *
 * @param unfinished calls without an end
 * @param seed for call ids
 * @param goOn campaigns that were running go on without being asked
 */
public record EngineState(
        List<Campaign> campaigns,
        Map<UUID, CampaignRecord> records,
        List<Outplan> outplans,
        List<Outdial> outdials,
        Map<UUID, TargetCounts> targets,
        List<Queue> queues,
        List<Agent> agents,
        List<UnfinishedCall> unfinished,
        LineLimits limits,
        long seed,
        boolean goOn) {
    /**
     * What is stored beside a campaign.
     *
     * @param hours the latest hours with ended calls, latest last; the first also holds what is older
     */
    public record CampaignRecord(
            @Nullable StopReason stopReason,
            @Nullable Instant startedAt,
            CallCounts calls,
            boolean placedSinceStart,
            List<HourCount> hours) {
        public static final CampaignRecord NONE = new CampaignRecord(null, null, CallCounts.NONE, false);

        public CampaignRecord {
            hours = List.copyOf(hours);
        }

        public CampaignRecord(
                @Nullable StopReason stopReason,
                @Nullable Instant startedAt,
                CallCounts calls,
                boolean placedSinceStart) {
            this(stopReason, startedAt, calls, placedSinceStart, List.of());
        }
    }

    /**
     * Calls of a campaign that ended within one hour.
     *
     * @param hour hours since 1970
     * @param answered answered by a person
     * @param queued joined a queue
     */
    public record HourCount(long hour, long answered, long queued, long abandoned) {
        /** So many hours before the latest stand for themselves: 30 days. */
        public static final int KEPT = 720;
    }

    /**
     * @param triesLeft whether the outplan that the call was made by leaves its target another try
     * @param keepsAgent whether it was dialed on condition that an agent is kept free for it
     */
    public record UnfinishedCall(CampaignCall call, boolean triesLeft, boolean keepsAgent) {
        public UnfinishedCall(CampaignCall call, boolean triesLeft) {
            this(call, triesLeft, false);
        }
    }
}
