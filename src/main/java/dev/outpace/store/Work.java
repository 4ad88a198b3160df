package dev.outpace.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One write that was handed in, and its answer. */
final class Work<T> {
    /** What becomes of a write while the store can't be written. */
    enum Duty {
        /** It fails, and whoever handed it in is told. */
        ANSWERED,
        /** It waits, in its place, until it is written. */
        KEPT
    }

    private final Writer.Write<T> write;
    private final Duty duty;
    private final Writer.@Nullable Undo<T> undo;
    /** What it is about, for people. */
    private final Object what;

    final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T value;

    Work(Writer.Write<T> write, Duty duty, Writer.@Nullable Undo<T> undo) {
        this(write, duty, undo, "a step of a longer work");
    }

    /**
     * @param undo for when it turns out to be written after it was told to have failed
     * @param what it is about, should the database refuse it
     */
    Work(Writer.Write<T> write, Duty duty, Writer.@Nullable Undo<T> undo, Object what) {
        this.what = what;
        this.write = write;
        this.duty = duty;
        this.undo = undo;
    }

    Object what() {
        return what;
    }

    boolean isKept() {
        return duty == Duty.KEPT;
    }

    void run(Transaction transaction) throws SQLException {
        value = write.in(transaction);
    }

    @SuppressWarnings("NullAway") // a write may give null where T says so
    void complete() {
        result.complete(value);
    }

    void fail(StoreException failure) {
        result.completeExceptionally(failure);
    }

    /** It is written, although it was told to have failed: what takes it back, where something does. */
    @SuppressWarnings("NullAway") // a write may give null where T says so
    @Nullable
    Work<Boolean> undoing() {
        var undone = undo;
        var written = value;
        return undone == null || !result.isCompletedExceptionally()
                ? null
                : new Work<>(
                        transaction -> {
                            undone.in(transaction, written);
                            return true;
                        },
                        Duty.KEPT,
                        null);
    }
}
