package dev.outpace.ui.live;

import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The calls in progress, of all campaigns and of each. */
final class LiveCalls {
    private final Rows<CallRow> calls = new Rows<>();
    private final Rows<CampaignRow> campaigns;
    private final LiveCounts counts;
    /** Ended before the first reading came back, which may still have them. */
    private final Set<UUID> endedBefore = new HashSet<>();

    private boolean begun;

    LiveCalls(Rows<CampaignRow> campaigns, LiveCounts counts) {
        this.campaigns = campaigns;
        this.counts = counts;
    }

    ObservableList<CallRow> list() {
        return calls.list();
    }

    @Nullable
    CallRow get(UUID id) {
        return calls.get(id);
    }

    /** Calls that were under way before the listening began. */
    void begin(List<CampaignCall> found) {
        begun = true;
        var changes = new Changes();
        for (var call : found) {
            if (!endedBefore.contains(call.id()) && calls.get(call.id()) == null) {
                changes.take(call);
            }
        }
        endedBefore.clear();
        changes.settle();
    }

    void show(List<CampaignCall> changed) {
        var changes = new Changes();
        for (var call : changed) {
            if (call.status() == CallStatus.DONE) {
                counts.ended(call);
                if (!begun) {
                    endedBefore.add(call.id());
                }
            }
            changes.take(call);
        }
        changes.settle();
    }

    private final class Changes {
        private final Map<UUID, Set<CallRow>> removed = new HashMap<>();
        private final Map<UUID, Set<CallRow>> added = new HashMap<>();

        void take(CampaignCall call) {
            var row = calls.get(call.id());
            if (call.status() == CallStatus.DONE) {
                if (row != null) {
                    row.show(call);
                    calls.remove(call.id());
                    removed.computeIfAbsent(call.campaignId(), _ -> new HashSet<>())
                            .add(row);
                }
            } else if (row == null) {
                var made = new CallRow(call);
                calls.add(call.id(), made);
                added.computeIfAbsent(call.campaignId(), _ -> new HashSet<>()).add(made);
            } else {
                row.show(call);
            }
        }

        void settle() {
            calls.settle();
            removed.forEach((id, rows) -> {
                var campaign = campaigns.get(id);
                if (campaign != null) {
                    campaign.ownCalls().removeIf(rows::contains);
                }
            });
            added.forEach((id, rows) -> {
                var campaign = campaigns.get(id);
                if (campaign != null) {
                    campaign.ownCalls().addAll(rows);
                }
            });
        }
    }
}
