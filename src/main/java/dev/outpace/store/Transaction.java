package dev.outpace.store;

import dev.outpace.engine.CallJournal.StatusChange;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.Resource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a write works with: the writer's connection, its statements kept prepared, and what is told after the commit. */
final class Transaction {
    private Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Writer.Write<?>> readAfterRollback = new ArrayList<>();
    private StoreChanges.Collector changes = new StoreChanges.Collector();
    private boolean wrote;
    /** Counts the commits that wrote something; the latest stands in the store with what it wrote. */
    private long commits;

    private boolean committing;

    Transaction(Connection connection) throws SQLException {
        this.connection = connection;
        commits = storedCommits();
    }

    /** What is to be read anew when a commit failed. */
    void afterRollback(Writer.Write<?> reading) {
        readAfterRollback.add(reading);
    }

    void rolledBack() throws SQLException {
        connection.rollback();
        readAnew();
    }

    /** Goes on with another connection, after the one before was lost. */
    void reconnected(Connection another) throws SQLException {
        statements.clear();
        connection = another;
        readAnew();
    }

    private void readAnew() throws SQLException {
        takeChanges();
        wrote = false;
        for (var reading : readAfterRollback) {
            reading.in(this);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Kept for the next time; its parameters are to be set anew. */
    PreparedStatement statement(String sql) throws SQLException {
        wrote |= !sql.startsWith("select");
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
        if (wrote) {
            var mark = statement("update last_commit set number = ?");
            mark.setLong(1, ++commits);
            mark.executeUpdate();
        }
        committing = wrote;
        connection.commit();
        wrote = false;
    }

    /**
     * After a failure: by which number the commit that failed is known, if it is in the store all the same; 0 when it can't
     * be.
     */
    long failedCommit() {
        return committing ? commits : 0;
    }

    /** Whether a commit that failed is in the store all the same. */
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
