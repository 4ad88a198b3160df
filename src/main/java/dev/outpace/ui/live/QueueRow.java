package dev.outpace.ui.live;

import dev.outpace.model.AgentStatus;
import dev.outpace.model.Queue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A queue and how its agents stand. */
public final class QueueRow {

    /** How many agents are in which status. */
    public record Staff(Map<AgentStatus, Integer> byStatus) {
        public static final Staff NONE = new Staff(Map.of());

        public Staff {
            byStatus = Map.copyOf(byStatus);
        }

        public static Staff of(Collection<AgentRow> agents) {
            var counts = new EnumMap<AgentStatus, Integer>(AgentStatus.class);
            agents.forEach(agent -> counts.merge(agent.status(), 1, Integer::sum));
            return new Staff(counts);
        }

        public int count(AgentStatus status) {
            return byStatus.getOrDefault(status, 0);
        }

        public int total() {
            return byStatus.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Those who take calls: neither away nor offline. */
        int takingCalls() {
            return atWork() - count(AgentStatus.AWAY);
        }

        /** Those who are not offline. */
        public int atWork() {
            return total() - count(AgentStatus.OFFLINE);
        }
    }

    private final ReadOnlyObjectWrapper<Queue> queue;
    private final ReadOnlyObjectWrapper<Staff> staff = new ReadOnlyObjectWrapper<>(this, "staff", Staff.NONE);
    private List<AgentRow> agents = List.of();

    QueueRow(Queue queue) {
        this.queue = new ReadOnlyObjectWrapper<>(this, "queue", queue);
    }

    public UUID id() {
        return queue().id();
    }

    public Queue queue() {
        return queue.get();
    }

    public ReadOnlyObjectProperty<Queue> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    public Staff staff() {
        return staff.get();
    }

    public ReadOnlyObjectProperty<Staff> staffProperty() {
        return staff.getReadOnlyProperty();
    }

    /** Everyone who serves this queue, offline ones too. */
    public List<AgentRow> agents() {
        return agents;
    }

    void show(Queue now) {
        queue.set(now);
    }

    void assign(Collection<AgentRow> everyone) {
        agents = everyone.stream().filter(row -> queue().serves(row.agent())).toList();
        count();
    }

    void count() {
        staff.set(Staff.of(agents));
    }
}
