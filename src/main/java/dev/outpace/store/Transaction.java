package dev.outpace.store;

import dev.outpace.engine.FactLog.StatusChange;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a write the writer's connection, prepared statements, and a place for changes to announce after the commit. A commit
 * that consists of row changes goes into the redo log. Any other commit is written into the database file at once.
 */
final class Transaction {
    private static final String COMMITTED = "update last_commit set number = ?";

    private Connection connection;
    private final RedoLog log;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Writer.Write<?>> readAfterRollback = new ArrayList<>();
    private StoreChanges.Collector changes = new StoreChanges.Collector();
    private final List<RowChange> rowChanges = new ArrayList<>();
    /** Whether this commit has changes that are not in {@link #rowChanges}. */
    private boolean hasUnloggedChanges;
    /** Number of the last commit that wrote something. It is stored with the commit. */
    private long commits;

    private boolean committing;

    Transaction(Connection connection, RedoLog log) throws SQLException {
        this.connection = connection;
        this.log = log;
        commits = storedCommits();
    }

    /** @param reading reads again what is kept in memory, after a commit failed */
    void afterRollback(Writer.Write<?> reading) {
        readAfterRollback.add(reading);
    }

    void rolledBack() throws SQLException {
        connection.rollback();
        readAgain();
    }

    /** Continues with another connection after the old one was lost. */
    void reconnected(Connection another) throws SQLException {
        statements.clear();
        connection = another;
        redo();
        readAgain();
    }

    private void readAgain() throws SQLException {
        takeChanges();
        clearRowChanges();
        commits = storedCommits();
        for (var reading : readAfterRollback) {
            reading.in(this);
        }
    }

    /**
     * Repeats the commits of the redo log that the database does not have, in one commit, then empties the log. If a commit is
     * missing, the computer lost power before that record was on the disk; the records after it are ignored.
     */
    void redo() throws SQLException {
        if (log.isEmpty()) {
            return;
        }
        try {
            commits = storedCommits();
            boolean any = false;
            for (var record : log.records()) {
                if (record.number() == commits + 1) {
                    for (var change : record.changes()) {
                        execute(change.sql(), change.values().toArray());
                    }
                    commits++;
                    any = true;
                }
            }
            if (any) {
                execute(COMMITTED, commits);
                connection.commit();
            }
            Database.write(connection);
            Database.pages(connection).sync();
            log.clear();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Connection connection() {
        return connection;
    }

    /** A statement that is prepared once and reused. The caller must set all its parameters. */
    PreparedStatement statement(String sql) throws SQLException {
        hasUnloggedChanges |= !sql.startsWith("select");
        return prepared(sql);
    }

    /**
     * Executes a {@link RowChange} and records it for the redo log.
     *
     * @return number of rows changed
     */
    int change(String sql, @Nullable Object... values) throws SQLException {
        int rows = execute(sql, values);
        if (rows > 0) {
            var kept = new ArrayList<@Nullable Object>(values.length);
            Collections.addAll(kept, values);
            rowChanges.add(new RowChange(sql, kept));
        }
        return rows;
    }

    private int execute(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    void begin() {
        committing = false;
    }

    void commit() throws SQLException {
        if (!hasUnloggedChanges && rowChanges.isEmpty()) {
            connection.commit();
            return;
        }
        execute(COMMITTED, ++commits);
        committing = true;
        if (hasUnloggedChanges) {
            connection.commit();
            Database.write(connection);
        } else {
            try {
                log.append(new RedoRecord(commits, rowChanges), connection::commit);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        committing = false;
        clearRowChanges();
    }

    private void clearRowChanges() {
        rowChanges.clear();
        hasUnloggedChanges = false;
    }

    /**
     * Called after a failure.
     *
     * @return number of the failed commit; 0 if the failure came before the commit, so that it can't be stored
     */
    long failedCommit() {
        return committing ? commits : 0;
    }

    /** Whether a commit that failed is stored nevertheless. */
    boolean isStored(long failedCommit) throws SQLException {
        return failedCommit > 0 && storedCommits() == failedCommit;
    }

    private long storedCommits() throws SQLException {
        try (var statement = connection.prepareStatement("select number from last_commit");
                var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void changed(Resource resource) {
        changes.resources().put(resource.id(), resource);
    }

    void changed(CampaignCall call) {
        changes.calls().put(call.id(), call);
    }

    void changed(StatusChange change) {
        changes.statuses().add(change);
    }

    void targetsChanged(UUID outdialId) {
        changes.lists().add(outdialId);
    }

    void settingChanged(String name) {
        changes.settings().add(name);
    }

    StoreChanges takeChanges() {
        var taken = changes.changes();
        changes = new StoreChanges.Collector();
        return taken;
    }
}
