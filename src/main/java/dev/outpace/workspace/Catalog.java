package dev.outpace.workspace;

import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.Campaign;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The resources as last committed, for checks before an order is given. Each commit that changed some puts another book in the
 * place of the one before, so a check takes all the time it needs, and keeps nobody waiting who writes.
 */
final class Catalog {
    private volatile ResourceBook book;

    Catalog(ResourceBook book) {
        this.book = book;
    }

    /** As they are now. Nobody may change this book; who needs one to change takes a copy. */
    ResourceBook book() {
        return book;
    }

    /**
     * Takes in what one commit changed. Told by one thread only, the one that writes.
     *
     * @return the resources with what others own of them: a campaign in the status that it has
     */
    List<Resource> committed(Collection<Resource> saved, Collection<StatusChange> statuses) {
        if (saved.isEmpty() && statuses.isEmpty()) {
            return List.of();
        }
        var next = book.copy();
        var changed = new ArrayList<Resource>();
        for (var resource : saved) {
            changed.add(withStatus(resource, next));
            next.put(changed.getLast());
        }
        for (var status : statuses) {
            var before = next.campaign(status.campaignId());
            if (before != null) {
                changed.add(before.withStatus(status.status()));
                next.put(changed.getLast());
            }
        }
        book = next;
        return changed;
    }

    private static Resource withStatus(Resource resource, ResourceBook known) {
        if (resource instanceof Campaign campaign) {
            var before = known.campaign(campaign.id());
            return before == null ? campaign : campaign.withStatus(before.status());
        }
        return resource;
    }
}
