package dev.outpace.workspace;

import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.Store;
import dev.outpace.store.StoreChanges;
import dev.outpace.store.StoreListener;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Campaigns that were started for one call only: stored, so that the next opening after a cut places no second one. Any thread.
 */
final class Trials implements StoreListener {
    private static final String SETTING = "trials";

    private final Store store;
    private final JsonText json;
    private final Set<UUID> campaigns = ConcurrentHashMap.newKeySet();

    /** Reads the settings; may block. */
    Trials(Store store, JsonText json) {
        this.store = store;
        this.json = json;
        store.setting(SETTING).join().ifPresent(this::read);
    }

    private void read(String text) {
        if (json.read(text) instanceof Json.Array(var items)) {
            for (var item : items) {
                if (item instanceof Json.Text(var id)) {
                    campaigns.add(UUID.fromString(id));
                }
            }
        }
    }

    boolean has(UUID campaignId) {
        return campaigns.contains(campaignId);
    }

    boolean noneIn(ResourceBook book) {
        return book.campaigns().stream()
                .noneMatch(campaign -> campaign.status() != CampaignStatus.STOP && has(campaign.id()));
    }

    /** Completes when it is stored: only then may the campaign be started. */
    CompletableFuture<Boolean> begin(UUID campaignId) {
        campaigns.add(campaignId);
        return save();
    }

    /** The campaign was stopped, or is started for all its calls. */
    CompletableFuture<Boolean> end(UUID campaignId) {
        return campaigns.remove(campaignId) ? save() : CompletableFuture.completedFuture(true);
    }

    private CompletableFuture<Boolean> save() {
        return store.saveSetting(
                SETTING,
                json.write(new Json.Array(campaigns.stream()
                        .map(UUID::toString)
                        .sorted()
                        .<Json>map(Json.Text::new)
                        .toList())));
    }

    @Override
    public void committed(StoreChanges changes) {
        for (StatusChange change : changes.statuses()) {
            if (change.status() == CampaignStatus.STOP) {
                var _ = end(change.campaignId());
            }
        }
    }
}
