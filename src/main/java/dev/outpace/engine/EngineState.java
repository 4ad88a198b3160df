package dev.outpace.engine;

import dev.outpace.model.Agent;
import dev.outpace.model.CallCounts;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Outdial;
import dev.outpace.model.Outplan;
import dev.outpace.model.PastCall;
import dev.outpace.model.Queue;
import dev.outpace.model.RuleSet;
import dev.outpace.model.StopReason;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stored state with which the engine starts, without targets. Deleted resources are left out.
 *
 * @param unfinished calls without an end
 * @param past some of the latest calls of each campaign, the earliest first, for what they tell about times
 * @param seed for call ids
 * @param goOn whether campaigns that were running resume without a user's order
 */
public record EngineState(
        List<Campaign> campaigns,
        Map<UUID, CampaignRecord> records,
        List<Outplan> outplans,
        List<Outdial> outdials,
        Map<UUID, TargetCounts> targets,
        List<Queue> queues,
        List<Agent> agents,
        List<RuleSet> ruleSets,
        List<UnfinishedCall> unfinished,
        List<PastCall> past,
        LineLimits limits,
        long seed,
        boolean goOn) {
    /** A state without calling rules, of which no call is known. */
    public EngineState(
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
        this(
                campaigns,
                records,
                outplans,
                outdials,
                targets,
                queues,
                agents,
                List.of(),
                unfinished,
                List.of(),
                limits,
                seed,
                goOn);
    }

    /**
     * What is stored about a campaign besides its resource.
     *
     * @param hours the latest hours with ended calls, in ascending order; the first one also contains everything older
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
     * @param placed calls that reached the network
     * @param answered calls that a person answered
     * @param queued calls that joined a queue
     * @param machines calls that machine detection ended
     */
    public record HourCount(long hour, long placed, long answered, long queued, long abandoned, long machines) {
        /** Number of hours that are kept separately: 30 days. */
        public static final int KEPT = 720;
    }

    /**
     * @param triesLeft whether the call's outplan leaves its target another try
     * @param keepsAgent whether the call was dialed on condition that an agent is reserved for it
     */
    public record UnfinishedCall(CampaignCall call, boolean triesLeft, boolean keepsAgent) {
        public UnfinishedCall(CampaignCall call, boolean triesLeft) {
            this(call, triesLeft, false);
        }
    }
}
