package dev.outpace.store;

import dev.outpace.engine.FactLog.Fact;
import dev.outpace.engine.FactLog.TargetFate;
import dev.outpace.engine.TargetPool;
import dev.outpace.model.EndCause;
import dev.outpace.model.TargetCounts;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The target pool of the engine. Each call waits for the writer thread's commit. */
final class StoredTargets implements TargetPool {
    private final Writer writer;
    private final TargetTable table;
    private final TargetClaims claims;
    private final StoredFacts journal;

    StoredTargets(Writer writer, TargetTable table, TargetClaims claims, StoredFacts journal) {
        this.claims = claims;
        this.journal = journal;
        this.writer = writer;
        this.table = table;
    }

    @Override
    public ClaimResult claim(Claim claim) {
        return answer(writer.write(
                transaction -> claims.claim(transaction, claim),
                (transaction, result) -> neverPlaced(transaction, claim, result)));
    }

    /** Undoes a claim that was reported as failed but turned out to be stored. No call was placed for it. */
    private void neverPlaced(Transaction transaction, Claim claim, ClaimResult result) throws SQLException {
        if (result instanceof ClaimResult.Claimed claimed) {
            journal.write(
                    transaction,
                    new Fact.CallClosed(
                            claimed.call().ended(EndCause.NOT_PLACED, claim.now()),
                            new TargetFate.TryGivenBack(claim.now())));
        }
    }

    @Override
    public TargetCounts counts(UUID outdialId) {
        return answer(writer.write(_ -> table.counts(outdialId)));
    }

    private static <T> T answer(CompletableFuture<T> write) {
        try {
            return await(write);
        } catch (StoreException failure) {
            var down = failure.down();
            throw down == null ? failure : new Unavailable(down);
        }
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
