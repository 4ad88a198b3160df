package dev.outpace.telephony.distribution;

import dev.outpace.model.Agent;
import dev.outpace.model.Queue;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A queue's callers in the order in which they joined, and its free agents in the order in which they became free. */
final class CallQueue {
    private final LinkedHashSet<Caller> waiting = new LinkedHashSet<>();
    private final LinkedHashSet<Member> free = new LinkedHashSet<>();
    private Queue queue;

    CallQueue(Queue queue) {
        this.queue = queue;
    }

    UUID id() {
        return queue.id();
    }

    boolean isServedBy(Agent agent) {
        return queue.serves(agent);
    }

    boolean keepsAgentsConnected() {
        return queue.service().agentsStay() && queue.exchangeQueue() == null;
    }

    void change(Queue changed) {
        queue = changed;
        free.clear();
    }

    /** After which a talk is ended, whatever was left to say; zero for no limit. */
    Duration longestTalk() {
        return Duration.ofMillis(queue.serviceTimeout());
    }

    void wait(Caller caller) {
        waiting.addLast(caller);
    }

    /** For a caller whom an agent missed: he was the first before. */
    void waitFirst(Caller caller) {
        waiting.addFirst(caller);
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
