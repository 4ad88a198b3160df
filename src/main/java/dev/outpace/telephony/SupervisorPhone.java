package dev.outpace.telephony;

import dev.outpace.model.ListenMode;
import dev.outpace.model.Phone;
import java.util.UUID;

/**
 * The phone on which a supervisor hears the talks of agents, one at a time. What comes of an order is told as {@link
 * dev.outpace.model.Listening}. Orders never block; they are given on the thread of the engine's clock.
 */
public interface SupervisorPhone {
    /** Lets the phone hear the talk of an agent with this caller. It is rung, unless it is connected already. */
    void listen(Phone phone, UUID callId, ListenMode mode);

    /** No effect if nothing is heard. */
    void change(ListenMode mode);

    /** Whether the phone stays connected after the talk, for the agent's next one. */
    void follow(boolean follows);

    void stop();
}
