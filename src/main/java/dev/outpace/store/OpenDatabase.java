package dev.outpace.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the connections to the open database. After a failure, all of them are made again. */
final class OpenDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    /** Tells H2 not to write at each commit and not to write from a thread of its own. */
    private static final int ONLY_WHEN_TOLD = -1;

    /** Percent of the written pages that must be in use. Below that, H2 moves pages to free room in the file. */
    private static final int MIN_PERCENT_IN_USE = 65;

    private static final int MOVED_BYTES = 4 << 20;

    private final Database database;
    private final KilledFile killed;
    private final Readers readers;
    private final FileSeal seal;
    private final RedoLog log;
    /** Held while the file is opened, closed or written at a checkpoint. */
    private final ReentrantLock lock = new ReentrantLock();

    private Connection writing;
    private volatile MVStore pages;
    /** Pages in use at the last force to the disk. H2 must not overwrite them before the next one. */
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
            opened.setAutoCommitDelay(ONLY_WHEN_TOLD);
            opened.setRetentionTime(0);
            return opened;
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    /** The writer's connection. */
    Connection connection() {
        return writing;
    }

    /** False after a failure. */
    boolean isOpen() {
        return !pages.isClosed();
    }

    interface Sync {
        void run() throws IOException;
    }

    /**
     * Writes all that only the redo log has into the database file, then empties the log.
     *
     * @param sync forces the file to the disk
     * @throws org.h2.mvstore.MVStoreException if the file can't be written; the database is then closed, and the log still has
     *     everything
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
            pages.compact(MIN_PERCENT_IN_USE, MOVED_BYTES);
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
     * Opens the file as after a kill. Commits are found in the file or in the redo log; everything else is lost.
     *
     * @param transaction gets the new connection
     * @throws StoreException if the file can't be opened
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

    /** Closes the database without writing the file. */
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

    /** @throws SQLException if the file could not be written completely */
    void close() throws SQLException {
        lock.lock();
        try {
            pages.deregisterVersionUsage(onDisk);
            try (var closing = writing;
                    var statement = closing.createStatement()) {
                statement.execute("shutdown");
            }
            new Compaction(database).run();
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
