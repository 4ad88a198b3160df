package dev.outpace.store;

import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one commit changed.
 *
 * @param calls as they are now
 * @param lists target lists that were changed by something else than the engine
 * @param settings their names
 */
public record StoreChanges(
        Collection<Resource> resources,
        List<StatusChange> statuses,
        Collection<CampaignCall> calls,
        Set<UUID> lists,
        Set<String> settings) {

    public boolean isEmpty() {
        return resources.isEmpty() && statuses.isEmpty() && calls.isEmpty() && lists.isEmpty() && settings.isEmpty();
    }

    record Collector(
            Map<UUID, Resource> resources,
            List<StatusChange> statuses,
            Map<UUID, CampaignCall> calls,
            Set<UUID> lists,
            Set<String> settings) {
        Collector() {
            this(
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashSet<>(),
                    new LinkedHashSet<>());
        }

        StoreChanges changes() {
            return new StoreChanges(resources.values(), statuses, calls.values(), lists, settings);
        }
    }
}
