package dev.outpace.telephony;

import dev.outpace.engine.EngineInput.Missed;
import dev.outpace.engine.Telephony;
import dev.outpace.model.Address;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An adapter and the exchange behind it, as tests set it up. */
public interface TestedExchange {
    /** Who is at the far end of a number. Callers in a queue are patient for half a minute or more, impatient ones less. */
    enum Party {
        ANSWERS,
        ANSWERS_IMPATIENTLY,
        ANSWERS_AS_WE_HANG_UP,
        /** Answers, and ends the call after some time. */
        HANGS_UP,
        NEVER_ANSWERS,
        BUSY,
        REJECTS,
        WRONG_NUMBER,
        REFUSED_BY_THE_EXCHANGE
    }

    Telephony telephony();

    /** A number where this party is; the next call goes there at once. */
    Address number(Party party);

    /** A sound that can be played. */
    String sound();

    /** From the next caller on, every agent's phone misses callers like this; null for phones that are picked up. */
    void phonesMiss(@Nullable Missed how);

    /** The agent hangs up on the caller, who stays on the line. */
    void agentHangsUp(UUID agentId);

    /** The agent passes the caller on to somebody else. */
    void agentPassesOn(UUID agentId);

    /** Lets time go on until something may have happened; false when nothing ever will. */
    boolean next();

    /** Lets everything arrive that is on its way now. */
    void settle();

    void dropLink();

    void restoreLink();

    /** Ends all calls, as an exchange does that is started anew. */
    void restart();
}
