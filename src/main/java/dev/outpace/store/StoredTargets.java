package dev.outpace.store;

import dev.outpace.engine.TargetPool;
import dev.outpace.model.TargetCounts;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The engine's way to the targets: it waits for its own commits, and for nothing else. */
final class StoredTargets implements TargetPool {
    private final Writer writer;
    private final TargetTable table;
    private final TargetClaims claims;

    StoredTargets(Writer writer, TargetTable table, TargetClaims claims) {
        this.claims = claims;
        this.writer = writer;
        this.table = table;
    }

    @Override
    public ClaimResult claim(Claim claim) {
        return await(writer.write(transaction -> claims.claim(transaction, claim)));
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        return await(writer.write(_ -> table.counts(outdialId)));
    }

    /** @throws StoreException if the write failed */
    static <T> T await(CompletableFuture<T> write) {
        try {
            return write.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof StoreException known) {
                throw known;
            }
            throw failure;
        }
    }
}
