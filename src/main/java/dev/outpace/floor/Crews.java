package dev.outpace.floor;

import dev.outpace.floor.SharedPeople.Crew;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Groups agents by the queues that they serve together. Formed again whenever agents or queues change. */
final class Crews {
    /**
     * At most this many unions of a queue are considered, the largest first. What the others would have shown is corrected by
     * {@code AbandonControl}.
     */
    private static final int UNIONS_LOOKED_AT = 6;

    private final Consumer<? super AgentPool> onUnion;
    private final Map<List<QueueFloor>, Crew> crews = new LinkedHashMap<>();
    /** The unions that agents connect now. */
    private final Map<Set<QueueFloor>, QueueUnion> unions = new LinkedHashMap<>();
    /** All unions that ever existed, so that what was learned of a union is there when it comes back. */
    private final Map<Set<QueueFloor>, QueueUnion> known = new LinkedHashMap<>();

    Crews(Consumer<? super AgentPool> onUnion) {
        this.onUnion = onUnion;
    }

    /** @param served the queues of each agent */
    void form(List<List<QueueFloor>> served, Collection<QueueFloor> queues) {
        crews.clear();
        served.stream()
                .filter(several -> several.size() > 1)
                .forEach(several -> crews.computeIfAbsent(List.copyOf(several), Crew::new));
        queues.forEach(queue -> queue.connected(null, List.of()));
        unions.clear();
        for (var queue : queues) {
            if (!queue.isConnected()) {
                connect(queue);
            }
        }
    }

    private void connect(QueueFloor first) {
        var connected = new LinkedHashSet<QueueFloor>();
        connected.add(first);
        var own = new LinkedHashSet<Crew>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var crew : crews.values()) {
                if (!own.contains(crew) && crew.queues.stream().anyMatch(connected::contains)) {
                    own.add(crew);
                    connected.addAll(crew.queues);
                    grows = true;
                }
            }
        }
        if (connected.size() > 1) {
            var shared = new SharedPeople(List.copyOf(connected), List.copyOf(own));
            var sets = new LinkedHashSet<Set<QueueFloor>>();
            own.forEach(crew -> sets.add(new LinkedHashSet<>(crew.queues)));
            sets.add(connected);
            sets.forEach(set -> unions.put(set, union(set)));
            connected.forEach(queue -> queue.connected(shared, unionsOf(queue)));
        }
    }

    private QueueUnion union(Set<QueueFloor> set) {
        var union = known.get(set);
        if (union == null) {
            union = new QueueUnion(List.copyOf(set));
            known.put(set, union);
            onUnion.accept(union);
        }
        return union;
    }

    private List<QueueUnion> unionsOf(QueueFloor queue) {
        return unions.values().stream()
                .filter(union -> union.queues().contains(queue))
                .sorted(Comparator.comparingInt(union -> -union.queues().size()))
                .limit(UNIONS_LOOKED_AT)
                .toList();
    }

    /** The staffs that an agent of these queues is counted in, each once. */
    List<Staff> staffs(List<QueueFloor> served) {
        var staffs = new ArrayList<Staff>();
        served.forEach(queue -> staffs.add(queue.staff));
        unionsOfAny(served).forEach(union -> staffs.add(union.staff));
        var crew = crews.get(served);
        if (crew != null) {
            staffs.add(crew.staff);
            served.forEach(queue -> staffs.add(queue.sharedStaff));
        }
        return List.copyOf(staffs);
    }

    /** The listeners that are told of an agent of these queues. */
    List<Listeners> heardBy(List<QueueFloor> served) {
        var heardBy = new ArrayList<Listeners>();
        served.forEach(queue -> heardBy.add(queue.listeners));
        unionsOfAny(served).forEach(union -> heardBy.add(union.listeners));
        return List.copyOf(heardBy);
    }

    private List<QueueUnion> unionsOfAny(List<QueueFloor> served) {
        return unions.values().stream()
                .filter(union -> union.queues().stream().anyMatch(served::contains))
                .toList();
    }
}
