package dev.outpace.workspace;

import dev.outpace.model.Campaign;
import dev.outpace.model.CampaignStatus;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Json;
import dev.outpace.model.JsonText;
import dev.outpace.model.LineLimits;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.Store;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Real phones ring for a campaign only after a person has confirmed its first start with real calls. Any thread. */
final class RealStarts {
    private static final String SETTING = "real_starts";

    private final Store store;
    private final JsonText json;
    /** Empty where nobody is really called. */
    private final Optional<AsteriskConnection> connection;

    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    /** Reads the settings; may block. */
    RealStarts(Store store, JsonText json) {
        this.store = store;
        this.json = json;
        connection = TelephonyKind.of(store) == TelephonyKind.SIMULATED
                ? Optional.empty()
                : new AsteriskText(store, json).read();
        if (store.setting(SETTING).join().map(this::read).orElse(new Json.Null()) instanceof Json.Array(var items)) {
            for (var item : items) {
                if (item instanceof Json.Text(var id)) {
                    confirmed.add(id);
                }
            }
        }
    }

    /** Completes when it is stored. */
    CompletableFuture<Boolean> confirm(UUID campaignId) {
        confirmed.add(campaignId.toString());
        var all = new Json.Array(
                confirmed.stream().sorted().<Json>map(Json.Text::new).toList());
        return store.saveSetting(SETTING, json.write(all));
    }

    /** What can't be read confirms nothing. */
    private Json read(String text) {
        try {
            return json.read(text);
        } catch (IllegalArgumentException unreadable) {
            return new Json.Null();
        }
    }

    private boolean needsNone(Campaign campaign) {
        return connection.isEmpty()
                || campaign.type() != CampaignType.CALL
                || confirmed.contains(campaign.id().toString());
    }

    /** Whether every campaign that is set to run may ring real phones, where there are any. */
    boolean allConfirmed(ResourceBook book) {
        return book.campaigns().stream()
                .allMatch(campaign -> campaign.status() != CampaignStatus.RUN || needsNone(campaign));
    }

    /** What a first start leads to; empty where none has to be confirmed, as for flows that dial nobody. */
    CompletableFuture<Optional<RealStart>> first(Campaign campaign, ResourceBook book, LineLimits lines) {
        var list = book.outdial(campaign.outdialId());
        if (list == null || needsNone(campaign)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var outplan = book.outplan(campaign.outplanId());
        var source = outplan == null ? null : outplan.source();
        return store.targetQueries()
                .bar(list.id())
                .thenApply(bar -> Optional.of(new RealStart(
                        campaign.name(),
                        list.name(),
                        bar,
                        connection.get().trunk(),
                        source == null ? connection.get().callerId() : source.target(),
                        lines)));
    }

    /** Why a campaign is not started that nobody has confirmed. */
    static Problem unconfirmed(RealStart start) {
        return Problem.error("start.real_first", "", start.campaign(), start.mayRing());
    }
}
