package dev.outpace.workspace;

import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.Campaign;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The resources as last committed, for checks before an order is given. */
final class Catalog {
    private final ResourceBook book;

    Catalog(ResourceBook book) {
        this.book = book;
    }

    /** Reads under the lock: what is returned must not be the book. */
    synchronized <T extends @Nullable Object> T read(Function<ResourceBook, T> reading) {
        return reading.apply(book);
    }

    /** @return the resource with what others own of it: a campaign in the status that it has */
    synchronized Resource saved(Resource resource) {
        var now = resource;
        if (resource instanceof Campaign campaign) {
            var before = book.campaign(campaign.id());
            if (before != null) {
                now = campaign.withStatus(before.status());
            }
        }
        book.put(now);
        return now;
    }

    synchronized Optional<Campaign> statusChanged(StatusChange change) {
        var before = book.campaign(change.campaignId());
        if (before == null) {
            return Optional.empty();
        }
        var now = before.withStatus(change.status());
        book.put(now);
        return Optional.of(now);
    }
}
