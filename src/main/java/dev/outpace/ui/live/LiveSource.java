package dev.outpace.ui.live;

import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.TargetBar;
import dev.outpace.workspace.Workspace;
import dev.outpace.workspace.WorkspaceListener;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What live rows are made from: an open workspace, or a test's own. */
public interface LiveSource {

    void listen(WorkspaceListener listener);

    void forget(WorkspaceListener listener);

    ResourceBook resourceBook();

    WorkspaceSettings settings();

    CompletableFuture<List<CampaignCall>> callsInProgress();

    CompletableFuture<Map<UUID, CallCounts>> windowCounts(Instant from);

    CompletableFuture<TargetBar> targets(UUID outdialId);

    /** Why a start of the campaign would be refused, and what it would ask. Any thread; long where its flow is large. */
    List<Problem> startProblems(UUID campaignId);

    static LiveSource of(Workspace workspace) {
        return new LiveSource() {
            @Override
            public void listen(WorkspaceListener listener) {
                workspace.listen(listener);
            }

            @Override
            public void forget(WorkspaceListener listener) {
                workspace.forget(listener);
            }

            @Override
            public ResourceBook resourceBook() {
                return workspace.resourceBook();
            }

            @Override
            public WorkspaceSettings settings() {
                return workspace.settings().workspace();
            }

            @Override
            public CompletableFuture<List<CampaignCall>> callsInProgress() {
                return workspace.calls().inProgress();
            }

            @Override
            public CompletableFuture<Map<UUID, CallCounts>> windowCounts(Instant from) {
                return workspace.windowCounts(from);
            }

            @Override
            public CompletableFuture<TargetBar> targets(UUID outdialId) {
                return workspace.targetLists().bar(outdialId);
            }

            @Override
            public List<Problem> startProblems(UUID campaignId) {
                return workspace.campaigns().startProblems(campaignId);
            }
        };
    }
}
