package dev.outpace.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the database file small. Each commit writes the pages that it changed to a new place, so that most of the file is soon
 * out of use. H2 takes such space again when all of a commit's pages are out of use, and does not look before 45 s; and its
 * own thread that moves the few pages that keep the others is off where each commit is written at once. So the writer does
 * that between its commits, a little at a time.
 *
 * <p>Space is taken again only after a sync that had what took its place: a loss of power never finds it overwritten.
 */
final class FileSpace {
    private static final Logger LOG = LoggerFactory.getLogger(FileSpace.class);

    /** Percent of the written pages that are in use; with less, pages are moved. With the gaps, a third of the file stays in use. */
    private static final int FILL = 60;
    /** Percent with which more is moved at a time: writes are faster than what is moved. */
    private static final int LOW_FILL = 45;

    private static final int STEP = 64 << 10;
    private static final int LARGE_STEP = 128 << 10;
    /** What so many commits leave behind is dealt with at once. */
    private static final int COMMITS_APART = 20;

    private final MVStore store;
    /** What the last sync found is kept until the next one is through. */
    private @Nullable TxCounter kept;

    private boolean closed;
    private int commits;

    /** @param connection to the open database */
    FileSpace(Connection connection) {
        try {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            store = session.getDatabase().getStore().getMvStore();
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
        store.setRetentionTime(0);
        kept = store.registerVersionUsage();
    }

    /** On the writer's thread, between two transactions. */
    void tidy() {
        if (++commits < COMMITS_APART) {
            return;
        }
        commits = 0;
        try {
            int step = store.getFileStore().getChunksFillRate() < LOW_FILL ? LARGE_STEP : STEP;
            if (store.compact(FILL, step)) {
                store.commit();
            }
        } catch (MVStoreException failure) {
            LOG.error("The database file could not be tidied; the next write will tell", failure);
        }
    }

    interface Sync {
        void run() throws IOException;
    }

    /** On the syncing thread. A failed sync is told elsewhere; space is then taken again without it. */
    void during(Sync sync) throws IOException {
        var begun = store.registerVersionUsage();
        try {
            sync.run();
        } finally {
            keep(begun);
        }
    }

    private synchronized void keep(@Nullable TxCounter newest) {
        var before = kept;
        kept = closed ? null : newest;
        if (before != null) {
            store.deregisterVersionUsage(before);
        }
        if (closed && newest != null) {
            store.deregisterVersionUsage(newest);
        }
    }

    /** Before the database is closed: nothing is kept any more. */
    synchronized void close() {
        closed = true;
        keep(null);
    }
}
