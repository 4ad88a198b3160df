package dev.outpace.floor;

import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * The people of a queue, or of several together that people connect, and the calls on their way to them; read only. Times are
 * nanoseconds of the engine's monotonic time where nothing else is said.
 */
public sealed interface AgentPool permits QueueFloor, QueueUnion {
    /** The queues of which it is made; itself where it is one. */
    List<QueueFloor> queues();

    /** The time that it is now. */
    long now();

    int agents(AgentPhase phase);

    /** Agents that are not offline. */
    int loggedIn();

    /** Agents that take calls: neither away nor offline. */
    default int atWork() {
        return loggedIn() - agents(AgentPhase.AWAY);
    }

    /** Seconds that each agent of a phase has been in it. */
    void forEach(AgentPhase phase, DoubleConsumer seconds);

    /** Calls in status dialing. */
    int dialing();

    /** Agents kept free for answered callers on their way. */
    int reserved();

    /** Callers in the queue, whom no agent has yet. */
    int waiting();

    /** Grows with everything that happens here. */
    long changes();

    /** Hears everything from now on, in order. */
    void listen(FloorListener listener);
}
