package dev.outpace.telephony.asterisk;

import dev.outpace.engine.EngineClock;
import dev.outpace.model.Phone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The call to one agent's phone that stands between callers, or is to stand. */
final class LongCall {
    final UUID agentId;
    Phone phone;
    /** It is to stand. */
    boolean wanted;
    /** Of the call that rings or stands; empty for none. */
    String channelId = "";
    /** The phone was picked up. */
    boolean stands;

    boolean talks;
    /** The agent hung up, unlike anything else that ends it. */
    boolean hungUp;
    /** The agent passed the caller on, which ends it too. */
    boolean passedOn;

    /** The last key that the agent pressed in this talk. */
    char lastKey;

    /** In vain, one after the other. */
    int tries;

    EngineClock.@Nullable Timer nextTry;

    LongCall(UUID agentId, Phone phone) {
        this.agentId = agentId;
        this.phone = phone;
    }

    void isOver() {
        channelId = "";
        stands = false;
        talks = false;
        hungUp = false;
        passedOn = false;
        lastKey = 0;
    }

    void stopTrying() {
        if (nextTry != null) {
            nextTry.cancel();
            nextTry = null;
        }
    }
}
