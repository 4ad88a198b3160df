package dev.outpace.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A supervisor's ear on the talks of an agent, at this moment.
 *
 * @param callId the talk; the last one while the next is waited for
 * @param mode as the exchange has told it, or as it was ordered while it has told none
 * @param follows whether it goes on with the agent's next talk
 * @param since when this stage began
 * @param ending why it is over; {@link Ending#NONE} until then
 */
public record Listening(
        Stage stage, UUID callId, UUID agentId, ListenMode mode, boolean follows, Instant since, Ending ending) {
    public enum Stage {
        /** The supervisor's phone is rung. */
        CALLING,
        HEARING,
        /** The talk is over, and the phone stays connected until the agent's next one. */
        WAITING,
        /** The link is lost: the supervisor may hear the talk or not. */
        UNKNOWN,
        ENDED
    }

    public enum Ending {
        NONE,
        /** By the order of a user. */
        STOPPED,
        TALK_OVER,
        /** The supervisor hung up. */
        HUNG_UP,
        /** The phone was not answered, or can't be reached. */
        NOT_REACHED,
        /** There was no talk, or none any more. */
        NO_TALK,
        NO_LINK,
        /** The exchange ended it, or the link was lost and it is gone. */
        LOST
    }

    public boolean isOver() {
        return stage == Stage.ENDED;
    }

    /** Whether the call is the one that is heard. */
    public boolean hears(UUID id) {
        return !isOver() && stage != Stage.WAITING && callId.equals(id);
    }
}
