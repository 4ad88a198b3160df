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
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Writer.Write<?>> readAfterRollback = new ArrayList<>();
    private StoreChanges.Collector changes = new StoreChanges.Collector();

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** What is to be read anew when a commit failed. */
    void afterRollback(Writer.Write<?> reading) {
        readAfterRollback.add(reading);
    }

    void rolledBack() throws SQLException {
        takeChanges();
        connection.rollback();
        for (var reading : readAfterRollback) {
            reading.in(this);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Kept for the next time; its parameters are to be set anew. */
    PreparedStatement statement(String sql) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
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
