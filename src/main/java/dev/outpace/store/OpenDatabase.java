package dev.outpace.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to the database while it is open: all are made anew after it failed. */
final class OpenDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

    private final Database database;
    private final KilledFile killed;
    private final Readers readers;
    private final FileSeal seal;
    private Connection writing;

    OpenDatabase(Database database, KilledFile killed, FileSeal seal, Readers readers) {
        this.database = database;
        this.killed = killed;
        this.seal = seal;
        this.readers = readers;
        readers.connected(database.connect(), database.connect());
        writing = database.connectToWrite();
    }

    /** To write. */
    Connection connection() {
        return writing;
    }

    /**
     * Opens the file again as after a kill: what was committed is found, what was not is gone.
     *
     * @throws StoreException if it can't be opened
     */
    void openAgain() {
        abandon();
        killed.opening();
        writing = database.connectToWrite();
        readers.connected(database.connect(), database.connect());
    }

    /** Lets go of it as it stands. */
    void abandon() {
        try (var closing = writing;
                var statement = closing.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException alreadyClosed) {
            LOG.debug("The database had closed itself", alreadyClosed);
        }
    }

    /** @throws SQLException if it could not be written to its end */
    void close() throws SQLException {
        try (var closing = writing;
                var statement = closing.createStatement()) {
            statement.execute("shutdown");
        }
        try {
            seal.make();
        } catch (IOException failure) {
            LOG.warn("The database file was closed without a check sum", failure);
        }
        killed.closed();
    }
}
