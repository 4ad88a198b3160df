package dev.outpace.workspace;

import dev.outpace.engine.EngineThread;
import dev.outpace.model.CallRecording;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Problem;
import dev.outpace.model.ResourceBook;
import dev.outpace.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of calls that a real exchange has written, as far as its folder can be reached from here. Those of whole calls are
 * deleted when they are as old as their campaign says; those that a flow ordered stay.
 */
public final class Recordings {
    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final Duration BETWEEN_DELETIONS = Duration.ofHours(6);

    private final EngineThread engine;
    private final Store store;
    private final Catalog catalog;
    private final Supplier<Monitoring> settings;
    private volatile boolean closed;

    Recordings(EngineThread engine, Store store, Catalog catalog, Supplier<Monitoring> settings) {
        this.engine = engine;
        this.store = store;
        this.catalog = catalog;
        this.settings = settings;
    }

    private Optional<RecordingFolder> folder() {
        return settings.get().folder().map(RecordingFolder::new);
    }

    /** Of one call; none where no folder was entered. Blocks. */
    public List<RecordedFile> of(UUID callId) throws IOException {
        var folder = folder();
        return folder.isEmpty() ? List.of() : folder.get().of(callId);
    }

    /** The file as it is. Blocks. */
    public InputStream open(RecordedFile file) throws IOException {
        return folder().orElseThrow(() -> new IOException("no folder of recordings"))
                .open(file);
    }

    /** Copies it, over what was there; blocks. */
    public Answer save(RecordedFile file, Path target) {
        try (var from = open(file)) {
            Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING);
            return new Answer.Done(List.of());
        } catch (IOException failure) {
            return Answer.refused(
                    Problem.error("recording.not_saved", "", target, String.valueOf(failure.getMessage())));
        }
    }

    /** From now on, at once and then some times a day, recordings are deleted that are old enough. */
    void begin() {
        engine.handIn(this::deleteAndAgain);
    }

    private void deleteAndAgain() {
        if (!closed) {
            var now = engine.wallTime();
            var _ = CompletableFuture.runAsync(() -> deleteExpired(now));
            engine.schedule(BETWEEN_DELETIONS, this::deleteAndAgain);
        }
    }

    void close() {
        closed = true;
    }

    /** Blocks. Returns how many were deleted. */
    int deleteExpired(Instant now) {
        var folder = folder();
        if (folder.isEmpty() || closed) {
            return 0;
        }
        try {
            var whole = folder.get().all().stream().filter(RecordedFile::whole).toList();
            var calls = store
                    .callQueries()
                    .calls(whole.stream().map(RecordedFile::callId).toList())
                    .join()
                    .stream()
                    .collect(Collectors.toMap(CampaignCall::id, Function.identity(), (one, _) -> one));
            int deleted = 0;
            for (var file : whole) {
                if (isExpired(file, calls.get(file.callId()), catalog.book(), now) && delete(folder.get(), file)) {
                    deleted++;
                }
            }
            if (deleted > 0) {
                LOG.info("{} recordings of calls were as old as their campaigns keep them, and are deleted", deleted);
            }
            return deleted;
        } catch (IOException | CompletionException failure) {
            LOG.warn("Old recordings of calls can't be looked for: {}", String.valueOf(failure.getMessage()));
            return 0;
        }
    }

    /** The exchange may serve other workspaces: whatever is not of a call of this one stays. */
    static boolean isExpired(RecordedFile file, @Nullable CampaignCall call, ResourceBook book, Instant now) {
        if (call == null || call.endedAt() == null) {
            return false;
        }
        var campaign = book.campaign(call.campaignId());
        int days = campaign == null
                ? CallRecording.DEFAULT.keepDays()
                : campaign.options().recording().keepDays();
        return days > 0 && file.writtenAt().isBefore(now.minus(Duration.ofDays(days)));
    }

    private static boolean delete(RecordingFolder folder, RecordedFile file) {
        try {
            folder.delete(file);
            return true;
        } catch (IOException failure) {
            LOG.warn("The recording {} is too old and can't be deleted: {}", file.name(), failure.toString());
            return false;
        }
    }
}
