package dev.outpace.ui.live;

import dev.outpace.model.CampaignStatus;
import dev.outpace.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds out which campaigns can't be started and why, beside the FX thread: at once after resources changed, and never
 * otherwise. While it is at it, what changes meanwhile is looked at once more afterwards.
 */
final class StartWatch {
    private final Function<UUID, List<Problem>> problems;
    private final Tasks tasks;
    private final Rows<CampaignRow> campaigns;
    private final Runnable told;
    private boolean looking;
    private boolean again;

    /** @param told runs after rows were told */
    StartWatch(Function<UUID, List<Problem>> problems, Tasks tasks, Rows<CampaignRow> campaigns, Runnable told) {
        this.problems = problems;
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.told = told;
    }

    /** What one campaign lacks may be in any other resource: another campaign that calls its list, a queue that is gone. */
    void resourcesChanged() {
        if (looking) {
            again = true;
            return;
        }
        var stopped = campaigns.all().stream()
                .filter(row -> row.campaign().status() != CampaignStatus.RUN)
                .map(CampaignRow::id)
                .toList();
        if (stopped.isEmpty()) {
            return;
        }
        looking = true;
        var _ = tasks.start(_ -> problemsOf(stopped), this::tell, _ -> end());
    }

    private Map<UUID, List<Problem>> problemsOf(List<UUID> ids) {
        var found = new HashMap<UUID, List<Problem>>();
        ids.forEach(id -> found.put(id, problems.apply(id)));
        return found;
    }

    private void tell(Map<UUID, List<Problem>> found) {
        try {
            found.forEach((id, problemsNow) -> {
                var row = campaigns.get(id);
                if (row != null) {
                    row.showStartProblems(problemsNow);
                }
            });
            told.run();
        } finally {
            end();
        }
    }

    private void end() {
        looking = false;
        if (again) {
            again = false;
            resourcesChanged();
        }
    }
}
