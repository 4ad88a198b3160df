package dev.outpace.ui.live;

import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Problem;
import dev.outpace.model.Resource;
import dev.outpace.model.ResourceBook;
import dev.outpace.model.TargetBar;
import dev.outpace.workspace.WorkspaceListener;
import dev.outpace.workspace.WorkspaceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A workspace that a test fills and moves. */
public final class FakeSource implements LiveSource {
    private final List<Resource> resources = new ArrayList<>();
    private final List<WorkspaceListener> listeners = new ArrayList<>();
    private final List<CampaignCall> inProgress = new ArrayList<>();
    private final Map<UUID, CallCounts> counts = new HashMap<>();
    private Function<UUID, List<Problem>> startProblems = _ -> List.of();
    private WorkspaceSettings settings = WorkspaceSettings.DEFAULT;

    public FakeSource with(Resource... more) {
        resources.addAll(List.of(more));
        return this;
    }

    public FakeSource withStartProblems(Function<UUID, List<Problem>> check) {
        startProblems = check;
        return this;
    }

    public FakeSource withCall(CampaignCall call) {
        inProgress.add(call);
        return this;
    }

    public FakeSource withCounts(UUID campaignId, CallCounts ended) {
        counts.put(campaignId, ended);
        return this;
    }

    public FakeSource withSettings(WorkspaceSettings now) {
        settings = now;
        return this;
    }

    public void tell(Consumer<WorkspaceListener> what) {
        listeners.forEach(what);
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public void listen(WorkspaceListener listener) {
        listeners.add(listener);
    }

    @Override
    public void forget(WorkspaceListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ResourceBook resourceBook() {
        var book = new ResourceBook();
        resources.forEach(book::put);
        return book;
    }

    @Override
    public List<Problem> startProblems(UUID campaignId) {
        return startProblems.apply(campaignId);
    }

    @Override
    public WorkspaceSettings settings() {
        return settings;
    }

    @Override
    public CompletableFuture<List<CampaignCall>> callsInProgress() {
        return CompletableFuture.completedFuture(List.copyOf(inProgress));
    }

    @Override
    public CompletableFuture<Map<UUID, CallCounts>> windowCounts(Instant from) {
        return CompletableFuture.completedFuture(Map.copyOf(counts));
    }

    @Override
    public CompletableFuture<TargetBar> targets(UUID outdialId) {
        return CompletableFuture.completedFuture(new TargetBar(3, 1, 2, 94, 5));
    }
}
