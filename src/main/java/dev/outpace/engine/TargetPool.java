package dev.outpace.engine;

import dev.outpace.model.Address;
import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.NumberRest;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.Outplan;
import dev.outpace.model.RuleReason;
import dev.outpace.model.RuleSet;
import dev.outpace.model.TargetCounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The targets of all lists. They are claimed one by one and not kept in memory. */
public interface TargetPool {
    /**
     * Takes the next target of a list and writes its campaign call, in one commit, after every fact written before. The next
     * target is the earliest due retry; otherwise one for which an agent must be reserved; otherwise the oldest fresh target.
     * If the claim asks for it, the oldest fresh target comes first. The claimed target is progressing and its try is counted;
     * it is returned in that state.
     *
     * <p>A number that is in a call, in its gap or in its rest is not dialed. A target whose next number can't be dialed now
     * waits, like one for its next try, until that may have changed, and is then examined again. A number on a do-not-call list is passed
     * over for the target's next one; a target with no other is barred until the lists change. Of the targets that calling rules
     * allow now, the first one is taken in the order above.
     *
     * @throws Unavailable if the store can't be written; no target is taken then
     */
    ClaimResult claim(Claim claim);

    /**
     * Counts after every fact written before.
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
     * @param callId id of the call to write
     * @param inCall whether an address is in a call now; asked on another thread while the engine waits
     * @param agentFree whether an agent can be reserved for the target
     * @param freshFirst whether a fresh target comes before due retries
     * @param doNotCall the do-not-call lists that count for the campaign
     * @param rules calling rules of the campaign; null without any
     */
    record Claim(
            UUID callId,
            Campaign campaign,
            Outplan outplan,
            Instant now,
            Predicate<Address> inCall,
            boolean agentFree,
            boolean freshFirst,
            NumberRest rest,
            List<UUID> doNotCall,
            @Nullable RuleSet rules) {
        public Claim {
            doNotCall = List.copyOf(doNotCall);
        }

        /** Without do-not-call lists and calling rules. */
        public Claim(
                UUID callId,
                Campaign campaign,
                Outplan outplan,
                Instant now,
                Predicate<Address> inCall,
                boolean agentFree,
                boolean freshFirst,
                NumberRest rest) {
            this(callId, campaign, outplan, now, inCall, agentFree, freshFirst, rest, List.of(), null);
        }

        public Claim(UUID callId, Campaign campaign, Outplan outplan, Instant now, Predicate<Address> inCall) {
            this(callId, campaign, outplan, now, inCall, false, false, NumberRest.NONE);
        }
    }

    /**
     * {@code newlyNotCallable} is the number of targets that this claim found without a destination that may be dialed and marked as not
     * callable; those on do-not-call lists are among them.
     */
    sealed interface ClaimResult {
        int newlyNotCallable();

        /** @param keepsAgent whether the call is dialed on condition that an agent is reserved for it */
        record Claimed(CampaignCall call, OutdialTarget target, int newlyNotCallable, boolean keepsAgent)
                implements ClaimResult {
            public Claimed(CampaignCall call, OutdialTarget target, int newlyNotCallable) {
                this(call, target, newlyNotCallable, false);
            }
        }

        /**
         * No target can be dialed now.
         *
         * @param nextTryAt the earliest later moment at which an idle target is due; null if there is none
         * @param waitsForAgent whether a target could be dialed if an agent could be reserved for it
         * @param rule calling rule that the target of {@code nextTryAt} waits for; null if it waits for no rule
         */
        record NothingDue(
                @Nullable Instant nextTryAt,
                int newlyNotCallable,
                boolean waitsForAgent,
                @Nullable RuleReason rule) implements ClaimResult {
            public NothingDue(@Nullable Instant nextTryAt, int newlyNotCallable, boolean waitsForAgent) {
                this(nextTryAt, newlyNotCallable, waitsForAgent, null);
            }

            public NothingDue(@Nullable Instant nextTryAt, int newlyNotCallable) {
                this(nextTryAt, newlyNotCallable, false);
            }

            /** Whether no idle target is left. */
            public boolean nothingIdle() {
                return nextTryAt == null && !waitsForAgent;
            }
        }

        /** The claim stopped early so that it does not take long; ask again. */
        record Unfinished(int newlyNotCallable) implements ClaimResult {}
    }
}
