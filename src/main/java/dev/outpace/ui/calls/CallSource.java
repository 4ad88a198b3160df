package dev.outpace.ui.calls;

import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import dev.outpace.workspace.Answer;
import dev.outpace.workspace.Calls;
import dev.outpace.workspace.Explanation;
import dev.outpace.workspace.RecordedFile;
import dev.outpace.workspace.Recordings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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

    /** Of one call; blocks. */
    List<RecordedFile> recordings(UUID callId) throws IOException;

    /** Blocks. */
    InputStream open(RecordedFile recording) throws IOException;

    /** Blocks. */
    Answer save(RecordedFile recording, Path target);

    static CallSource of(Calls calls, Recordings recordings) {
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

            @Override
            public List<RecordedFile> recordings(UUID callId) throws IOException {
                return recordings.of(callId);
            }

            @Override
            public InputStream open(RecordedFile recording) throws IOException {
                return recordings.open(recording);
            }

            @Override
            public Answer save(RecordedFile recording, Path target) {
                return recordings.save(recording, target);
            }
        };
    }
}
