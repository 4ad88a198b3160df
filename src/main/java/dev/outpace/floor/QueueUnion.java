package dev.outpace.floor;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ToIntFunction;

/** Several queues that agents connect, taken together. Each agent counts once. */
public final class QueueUnion implements AgentPool {
    final Staff staff = new Staff();
    final Listeners listeners = new Listeners();
    private final List<QueueFloor> queues;

    QueueUnion(List<QueueFloor> queues) {
        this.queues = List.copyOf(queues);
    }

    private int sum(ToIntFunction<QueueFloor> number) {
        int sum = 0;
        for (int i = 0; i < queues.size(); i++) {
            sum += number.applyAsInt(queues.get(i));
        }
        return sum;
    }

    @Override
    public List<QueueFloor> queues() {
        return queues;
    }

    @Override
    public long now() {
        return queues.getFirst().now();
    }

    @Override
    public int agents(AgentPhase phase) {
        return staff.in(phase);
    }

    @Override
    public int loggedIn() {
        return staff.loggedIn();
    }

    @Override
    public long othersTaken() {
        return staff.othersTaken();
    }

    @Override
    public void forEach(AgentPhase phase, DoubleConsumer seconds) {
        staff.forEach(phase, now(), seconds);
    }

    @Override
    public int dialing() {
        return sum(QueueFloor::dialing);
    }

    @Override
    public int reserved() {
        return sum(QueueFloor::reserved);
    }

    @Override
    public int promised() {
        return sum(QueueFloor::promised);
    }

    @Override
    public int waiting() {
        return sum(QueueFloor::waiting);
    }

    @Override
    public boolean othersAreTold() {
        return sum(queue -> queue.othersAreTold() ? 1 : 0) > 0;
    }

    @Override
    public long changes() {
        long all = staff.changes();
        for (int i = 0; i < queues.size(); i++) {
            all += queues.get(i).lineChanges();
        }
        return all;
    }

    @Override
    public void listen(FloorListener listener) {
        listeners.add(listener);
    }
}
