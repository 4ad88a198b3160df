package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;
import dev.outpace.engine.EngineInput.StoreFault;
import dev.outpace.model.Problem;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes. Writes of the engine come first and in order; many of them share a commit. Chunks of bulk work
 * are written singly in between. While the store can't be written, facts wait in order, all other writes fail, and the database
 * is opened again and again until it works.
 */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int WRITES_A_COMMIT = 500;
    private static final int ATTEMPTS_AT_CLOSING = 3;
    /** Longest pause between two attempts, in ticks of {@link FileSync}. */
    private static final long MAX_PAUSE = 50;

    private final OpenDatabase database;
    private final Transaction transaction;
    private final FileSync sync;
    private final FileWatch watch;
    private final WriteFaults faults;
    private final RefusedFacts refused;
    private final ConcurrentLinkedQueue<Work<?>> urgent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Work<?>> bulk = new ConcurrentLinkedQueue<>();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    /** Taken from the queues and not written yet, in order. */
    private final ArrayDeque<Work<?>> taken = new ArrayDeque<>();
    /** The writes of the commit that is being made, or that failed last. */
    private final List<Work<?>> batch = new ArrayList<>();
    /** This many writes at the head of {@link #taken} are committed one by one, to find the one that fails. */
    private int alone;

    private final Thread thread = new Thread(this::run, "db-writer");
    private volatile boolean parked;
    private volatile boolean closed;
    private volatile @Nullable StoreDown trouble;
    private volatile @Nullable AtEnd atEnd;
    /** Counts the ticks of {@link FileSync}; pauses are measured by them. */
    private final AtomicLong ticks = new AtomicLong();

    private volatile boolean waiting;

    interface Write<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Takes back a write, given its result. */
    interface Undo<T> {
        void in(Transaction transaction, T written) throws SQLException;
    }

    /** @param unwritten number of facts that are lost */
    record AtEnd(StoreDown down, int unwritten) {
        /** False for a disk with too little room for the reserve, on which everything could be written. */
        boolean isLost() {
            return unwritten > 0 || down.fault() == StoreFault.FILE_GONE;
        }

        StoreException failure() {
            if (unwritten == 0) {
                return new StoreException(down);
            }
            return new StoreException(
                    switch (down.fault()) {
                        case DISK_FULL -> Problem.error("store.disk_full.unwritten", "", down.place(), unwritten);
                        case FILE_GONE -> Problem.error("store.file_gone.unwritten", "", down.place(), unwritten);
                        case NOT_WRITABLE ->
                            Problem.error("store.not_writable.unwritten", "", down.place(), unwritten, down.detail());
                    });
        }
    }

    Writer(OpenDatabase database, RedoLog log, FileSync sync, FileWatch watch, WriteFaults faults, RefusedFacts refused)
            throws SQLException {
        this.refused = refused;
        this.database = database;
        this.transaction = new Transaction(database.connection(), log);
        this.sync = sync;
        this.watch = watch;
        this.faults = faults;
        thread.start();
        sync.begin(
                found -> {
                    trouble = found;
                    LockSupport.unpark(thread);
                },
                () -> {
                    ticks.incrementAndGet();
                    if (waiting) {
                        LockSupport.unpark(thread);
                    }
                });
    }

    void listen(StoreListener listener) {
        listeners.add(listener);
    }

    /** Completes after the commit, on the writer thread. Dependent stages must return at once. */
    <T> CompletableFuture<T> write(Write<T> write) {
        return hand(urgent, new Work<>(write, Work.Duty.ANSWERED, null));
    }

    /** @param undo runs in a later commit if the write is stored although it was reported as failed */
    <T> CompletableFuture<T> write(Write<T> write, Undo<T> undo) {
        return hand(urgent, new Work<>(write, Work.Duty.ANSWERED, undo));
    }

    /** Writes something that has happened. It is kept until it can be written. */
    <T> CompletableFuture<T> writeFact(Write<T> write) {
        return hand(urgent, new Work<>(write, Work.Duty.KEPT, null));
    }

    /** @param fact is put aside in this form if the database refuses it */
    <T> CompletableFuture<T> writeFact(Object fact, Write<T> write) {
        return hand(urgent, new Work<>(write, Work.Duty.KEPT, null, fact));
    }

    /** Writes a chunk of bulk work, when no other write waits. */
    <T> CompletableFuture<T> writeWhenFree(Write<T> write) {
        return hand(bulk, new Work<>(write, Work.Duty.ANSWERED, null));
    }

    /** Writes a chunk of bulk work that must be completed. It is kept until it can be written. */
    <T> CompletableFuture<T> writeFactWhenFree(Write<T> write) {
        return hand(bulk, new Work<>(write, Work.Duty.KEPT, null));
    }

    /** Whether other writes wait for bulk work that is being written now. Asked by that work, on this thread. */
    boolean isAwaited() {
        return !urgent.isEmpty();
    }

    private <T> CompletableFuture<T> hand(ConcurrentLinkedQueue<Work<?>> queue, Work<T> work) {
        if (closed) {
            work.fail(new StoreException(Problem.error("store.closed", "")));
            return work.result;
        }
        queue.add(work);
        if (parked || waiting) {
            LockSupport.unpark(thread);
        }
        return work.result;
    }

    private void run() {
        while (true) {
            var found = trouble;
            if (found != null) {
                standStill(found, database.isOpen());
            } else if (!commitSome()) {
                if (closed) {
                    return;
                }
                park();
            }
            if (atEnd != null) {
                return;
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
        if (taken.isEmpty()) {
            var work = urgent.poll();
            alone = work == null ? 1 : 0;
            work = work == null ? bulk.poll() : work;
            if (work == null) {
                return false;
            }
            taken.add(work);
        }
        try {
            commitTaken();
        } catch (SQLException | RuntimeException failure) {
            failed(failure);
        }
        return true;
    }

    /** Makes one commit of as many writes as may share it. */
    private void commitTaken() throws SQLException {
        batch.clear();
        transaction.begin();
        int most = alone > 0 ? 1 : WRITES_A_COMMIT;
        for (var work : taken) {
            if (batch.size() == most) {
                break;
            }
            run(work);
        }
        while (batch.size() < most) {
            var work = urgent.poll();
            if (work == null) {
                break;
            }
            taken.add(work);
            run(work);
        }
        transaction.commit();
        committed(transaction.takeChanges());
    }

    private void run(Work<?> work) throws SQLException {
        batch.add(work);
        work.run(transaction);
    }

    /** Called when the batch is stored. The batch is the head of {@link #taken}. */
    private void committed(StoreChanges changes) {
        sync.committed();
        if (!changes.isEmpty()) {
            tell(listener -> listener.committed(changes));
        }
        for (var work : batch) {
            taken.remove();
            work.complete();
        }
        alone = Math.max(0, alone - batch.size());
    }

    private void tell(Consumer<StoreListener> what) {
        for (var listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException failure) {
                LOG.error("A listener of the store failed", failure);
            }
        }
    }

    /** Rolls back the commit. Its writes are tried again one by one, so that only the faulty one fails. */
    private void failed(Exception failure) {
        if (isOneOfMany(failure) || (RefusedFacts.isRefused(failure) && isPutAside(failure))) {
            return;
        }
        if (WriteFaults.isOfTheWrite(failure) && !batch.getFirst().isKept() && rolledBack()) {
            LOG.error("A write failed", failure);
            alone = Math.max(0, alone - 1);
            var problem = Problem.error("store.write_failed", "", String.valueOf(failure.getMessage()));
            taken.remove().fail(failure instanceof StoreException known ? known : new StoreException(problem, failure));
            return;
        }
        LOG.error("The store can't be written", failure);
        standStill(faults.of(failure), false);
    }

    private boolean isOneOfMany(Exception failure) {
        if (batch.size() > 1 && WriteFaults.isOfTheWrite(failure) && rolledBack()) {
            alone = batch.size();
            return true;
        }
        return false;
    }

    /** Puts a fact aside that the database would refuse at every attempt, so that the facts after it are written. */
    private boolean isPutAside(Exception failure) {
        if (batch.size() != 1 || !batch.getFirst().isKept() || !rolledBack()) {
            return false;
        }
        var work = taken.remove();
        refused.putAside(work.what(), failure);
        alone = Math.max(0, alone - 1);
        work.fail(new StoreException(
                Problem.error("store.write_failed", "", String.valueOf(failure.getMessage())), failure));
        tell(StoreListener::refused);
        return true;
    }

    private boolean rolledBack() {
        try {
            transaction.rolledBack();
            return true;
        } catch (SQLException failure) {
            LOG.error("A failed write could not be rolled back", failure);
            return false;
        }
    }

    /**
     * Returns when the store can be written again and the reserve has room; while closing, when waiting is no use any more.
     * Listeners are told only after the first attempt failed.
     *
     * @param opened whether the database is open and no commit of it has failed
     */
    private void standStill(StoreDown found, boolean opened) {
        var down = found;
        boolean open = opened;
        long failedCommit = open ? 0 : transaction.failedCommit();
        var changes = transaction.takeChanges();
        int attempts = 0;
        watch.releaseReserve();
        while (true) {
            trouble = null;
            var gone = watch.gone();
            try {
                if (gone.isEmpty()) {
                    if (!open) {
                        openAgain(failedCommit, changes);
                        open = true;
                    }
                    while (!taken.isEmpty()) {
                        commitTaken();
                    }
                }
                var still = gone.or(watch::trouble);
                if (still.isEmpty()) {
                    if (attempts > 0) {
                        tell(StoreListener::up);
                    }
                    return;
                }
                down = still.get();
            } catch (SQLException | RuntimeException failure) {
                if (open && (isOneOfMany(failure) || (RefusedFacts.isHopeless(failure) && isPutAside(failure)))) {
                    continue;
                }
                LOG.warn("The store still can't be written", failure);
                down = faults.of(failure);
                if (open) {
                    failedCommit = transaction.failedCommit();
                    changes = transaction.takeChanges();
                    open = false;
                }
            }
            if (attempts++ == 0) {
                var first = down;
                tell(listener -> listener.down(first));
            }
            if (closed && (attempts > ATTEMPTS_AT_CLOSING || (open && taken.isEmpty()))) {
                giveUp(down);
                return;
            }
            takeWhatComes(down, open && gone.isEmpty(), attempts);
        }
    }

    /**
     * Opens the database again. If the failed commit turns out to be stored, its writes complete now; otherwise they are tried
     * again.
     */
    private void openAgain(long failedCommit, StoreChanges changes) throws SQLException {
        database.openAgain(transaction);
        if (!transaction.isStored(failedCommit)) {
            return;
        }
        sync.committed();
        tell(listener -> listener.committed(changes));
        for (var work : batch.reversed()) {
            taken.remove(work);
            work.complete();
            var undoing = work.undoing();
            if (undoing != null) {
                taken.addFirst(undoing);
            }
        }
        batch.clear();
    }

    /**
     * Waits at least one tick for the next attempt. Facts that arrive meanwhile are taken, and returned to the caller at once
     * if the store is writable. All other writes fail.
     */
    private void takeWhatComes(StoreDown down, boolean writable, int attempts) {
        taken.removeIf(work -> !isKept(work, down));
        long until = ticks.get() + Math.min(MAX_PAUSE, 1L << Math.min(attempts, 10));
        waiting = true;
        try {
            boolean pause = true;
            while (pause) {
                long now = ticks.get();
                drain(urgent, down);
                drain(bulk, down);
                if (writable && !taken.isEmpty()) {
                    return;
                }
                while (ticks.get() == now && urgent.isEmpty() && bulk.isEmpty()) {
                    LockSupport.park(this);
                }
                pause = !closed && ticks.get() < until;
            }
        } finally {
            waiting = false;
        }
    }

    private void drain(ConcurrentLinkedQueue<Work<?>> queue, StoreDown down) {
        Work<?> work;
        while ((work = queue.poll()) != null) {
            if (isKept(work, down)) {
                taken.add(work);
            }
        }
    }

    private static boolean isKept(Work<?> work, StoreDown down) {
        if (!work.isKept()) {
            work.fail(new StoreException(down));
        }
        return work.isKept();
    }

    private void giveUp(StoreDown down) {
        drain(urgent, down);
        drain(bulk, down);
        atEnd = new AtEnd(down, taken.size());
        taken.forEach(work -> work.fail(new StoreException(down)));
    }

    /**
     * Ends after everything handed in is committed.
     *
     * @return if the store can't be written: why, and how many facts are lost
     */
    Optional<AtEnd> end() {
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
        return Optional.ofNullable(atEnd);
    }
}
