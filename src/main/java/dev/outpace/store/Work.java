package dev.outpace.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A write that was handed in, with the future of its result. */
final class Work<T> {
    /** What happens to a write while the store can't be written. */
    enum Duty {
        /** The write fails, and its future with it. */
        ANSWERED,
        /** The write keeps its place in the queue until it can be written. */
        KEPT
    }

    private final Writer.Write<T> write;
    private final Duty duty;
    private final Writer.@Nullable Undo<T> undo;
    /** What is put aside if the database refuses the write. */
    private final Object what;

    final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T value;

    Work(Writer.Write<T> write, Duty duty, Writer.@Nullable Undo<T> undo) {
        this(write, duty, undo, "a step of a longer work");
    }

    /**
     * @param undo takes the write back if it turns out to be stored after it was reported as failed
     * @param what is written, in the form in which it is put aside if the database refuses it
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

    @SuppressWarnings("NullAway") // T may be nullable
    void complete() {
        result.complete(value);
    }

    void fail(StoreException failure) {
        result.completeExceptionally(failure);
    }

    /** Called when the write is stored although it was reported as failed. Null if nothing has to be taken back. */
    @SuppressWarnings("NullAway") // T may be nullable
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
