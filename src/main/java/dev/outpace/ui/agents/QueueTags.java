package dev.outpace.ui.agents;

import dev.outpace.model.Agent;
import dev.outpace.model.Queue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An agent serves a queue by carrying a tag of it; a queue without tags is served by everyone. */
final class QueueTags {

    private QueueTags() {}

    /**
     * The tags of an agent who serves these queues and, as far as queues do not share their tags, no others. Tags that no
     * queue has are kept.
     */
    static List<UUID> assigned(Agent agent, Set<Queue> wanted, Collection<Queue> all) {
        var tags = new LinkedHashSet<>(agent.tagIds());
        var unwanted = new LinkedHashSet<UUID>();
        all.stream().filter(queue -> !wanted.contains(queue)).forEach(queue -> unwanted.addAll(queue.tagIds()));
        tags.removeAll(unwanted);
        for (var queue : wanted) {
            if (queue.tagIds().stream().noneMatch(tags::contains)) {
                var own = queue.tagIds().stream()
                        .filter(tag -> !unwanted.contains(tag))
                        .toList();
                tags.addAll(own.isEmpty() ? queue.tagIds() : own);
            }
        }
        return List.copyOf(tags);
    }
}
