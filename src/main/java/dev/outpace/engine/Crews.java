package dev.outpace.engine;

import dev.outpace.engine.SharedPeople.Crew;
import dev.outpace.pacing.AgentPool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who serves which queues together: made anew when people or queues change. */
final class Crews {
    /** So many of the unions that a queue is part of are looked at, the largest first: what is left out follows from the abandons. */
    private static final int UNIONS_LOOKED_AT = 6;

    private final Map<List<QueueFloor>, Crew> crews = new LinkedHashMap<>();
    /** People and calls of several queues together, as policies see them. They keep what they have learned. */
    private final Map<Set<QueueFloor>, AgentPool> unions = new LinkedHashMap<>();

    /** @param served the queues of each person */
    void form(List<List<QueueFloor>> served, Collection<QueueFloor> queues) {
        crews.clear();
        served.stream()
                .filter(several -> several.size() > 1)
                .forEach(several -> crews.computeIfAbsent(List.copyOf(several), Crew::new));
        for (var queue : queues) {
            queue.shared = null;
            queue.pool.isPartOf(List.of());
        }
        var known = Map.copyOf(unions);
        unions.clear();
        for (var queue : queues) {
            if (queue.shared == null) {
                connect(queue, known);
            }
        }
    }

    private void connect(QueueFloor first, Map<Set<QueueFloor>, AgentPool> known) {
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
            sets.forEach(set -> unions.put(set, union(set, known)));
            connected.forEach(queue -> {
                queue.shared = shared;
                queue.pool.isPartOf(unionsOf(queue));
            });
        }
    }

    private static AgentPool union(Set<QueueFloor> set, Map<Set<QueueFloor>, AgentPool> known) {
        var before = known.get(set);
        return before != null
                ? before
                : AgentPool.union(set.stream().map(queue -> queue.pool).toList());
    }

    private List<AgentPool> unionsOf(QueueFloor queue) {
        return unions.entrySet().stream()
                .filter(union -> union.getKey().contains(queue))
                .sorted(Comparator.comparingInt(union -> -union.getKey().size()))
                .limit(UNIONS_LOOKED_AT)
                .map(Map.Entry::getValue)
                .toList();
    }

    @Nullable
    Crew of(List<QueueFloor> several) {
        return crews.get(several);
    }

    /** Where a person of these queues is seen, once in each. */
    List<AgentPool> pools(List<QueueFloor> served) {
        var pools = new ArrayList<AgentPool>();
        served.forEach(queue -> pools.add(queue.pool));
        unions.forEach((queues, union) -> {
            if (served.stream().anyMatch(queues::contains)) {
                pools.add(union);
            }
        });
        return List.copyOf(pools);
    }
}
