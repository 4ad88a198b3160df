package dev.outpace.engine;

import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Resource;
import dev.outpace.model.StopReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where facts are written, in the order in which the engine finds them. */
public interface FactLog {
    /** Writes a fact in one transaction; returns at once. A fact that can't be written now is kept until it can. */
    void write(Fact fact);

    /** Whether lines for the history of calls are written; they are not even made otherwise. */
    default boolean hearsNotes() {
        return true;
    }

    /**
     * Returns when every fact written so far is committed.
     *
     * @return false where they can't be written now: they are kept in their order, and written first when they can
     */
    boolean awaitCommitted();

    sealed interface Fact {
        /** A call moved on without ending: answered, queued or connected. */
        record CallProgressed(CampaignCall call) implements Fact {}

        /** A call ended, and what becomes of its target. */
        record CallClosed(CampaignCall call, TargetFate fate) implements Fact {}

        /** A line for the history of a call. */
        record CallNoted(CallStep step) implements Fact {}

        /** Changes of status that belong together: a campaign's end and the start of its next. */
        record StatusesChanged(List<StatusChange> changes) implements Fact {}

        /** A resource was made, edited or deleted. A campaign's status is not written by this. */
        record ResourceSaved(Resource resource) implements Fact {}

        /** What files brought, with the targets that the store has ready for this import, all in one transaction. */
        record SetUpSaved(UUID importId, List<Resource> resources) implements Fact {}

        /**
         * The outplan of a list's campaign now allows more: failed and not callable targets that have a dialable
         * destination again become idle. Successful ones never do, nor does one whose last call was answered.
         *
         * @param at the moment of the edit
         * @param nextTryAt for those reopened
         */
        record TargetsReopened(UUID outdialId, List<Integer> maxTryCounts, Instant at, Instant nextTryAt)
                implements Fact {}

        /**
         * The wall as it is read at an opening, or once it was set back. Nothing that has happened is later than this: what
         * was stored by a clock that was ahead is put right, and waits that began by it begin now.
         */
        record ClockRead(Instant now) implements Fact {}
    }

    /** @param startedAt when the campaign was last started; null keeps what is stored */
    record StatusChange(
            UUID campaignId,
            CampaignStatus status,
            @Nullable StopReason reason,
            @Nullable Instant startedAt,
            Instant at) {}

    /** What becomes of a target when its call has ended. */
    sealed interface TargetFate {
        record Done() implements TargetFate {}

        record RetryAt(Instant nextTryAt) implements TargetFate {}

        /** Its number was abandoned and rests until a moment; it may be dialed earlier when an agent is kept free for it. */
        record RestsUntil(Instant nextTryAt) implements TargetFate {}

        /** The call never reached the network, or we ended it before it had rung for its time: the try is given back. */
        record TryGivenBack(Instant nextTryAt) implements TargetFate {}
    }
}
