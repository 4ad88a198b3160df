package dev.outpace.store;

import dev.outpace.model.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Writes of the engine go first and in their order, as many as are there in one commit; chunks
 * of bulk work come one by one in between.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int WRITES_A_COMMIT = 500;

    private final Connection connection;
    private final Transaction transaction;
    private final FileSync sync;
    private final FileSpace space;
    private final ConcurrentLinkedQueue<Work<?>> urgent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Work<?>> bulk = new ConcurrentLinkedQueue<>();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Work<?>> done = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "db-writer");
    private volatile boolean parked;
    private volatile boolean closed;

    /** One write. */
    interface Write<T> {
        T in(Transaction transaction) throws SQLException;
    }

    private static final class Work<T> {
        final Write<T> write;
        final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable T value;

        Work(Write<T> write) {
            this.write = write;
        }

        void run(Transaction transaction) throws SQLException {
            value = write.in(transaction);
        }

        @SuppressWarnings("NullAway") // a write may give null where T says so
        void complete() {
            result.complete(value);
        }
    }

    Writer(Connection connection, FileSync sync, FileSpace space) {
        this.connection = connection;
        this.transaction = new Transaction(connection);
        this.sync = sync;
        this.space = space;
        thread.start();
    }

    void listen(StoreListener listener) {
        listeners.add(listener);
    }

    /** Completes after the commit, on the writer thread: what hangs on it must return at once. */
    <T> CompletableFuture<T> write(Write<T> write) {
        return hand(urgent, write);
    }

    /** The same for a chunk of bulk work, which waits while anything else is to be written. */
    <T> CompletableFuture<T> writeWhenFree(Write<T> write) {
        return hand(bulk, write);
    }

    private <T> CompletableFuture<T> hand(ConcurrentLinkedQueue<Work<?>> queue, Write<T> write) {
        var work = new Work<>(write);
        if (closed) {
            work.result.completeExceptionally(new StoreException(Problem.error("store.closed", "")));
            return work.result;
        }
        queue.add(work);
        if (parked) {
            LockSupport.unpark(thread);
        }
        return work.result;
    }

    private void run() {
        while (true) {
            if (!commitSome()) {
                if (closed) {
                    return;
                }
                park();
            }
        }
    }

    private void park() {
        parked = true;
        try {
            if (urgent.isEmpty() && bulk.isEmpty() && !closed) {
                LockSupport.park(this);
            }
        } finally {
            parked = false;
        }
    }

    private boolean commitSome() {
        Work<?> work = urgent.poll();
        if (work == null) {
            work = bulk.poll();
            return work != null && commit(work, 1);
        }
        return commit(work, WRITES_A_COMMIT);
    }

    private boolean commit(Work<?> first, int most) {
        done.clear();
        Work<?> current = first;
        try {
            while (current != null) {
                done.add(current);
                current.run(transaction);
                current = done.size() < most ? urgent.poll() : null;
            }
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            fail(failure);
            return true;
        }
        sync.committed();
        var changes = transaction.takeChanges();
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> tell(listener, changes));
        }
        done.forEach(Work::complete);
        space.tidy();
        return true;
    }

    private static void tell(StoreListener listener, StoreChanges changes) {
        try {
            listener.committed(changes);
        } catch (RuntimeException failure) {
            LOG.error("A listener of the store failed", failure);
        }
    }

    /** Nothing of the commit is kept; the others of it are tried again one by one, so that only the broken write fails. */
    private void fail(Exception failure) {
        rollBack();
        if (done.size() == 1) {
            LOG.error("A write failed", failure);
            var problem = Problem.error("store.write_failed", "", String.valueOf(failure.getMessage()));
            done.getFirst()
                    .result
                    .completeExceptionally(
                            failure instanceof StoreException known ? known : new StoreException(problem, failure));
            return;
        }
        for (var work : List.copyOf(done)) {
            commit(work, 1);
        }
    }

    private void rollBack() {
        try {
            transaction.rolledBack();
        } catch (SQLException failure) {
            LOG.error("A failed write could not be rolled back", failure);
        }
    }

    /** Ends after all that was handed in is committed. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            connection.close();
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }
}
