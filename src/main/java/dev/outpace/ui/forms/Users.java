package dev.outpace.ui.forms;

import dev.outpace.model.Campaign;
import dev.outpace.ui.live.CampaignRow;
import dev.outpace.ui.live.LiveWorkspace;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** Which campaigns use a resource, by name; looked at anew every second while it is followed. */
public final class Users {

    private final LiveWorkspace live;
    private final Function<Campaign, UUID> reference;
    private final ReadOnlyObjectWrapper<Map<UUID, String>> names = new ReadOnlyObjectWrapper<>(this, "names", Map.of());

    /** @param reference the campaign's id of such a resource */
    public Users(LiveWorkspace live, Function<Campaign, UUID> reference) {
        this.live = live;
        this.reference = reference;
    }

    public Subscription follow() {
        return live.nowProperty().subscribe(now -> look());
    }

    /** "Spring renewal 2026, Welcome calls"; empty for none. */
    public ObservableValue<String> of(UUID resource) {
        return names.map(all -> all.getOrDefault(resource, ""));
    }

    private void look() {
        names.set(live.campaigns().stream()
                .map(CampaignRow::campaign)
                .collect(Collectors.groupingBy(
                        reference, Collectors.mapping(Campaign::name, Collectors.joining(", ")))));
    }
}
