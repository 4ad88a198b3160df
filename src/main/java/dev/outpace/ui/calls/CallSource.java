package dev.outpace.ui.calls;

import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.workspace.Calls;
import dev.outpace.workspace.Explanation;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Where the history is read: a workspace, or a test's own calls. */
interface CallSource {

    CompletableFuture<CallPage> page(CallFilter filter, long before, int size);

    CompletableFuture<Integer> countNewer(CallFilter filter, long start);

    CompletableFuture<List<CampaignCall>> calls(Collection<UUID> ids);

    CompletableFuture<List<CallStep>> steps(UUID callId);

    /** What led to a call; takes as long as it takes, on the thread of whoever asks. */
    Explanation explain(UUID callId);

    static CallSource of(Calls calls) {
        return new CallSource() {
            @Override
            public CompletableFuture<CallPage> page(CallFilter filter, long before, int size) {
                return calls.page(filter, before, size);
            }

            @Override
            public CompletableFuture<Integer> countNewer(CallFilter filter, long start) {
                return calls.countNewer(filter, start);
            }

            @Override
            public CompletableFuture<List<CampaignCall>> calls(Collection<UUID> ids) {
                return calls.calls(ids);
            }

            @Override
            public CompletableFuture<List<CallStep>> steps(UUID callId) {
                return calls.steps(callId);
            }

            @Override
            public Explanation explain(UUID callId) {
                return calls.explain(callId);
            }
        };
    }
}
