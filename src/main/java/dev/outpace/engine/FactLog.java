package dev.outpace.engine;

import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.ClosedDestinations;
import dev.outpace.model.Outplan;
import dev.outpace.model.Resource;
import dev.outpace.model.StopReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes facts, in the order in which the engine finds them. */
public interface FactLog {
    /** Writes a fact in one transaction and returns at once. A fact that can't be written now is kept until it can. */
    void write(Fact fact);

    /** Whether entries of the call history are wanted; otherwise the engine does not build them. */
    default boolean hearsNotes() {
        return true;
    }

    /**
     * Returns when every fact written so far is committed.
     *
     * @return false if the facts can't be written now; they are kept in order and written first when that is possible
     */
    boolean awaitCommitted();

    sealed interface Fact {
        /** A call was answered, queued or connected, and has not ended. */
        record CallProgressed(CampaignCall call) implements Fact {}

        /** A call ended; {@code fate} says what happens to its target. */
        record CallClosed(CampaignCall call, TargetFate fate) implements Fact {}

        /** An entry of a call's history. */
        record CallNoted(CallStep step) implements Fact {}

        /** Changes of status that belong together, such as a campaign's end and the start of the next one. */
        record StatusesChanged(List<StatusChange> changes) implements Fact {}

        /** A resource was created, edited or deleted. A campaign's status is not written by this fact. */
        record ResourceSaved(Resource resource) implements Fact {}

        /** An import, with the targets that the store has prepared for it, all in one transaction. */
        record SetUpSaved(UUID importId, List<Resource> resources) implements Fact {}

        /**
         * The outplan of a list's campaign now allows more tries. Failed and not callable targets that have a dialable
         * destination again become idle. Successful targets never do, nor do targets whose last call was answered.
         *
         * @param at the moment of the edit
         * @param nextTryAt next try of the reopened targets
         */
        record TargetsReopened(UUID outdialId, Outplan outplan, Instant at, Instant nextTryAt) implements Fact {}

        /**
         * The wall time at the opening, or after the clock was set back. Nothing has happened later than this. Moments that
         * were stored while the clock was ahead are corrected, and waits that began in the future begin now.
         */
        record ClockRead(Instant now) implements Fact {}
    }

    /** @param startedAt when the campaign was last started; null keeps the stored value */
    record StatusChange(
            UUID campaignId,
            CampaignStatus status,
            @Nullable StopReason reason,
            @Nullable Instant startedAt,
            Instant at) {}

    /** What happens to a target when its call has ended. */
    sealed interface TargetFate {
        /** @param closed destinations that a rule of retries has ended */
        record Done(ClosedDestinations closed) implements TargetFate {
            public Done() {
                this(ClosedDestinations.NONE);
            }
        }

        /** @param closed destinations that a rule of retries has ended */
        record RetryAt(Instant nextTryAt, ClosedDestinations closed) implements TargetFate {
            public RetryAt(Instant nextTryAt) {
                this(nextTryAt, ClosedDestinations.NONE);
            }
        }

        /**
         * The number rests until a moment because its call was abandoned. It may be dialed earlier if an agent is reserved for
         * it.
         */
        record RestsUntil(Instant nextTryAt) implements TargetFate {}

        /** The call never reached the network, or we ended it before it had rung for its full time: the try is given back. */
        record TryGivenBack(Instant nextTryAt) implements TargetFate {}
    }
}
