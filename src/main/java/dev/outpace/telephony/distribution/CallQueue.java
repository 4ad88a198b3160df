package dev.outpace.telephony.distribution;

import dev.outpace.model.Agent;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queue's callers in the order in which they joined, and its free agents in the order in which they became free. Callers whom the
 * exchange hands out are not among them.
 */
final class CallQueue {
    private final LinkedHashSet<Caller> waiting = new LinkedHashSet<>();
    private final LinkedHashSet<Member> free = new LinkedHashSet<>();
    private Queue queue;
    private boolean handedOut;

    CallQueue(Queue queue, boolean handedOut) {
        this.queue = queue;
        this.handedOut = handedOut;
    }

    UUID id() {
        return queue.id();
    }

    boolean isServedBy(Agent agent) {
        return queue.serves(agent);
    }

    /** Whether the exchange hands the callers who join from now on to agents. */
    boolean isHandedOut() {
        return handedOut;
    }

    boolean keepsAgentsConnected() {
        return queue.service().agentsStay() && !handedOut;
    }

    void change(Queue changed, boolean nowHandedOut) {
        queue = changed;
        handedOut = nowHandedOut;
        free.clear();
    }

    /** After which a talk is ended, whatever was left to say; zero for no limit. */
    Duration longestTalk() {
        return Duration.ofMillis(queue.serviceTimeout());
    }

    void wait(Caller caller) {
        if (!caller.handedOut) {
            waiting.addLast(caller);
        }
    }

    /** For a caller whom an agent missed: he was the first before. */
    void waitFirst(Caller caller) {
        if (!caller.handedOut) {
            waiting.addFirst(caller);
        }
    }

    void leave(Caller caller) {
        waiting.remove(caller);
    }

    @Nullable
    Caller longestWaiting() {
        return waiting.isEmpty() ? null : waiting.getFirst();
    }

    void offer(Member member) {
        free.addLast(member);
    }

    void withdraw(Member member) {
        free.remove(member);
    }

    @Nullable
    Member longestFree() {
        return free.isEmpty() ? null : free.getFirst();
    }
}
