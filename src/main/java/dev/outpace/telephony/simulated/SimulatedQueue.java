package dev.outpace.telephony.simulated;

import dev.outpace.model.Agent;
import dev.outpace.model.Queue;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A queue's callers in the order in which they joined, and its free agents in the order in which they became free. */
final class SimulatedQueue {
    private final LinkedHashSet<SimulatedCall> waiting = new LinkedHashSet<>();
    private final LinkedHashSet<SimulatedAgent> free = new LinkedHashSet<>();
    private Queue queue;

    SimulatedQueue(Queue queue) {
        this.queue = queue;
    }

    UUID id() {
        return queue.id();
    }

    boolean isServedBy(Agent agent) {
        return queue.serves(agent);
    }

    void change(Queue changed) {
        queue = changed;
        free.clear();
    }

    /** Seconds after which a talk is ended, whatever was left to say. */
    double longestTalk() {
        return queue.serviceTimeout() == 0 ? Double.POSITIVE_INFINITY : queue.serviceTimeout() / 1e3;
    }

    void wait(SimulatedCall call) {
        waiting.addLast(call);
    }

    /** For a caller whose agent is gone: he was the first before. */
    void waitFirst(SimulatedCall call) {
        waiting.addFirst(call);
    }

    void leave(SimulatedCall call) {
        waiting.remove(call);
    }

    @Nullable
    SimulatedCall longestWaiting() {
        return waiting.isEmpty() ? null : waiting.getFirst();
    }

    void offer(SimulatedAgent agent) {
        free.addLast(agent);
    }

    void withdraw(SimulatedAgent agent) {
        free.remove(agent);
    }

    @Nullable
    SimulatedAgent longestFree() {
        return free.isEmpty() ? null : free.getFirst();
    }
}
