package dev.outpace.engine;

import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The targets of all lists. Targets are claimed one by one and never held in memory. */
public interface TargetPool {
    /**
     * Takes the next target of a list and writes its campaign call, both in one commit, after every fact that was written
     * before. Next is the earliest due retry, else the oldest fresh target. A target that is taken is progressing and its
     * try is counted; the claimed target is as it stands after that.
     */
    ClaimResult claim(Claim claim);

    /** As they stand after every fact that was written before. */
    TargetCounts counts(UUID outdialId);

    /**
     * @param callId of the call to write
     * @param inCall addresses that are in a call now, whose targets stay where they are; asked on another thread while the
     *     engine waits
     */
    record Claim(UUID callId, Campaign campaign, Outplan outplan, Instant now, Predicate<Address> inCall) {}

    /** {@code newlyNotCallable}: targets that this claim found without a dialable destination and took out of the range. */
    sealed interface ClaimResult {
        int newlyNotCallable();

        record Claimed(CampaignCall call, OutdialTarget target, int newlyNotCallable) implements ClaimResult {}

        /**
         * No target can be dialed now.
         *
         * @param nextTryAt when the earliest idle target that is not due now will be; null when there is none
         * @param blocked a due target waits for an address that is in a call
         */
        record NothingDue(@Nullable Instant nextTryAt, boolean blocked, int newlyNotCallable) implements ClaimResult {
            /** Not one idle target is left. */
            public boolean nothingIdle() {
                return nextTryAt == null && !blocked;
            }
        }

        /** The walk was cut to stay short; ask again. */
        record Unfinished(int newlyNotCallable) implements ClaimResult {}
    }
}
