package dev.outpace.floor;

import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * A read-only view of the agents of a queue, or of several queues together, and of the calls on their way to them. Times are
 * nanoseconds of the engine's monotonic time unless said otherwise.
 */
public sealed interface AgentPool permits QueueFloor, QueueUnion {
    /** The queues that belong to the pool; a queue returns itself. */
    List<QueueFloor> queues();

    /** The present moment. */
    long now();

    int agents(AgentPhase phase);

    /** Agents who are not offline. */
    int loggedIn();

    /** Agents who take calls: neither away nor offline. */
    default int atWork() {
        return loggedIn() - agents(AgentPhase.AWAY);
    }

    /** Callers whom no campaign called and whom an agent has or had, over all time. */
    long othersTaken();

    /** Passes the seconds that each agent of a phase has been in it. */
    void forEach(AgentPhase phase, DoubleConsumer seconds);

    /** Dialing calls. */
    int dialing();

    /** Agents kept for answered callers who are on their way. */
    int reserved();

    /** Those of the reserved agents who are kept for callers outside of the flow: in the queue, or still ringing. */
    int promised();

    /** Callers in the queue who have no agent yet, also those whom no campaign called, as far as the exchange tells of them. */
    int waiting();

    /** Whether the exchange tells of callers whom no campaign called while they wait. */
    boolean othersAreTold();

    /** A number that grows with every change. */
    long changes();

    /** Adds a listener, which is told of everything from now on, in order. */
    void listen(FloorListener listener);
}
