package dev.outpace.ui.live;

import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.TargetCounts;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Counts that the database adds up: ended calls of the window, and targets of lists that no campaign works on. */
final class LiveCounts {
    private static final int SECONDS_BETWEEN = 5;
    private static final int MAX_SECONDS_BETWEEN = 60;

    private final LiveSource source;
    private final Tasks tasks;
    private final Clock clock;
    private final ZoneId zone;
    private final Rows<CampaignRow> campaigns;
    private final Rows<OutdialRow> outdials;
    private final Set<UUID> counting = new HashSet<>();
    private final Set<UUID> countAgain = new HashSet<>();
    private boolean asking;
    private boolean stale;
    private int seconds;

    LiveCounts(
            LiveSource source,
            Tasks tasks,
            Clock clock,
            ZoneId zone,
            Rows<CampaignRow> campaigns,
            Rows<OutdialRow> outdials) {
        this.source = source;
        this.tasks = tasks;
        this.clock = clock;
        this.zone = zone;
        this.campaigns = campaigns;
        this.outdials = outdials;
    }

    /** One more, at once; the next reading puts right what was counted twice. */
    void ended(CampaignCall call) {
        stale = true;
        var row = campaigns.get(call.campaignId());
        if (row != null) {
            row.showEnded(call);
        }
    }

    /** Once a second. */
    void tick(WorkspaceSettings settings) {
        seconds++;
        // Without calls too, because the window moves on.
        if (seconds % MAX_SECONDS_BETWEEN == 0 || (stale && seconds % SECONDS_BETWEEN == 0)) {
            refresh(settings);
        }
    }

    void refresh(WorkspaceSettings settings) {
        if (asking) {
            stale = true;
            return;
        }
        asking = true;
        stale = false;
        tasks.onFx(
                source.windowCounts(windowBegin(settings.abandonWindowHours(), clock.instant(), zone)),
                this::show,
                _ -> asking = false);
    }

    /** @param hours 0 for "today" */
    static Instant windowBegin(int hours, Instant now, ZoneId zone) {
        return hours == 0
                ? now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant()
                : now.minus(Duration.ofHours(hours));
    }

    private void show(Map<UUID, CallCounts> counts) {
        asking = false;
        campaigns.all().forEach(row -> row.showWindow(counts.getOrDefault(row.id(), CallCounts.NONE)));
    }

    /** Counts the targets of a list, once more if it changes meanwhile. */
    void count(UUID outdialId) {
        if (!counting.add(outdialId)) {
            countAgain.add(outdialId);
            return;
        }
        tasks.onFx(
                source.targets(outdialId),
                bar -> {
                    var row = outdials.get(outdialId);
                    if (row != null) {
                        row.show(new TargetCounts(
                                bar.doneSuccess() + bar.doneFailed(),
                                bar.progressing() + bar.idle(),
                                bar.notCallable()));
                    }
                    counted(outdialId);
                },
                _ -> counted(outdialId));
    }

    private void counted(UUID outdialId) {
        counting.remove(outdialId);
        if (countAgain.remove(outdialId)) {
            count(outdialId);
        }
    }
}
