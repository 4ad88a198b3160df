package dev.outpace.engine;

import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The targets of all lists. Targets are claimed one by one and never held in memory. */
public interface TargetPool {
    /**
     * Takes the next target of a list and writes its campaign call, both in one commit, after every fact that was written
     * before. Next is the earliest due retry, else one for which an agent is to be kept, else the oldest fresh target. A
     * target that is taken is progressing and its try is counted; the claimed target is as it stands after that.
     *
     * <p>Where the campaign rests abandoned targets, one that was abandoned is due so many hours after that call at the
     * earliest. With an agent kept free for it, it is due by the outplan.
     *
     * @throws Unavailable if the store can't be written; nothing is taken then
     */
    ClaimResult claim(Claim claim);

    /**
     * As they stand after every fact that was written before.
     *
     * @throws Unavailable if the store can't be written
     */
    TargetCounts counts(UUID outdialId);

    /** The store can't be written now. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient EngineInput.StoreDown down;

        public Unavailable(EngineInput.StoreDown down) {
            super(down.detail());
            this.down = down;
        }

        public EngineInput.StoreDown down() {
            return down;
        }
    }

    /**
     * @param callId of the call to write
     * @param inCall addresses that are in a call now, whose targets stay where they are; asked on another thread while the
     *     engine waits
     * @param agentFree whether an agent can be kept free for the target from now on
     */
    record Claim(
            UUID callId,
            Campaign campaign,
            Outplan outplan,
            Instant now,
            Predicate<Address> inCall,
            boolean agentFree) {
        public Claim(UUID callId, Campaign campaign, Outplan outplan, Instant now, Predicate<Address> inCall) {
            this(callId, campaign, outplan, now, inCall, false);
        }

        /** When a target that was abandoned at some moment may be dialed again without more ado; null for no such rule. */
        public @Nullable Instant restsUntil(Instant abandonedAt) {
            return campaign.restsAbandoned()
                    ? abandonedAt.plus(
                            Duration.ofHours(campaign.options().compliance().redialHours()))
                    : null;
        }

        /** With an agent kept free, an abandoned target may be dialed so much earlier; zero for not at all. */
        public Duration earlierWithAgent() {
            var rules = campaign.options().compliance();
            var earlier = Duration.ofHours(rules.redialHours()).minus(outplan.retryAfter());
            return campaign.restsAbandoned() && rules.redialWithAgent() && earlier.isPositive()
                    ? earlier
                    : Duration.ZERO;
        }
    }

    /** {@code newlyNotCallable}: targets that this claim found without a dialable destination and took out of the range. */
    sealed interface ClaimResult {
        int newlyNotCallable();

        /** @param keepsAgent dialed on condition that an agent is kept free for it */
        record Claimed(CampaignCall call, OutdialTarget target, int newlyNotCallable, boolean keepsAgent)
                implements ClaimResult {
            public Claimed(CampaignCall call, OutdialTarget target, int newlyNotCallable) {
                this(call, target, newlyNotCallable, false);
            }
        }

        /**
         * No target can be dialed now.
         *
         * @param nextTryAt when the earliest idle target that is not due now will be; null when there is none
         * @param blocked a due target waits for an address that is in a call
         * @param waitsForAgent a target could be dialed if an agent could be kept free for it
         */
        record NothingDue(@Nullable Instant nextTryAt, boolean blocked, int newlyNotCallable, boolean waitsForAgent)
                implements ClaimResult {
            public NothingDue(@Nullable Instant nextTryAt, boolean blocked, int newlyNotCallable) {
                this(nextTryAt, blocked, newlyNotCallable, false);
            }

            /** Not one idle target is left. */
            public boolean nothingIdle() {
                return nextTryAt == null && !blocked && !waitsForAgent;
            }
        }

        /** The walk was cut to stay short; ask again. */
        record Unfinished(int newlyNotCallable) implements ClaimResult {}
    }
}
