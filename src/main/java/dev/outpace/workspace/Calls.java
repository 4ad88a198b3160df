package dev.outpace.workspace;

import dev.outpace.engine.EngineInput.HangUpOrdered;
import dev.outpace.engine.EngineThread;
import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.FlowCounts;
import dev.outpace.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What a user can do with campaign calls. */
public final class Calls {
    private final Store store;
    private final EngineThread engine;
    private final Journals journals;

    Calls(Store store, EngineThread engine, Journals journals) {
        this.store = store;
        this.journals = journals;
        this.engine = engine;
    }

    public CompletableFuture<Answer> hangUp(UUID callId) {
        return engine.order(new HangUpOrdered(callId)).thenApply(Answer::of);
    }

    public CompletableFuture<List<CampaignCall>> inProgress() {
        return store.callQueries().inProgress();
    }

    /** Newest first; {@code before} is 0 for the first page. */
    public CompletableFuture<CallPage> page(CallFilter filter, long before, int size) {
        return store.callQueries().page(filter, before, size);
    }

    /** How many calls that the filter lets through were placed since its newest page was read, by the page's start. */
    public CompletableFuture<Integer> countNewer(CallFilter filter, long start) {
        return store.callQueries().countNewer(filter, start);
    }

    /** These calls as they are now, in no order. */
    public CompletableFuture<List<CampaignCall>> calls(Collection<UUID> ids) {
        return store.callQueries().calls(ids);
    }

    /** Where a campaign's calls are in its flow, and which way its latest went. */
    public CompletableFuture<FlowCounts> flowCounts(UUID campaignId) {
        return store.flowQueries().counts(campaignId);
    }

    /** What led to a call, out of the journal. Reads its day from the opening on: takes seconds where that was long. */
    public Explanation explain(UUID callId) {
        return journals.explain(callId);
    }

    /** The history of one call, in its order. */
    public CompletableFuture<List<CallStep>> steps(UUID callId) {
        return store.callQueries().steps(callId);
    }
}
