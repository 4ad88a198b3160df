package dev.outpace.telephony.asterisk;

import dev.outpace.model.ListenMode;
import dev.outpace.model.Listening;
import dev.outpace.model.Phone;
import java.time.Instant;
import java.util.UUID;

/** The supervisor's leg, from the order to ring the phone until it is gone, and what it is to hear. */
final class SpyLeg {
    final String channelId;
    final Phone phone;
    final AsyncAgi agi;
    UUID callId;
    UUID agentId;
    ListenMode wanted;
    ListenMode mode;
    /** The phone is picked up. */
    boolean up;
    /** Asterisk has shown the channel. */
    boolean created;
    /** A command to listen was given, and has not ended. */
    boolean spies;
    /** The supervisor hears somebody. */
    boolean hears;
    /** The talk that was heard last, as long as its end was not told. */
    boolean noted;

    /** What is heard is to end, so that the leg can hear another talk or none. */
    boolean leaves;

    /** The key that leaves a talk was pressed. */
    boolean keyLeaves;

    Listening.Ending ending = Listening.Ending.NONE;
    Listening.Stage stage = Listening.Stage.CALLING;
    Instant since;

    SpyLeg(String channelId, Phone phone, AsyncAgi agi, UUID callId, UUID agentId, ListenMode wanted, Instant since) {
        this.channelId = channelId;
        this.phone = phone;
        this.agi = agi;
        this.callId = callId;
        this.agentId = agentId;
        this.wanted = wanted;
        this.mode = wanted;
        this.since = since;
    }

    /** It is to be hung up, or is. */
    boolean isEnding() {
        return ending != Listening.Ending.NONE;
    }
}
