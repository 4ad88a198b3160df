package dev.outpace.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to the database while it is open: all are made anew after it failed. */
final class OpenDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    /** H2 then writes neither at each commit nor by a thread of its own. */
    private static final int WHEN_TOLD = -1;

    /** Percent of the written pages that are in use; with less, some are moved, so that what they leave can be taken again. */
    private static final int FILL = 50;

    private static final int MOVED_BYTES = 4 << 20;

    private final Database database;
    private final KilledFile killed;
    private final Readers readers;
    private final FileSeal seal;
    private final RedoLog log;
    /** Held while the file is opened, closed or brought up to date. */
    private final ReentrantLock lock = new ReentrantLock();

    private Connection writing;
    private volatile MVStore pages;
    /** What was in use when the disk last had everything is not written over before it has everything again. */
    private TxCounter onDisk;

    OpenDatabase(Database database, KilledFile killed, FileSeal seal, Readers readers, RedoLog log) {
        this.database = database;
        this.killed = killed;
        this.seal = seal;
        this.readers = readers;
        this.log = log;
        writing = database.connectToWrite();
        pages = pages();
        onDisk = pages.registerVersionUsage();
        readers.connected(database.join(), database.join());
    }

    private MVStore pages() {
        try {
            var opened = Database.pages(writing);
            opened.setAutoCommitDelay(WHEN_TOLD);
            opened.setRetentionTime(0);
            return opened;
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    /** To write. */
    Connection connection() {
        return writing;
    }

    /** False after it failed. */
    boolean isOpen() {
        return !pages.isClosed();
    }

    interface Sync {
        void run() throws IOException;
    }

    /**
     * Brings the file up to date: what so far only the redo log has is written into it, and the log goes on empty.
     *
     * @param sync brings the file to the disk
     * @throws org.h2.mvstore.MVStoreException if it can't be written; the database is then closed, and the log has all
     */
    void checkpoint(Sync sync) throws IOException {
        lock.lock();
        try {
            if (isOpen()) {
                log.turnOver();
                writeAll(sync);
                log.emptyOther();
            }
        } finally {
            lock.unlock();
        }
    }

    private void writeAll(Sync sync) throws IOException {
        var unneeded = pages.registerVersionUsage();
        try {
            pages.compact(FILL, MOVED_BYTES);
            pages.commit();
            sync.run();
            var before = onDisk;
            onDisk = unneeded;
            unneeded = before;
        } finally {
            pages.deregisterVersionUsage(unneeded);
        }
    }

    /**
     * Opens the file again as after a kill: what was committed is found in it or in the redo log, what was not is gone.
     *
     * @param transaction that goes on with it
     * @throws StoreException if it can't be opened
     */
    void openAgain(Transaction transaction) throws SQLException {
        lock.lock();
        try {
            abandon();
            killed.opening();
            writing = database.connectToWrite();
            pages = pages();
            onDisk = pages.registerVersionUsage();
            transaction.reconnected(writing);
            readers.connected(database.join(), database.join());
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of it as it stands. */
    void abandon() {
        lock.lock();
        try (var closing = writing;
                var statement = closing.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException alreadyClosed) {
            LOG.debug("The database had closed itself", alreadyClosed);
        } finally {
            lock.unlock();
        }
    }

    /** @throws SQLException if it could not be written to its end */
    void close() throws SQLException {
        lock.lock();
        try {
            pages.deregisterVersionUsage(onDisk);
            try (var closing = writing;
                    var statement = closing.createStatement()) {
                statement.execute("shutdown");
            }
        } finally {
            lock.unlock();
        }
        try {
            log.remove();
            seal.make();
        } catch (IOException failure) {
            LOG.warn("The database file was closed without a check sum", failure);
        }
        killed.closed();
    }
}
