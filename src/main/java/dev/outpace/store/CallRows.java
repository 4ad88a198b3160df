package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.CallResult;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.EndCause;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Maps campaign calls to rows. */
final class CallRows {
    private static final String INSERT = "insert into campaign_call (id, campaign_id, outplan_id, outdial_id,"
            + " outdial_target_id, queue_id, reference_type, target_name, source, destination_type, destination,"
            + " destination_index, try_count, status, result, created_at, agent_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = "update campaign_call set status = ?, result = ?, cause = ?, queue_id = ?,"
            + " answered_at = ?, queued_at = ?, connected_at = ?, ended_at = ?, agent_id = ?, taken_late = ? where id = ?";

    private final Columns columns;

    CallRows(Columns columns) {
        this.columns = columns;
    }

    void insert(Transaction transaction, CampaignCall call) throws SQLException {
        var destination = call.destination();
        transaction.change(
                INSERT,
                call.id(),
                call.campaignId(),
                call.outplanId(),
                call.outdialId(),
                call.outdialTargetId(),
                call.queueId(),
                call.referenceType().name(),
                call.targetName(),
                columns.address(call.source()),
                destination == null ? null : destination.type(),
                destination == null ? null : destination.target(),
                call.destinationIndex(),
                call.tryCount(),
                code(call.status()),
                call.result().name(),
                Columns.micros(call.createdAt()),
                call.agentId());
        transaction.change("insert into call_in_progress (call_id) values (?)", call.id());
        transaction.changed(call);
    }

    void update(Transaction transaction, CampaignCall call) throws SQLException {
        var cause = call.cause();
        transaction.change(
                UPDATE,
                code(call.status()),
                call.result().name(),
                cause == null ? null : cause.name(),
                call.queueId(),
                Columns.microsOrNull(call.answeredAt()),
                Columns.microsOrNull(call.queuedAt()),
                Columns.microsOrNull(call.connectedAt()),
                Columns.microsOrNull(call.endedAt()),
                call.agentId(),
                call.takenLate() ? 1 : 0,
                call.id());
        if (call.status() == CallStatus.DONE) {
            transaction.change("delete from call_in_progress where call_id = ?", call.id());
        }
        transaction.changed(call);
    }

    /** Reads the calls without an end, oldest first. */
    List<CampaignCall> inProgress(Connection connection) throws SQLException {
        var found = new ArrayList<CampaignCall>();
        try (var statement = connection.prepareStatement("select campaign_call.* from call_in_progress"
                        + " join campaign_call on campaign_call.id = call_in_progress.call_id order by seq");
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    CampaignCall read(ResultSet row) throws SQLException {
        var destinationType = row.getString("destination_type");
        var cause = row.getString("cause");
        return new CampaignCall(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "campaign_id"),
                Columns.uuid(row, "outplan_id"),
                Columns.uuid(row, "outdial_id"),
                Columns.uuid(row, "outdial_target_id"),
                Columns.uuid(row, "queue_id"),
                CampaignType.valueOf(row.getString("reference_type")),
                row.getString("target_name"),
                columns.address(row.getString("source")),
                destinationType == null ? null : new Address(destinationType, row.getString("destination"), "", "", ""),
                row.getInt("destination_index"),
                row.getInt("try_count"),
                status(row.getInt("status")),
                CallResult.valueOf(row.getString("result")),
                cause == null ? null : EndCause.valueOf(cause),
                Columns.instant(row.getLong("created_at")),
                Columns.instantOrNull(row, "answered_at"),
                Columns.instantOrNull(row, "queued_at"),
                Columns.instantOrNull(row, "connected_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.uuid(row, "agent_id"),
                row.getBoolean("taken_late"));
    }

    static int code(CallStatus status) {
        return switch (status) {
            case DIALING -> 0;
            case PROGRESSING -> 1;
            case DONE -> 2;
        };
    }

    private static CallStatus status(int code) {
        return switch (code) {
            case 0 -> CallStatus.DIALING;
            case 1 -> CallStatus.PROGRESSING;
            case 2 -> CallStatus.DONE;
            default -> throw new IllegalArgumentException("call status " + code);
        };
    }
}
