package dev.outpace.store;

import dev.outpace.model.CallStep.Kind;
import dev.outpace.model.FlowCounts;
import dev.outpace.model.FlowCounts.Way;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads at which action each call of a campaign is, and which ways the latest calls took through the flow. */
public final class FlowQueries {
    private static final int LATEST_CALLS = 1_000;

    private final Readers readers;

    FlowQueries(Readers readers) {
        this.readers = readers;
    }

    public CompletableFuture<FlowCounts> counts(UUID campaignId) {
        return readers.read(connection -> {
            int calls = calls(connection, campaignId);
            return calls == 0
                    ? FlowCounts.NONE
                    : new FlowCounts(callsByAction(connection, campaignId), callsByWay(connection, campaignId), calls);
        });
    }

    private static int calls(Connection connection, UUID campaignId) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from (" + latest() + ")")) {
            statement.setObject(1, campaignId);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static String latest() {
        return "select id from campaign_call where campaign_id = ? order by campaign_id desc, seq desc fetch first "
                + LATEST_CALLS + " rows only";
    }

    private static Map<Way, Integer> callsByWay(Connection connection, UUID campaignId) throws SQLException {
        var taken = new HashMap<Way, Integer>();
        try (var statement = connection.prepareStatement("select step.action_id, step.text, count(*) as calls from ("
                + latest() + ") latest join campaign_call_step step on step.call_id = latest.id"
                + " where step.kind = 'ACTION' and step.text like '% %' group by step.action_id, step.text")) {
            statement.setObject(1, campaignId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var text = row.getString("text");
                    var way = new Way(Columns.uuid(row, "action_id"), text.substring(text.indexOf(' ') + 1));
                    taken.merge(way, row.getInt("calls"), Integer::sum);
                }
            }
        }
        return taken;
    }

    private static Map<UUID, Integer> callsByAction(Connection connection, UUID campaignId) throws SQLException {
        var now = new HashMap<UUID, Integer>();
        try (var statement = connection.prepareStatement("select kind, action_id, text from campaign_call_step"
                + " where call_id = ? and kind in ('ACTION', 'QUEUE_JOINED') order by seq")) {
            for (var call : inProgress(connection, campaignId)) {
                statement.setObject(1, call);
                var action = currentAction(statement);
                if (action != null) {
                    now.merge(action, 1, Integer::sum);
                }
            }
        }
        return now;
    }

    private static List<UUID> inProgress(Connection connection, UUID campaignId) throws SQLException {
        var calls = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement("select progress.call_id from call_in_progress progress"
                + " join campaign_call call on call.id = progress.call_id where call.campaign_id = ?")) {
            statement.setObject(1, campaignId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    calls.add(Columns.uuid(row, "call_id"));
                }
            }
        }
        return calls;
    }

    /**
     * The action that the call runs now; null before the first action, and after the last one if the flow ended without a
     * queue_join.
     */
    private static @Nullable UUID currentAction(PreparedStatement steps) throws SQLException {
        UUID at = null;
        boolean joins = false;
        try (var row = steps.executeQuery()) {
            while (row.next()) {
                if (Kind.valueOf(row.getString("kind")) == Kind.ACTION) {
                    at = Columns.uuid(row, "action_id");
                    joins = row.getString("text").equals("queue_join");
                } else if (!joins) {
                    at = null;
                }
            }
        }
        return at;
    }
}
