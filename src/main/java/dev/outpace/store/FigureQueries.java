package dev.outpace.store;

import dev.outpace.model.CallFigures;
import dev.outpace.model.CallFigures.Flow;
import dev.outpace.model.CallFigures.Queued;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.CallStatus;
import dev.outpace.model.CallStep.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Sums over the latest calls of a campaign, read by the index on a campaign's calls. */
public final class FigureQueries {
    private static final int LATEST_CALLS = 20_000;
    private static final int LATEST_CALLERS = 1_000;
    private static final double MICROS = 1e6;

    private static final String LATEST = "select id, queue_id, status, cause, created_at, answered_at, queued_at,"
            + " connected_at, ended_at"
            + " from campaign_call where campaign_id = ? order by campaign_id desc, seq desc fetch first "
            + LATEST_CALLS
            + " rows only";

    private static final String DIALED =
            "cause in ('NORMAL', 'ABANDONED', 'BUSY', 'NO_ANSWER', 'REJECTED', 'BAD_NUMBER', 'UNREACHABLE',"
                    + " 'CONGESTED', 'FAILED', 'HUNG_UP', 'MACHINE', 'FLOW_FAILED')";

    private static final String ANSWERED = "answered_at is not null and cause <> 'MACHINE'";
    private static final String FAILED_SOON =
            "answered_at is null and cause in ('BUSY', 'BAD_NUMBER', 'CONGESTED', 'FAILED')";
    private static final String TALKED = "connected_at is not null and cause = 'NORMAL'";

    private static final String MACHINE = "answered_at is not null and cause = 'MACHINE'";
    private static final String TO_QUEUE = ANSWERED + " and queued_at is not null and queue_id = wanted.id";
    private static final String LEFT = ANSWERED + " and (queued_at is null or queue_id <> wanted.id)";

    private static final String FIGURES = "select count(*) as dialed, "
            + times("ring", "answered_at - created_at", ANSWERED)
            + ", " + times("fail", "ended_at - created_at", FAILED_SOON) + ", "
            + times("talk", "ended_at - connected_at", TALKED) + ", "
            + times("machine", "ended_at - answered_at", MACHINE) + ", "
            + times("queue", "queued_at - answered_at", TO_QUEUE) + ", "
            + times("leave", "coalesce(queued_at, ended_at) - answered_at", LEFT) + ", count(*) filter (where " + LEFT
            + " and cause <> 'NORMAL') as hung_up from (" + LATEST
            + ") latest, (select cast(? as uuid) as id) wanted where status = "
            + CallRows.code(CallStatus.DONE) + " and " + DIALED + " and created_at >= ?";

    /** What happened to callers in the queue, in the order in which it happened. */
    private static final String STEPS = "select step.call_id, step.at, step.kind, step.text from (select id from ("
            + LATEST + ") latest where queued_at is not null and queue_id = ? and created_at >= ? order by created_at"
            + " desc fetch first " + LATEST_CALLERS + " rows only) callers join campaign_call_step step on step.call_id"
            + " = callers.id where step.kind in ('QUEUE_JOINED', 'AGENT_RINGING', 'AGENT_MISSED', 'AGENT_CONNECTED',"
            + " 'QUEUE_LEFT') order by step.seq";

    private final Readers readers;

    FigureQueries(Readers readers) {
        this.readers = readers;
    }

    private static String times(String name, String micros, String where) {
        var seconds = "cast(" + micros + " as double precision) / " + MICROS;
        var filter = " filter (where " + where + ")";
        return "count(*)" + filter + " as " + name + "_count, avg(" + seconds + ")" + filter + " as " + name
                + "_mean, stddev_samp(" + seconds + ")" + filter + " as " + name + "_sd";
    }

    /** Figures of a campaign's ended calls, and of its callers in one queue, that were placed since {@code since}. */
    public CompletableFuture<CallFigures> figures(UUID campaignId, UUID queueId, Instant since) {
        return readers.read(connection -> {
            var queued = queued(connection, campaignId, queueId, since);
            try (var statement = asked(connection, FIGURES, campaignId, queueId, since);
                    var row = statement.executeQuery()) {
                row.next();
                var ring = times(row, "ring");
                var fail = times(row, "fail");
                var flow = new Flow(
                        times(row, "machine"), times(row, "queue"), times(row, "leave"), row.getLong("hung_up"));
                return new CallFigures(
                        row.getLong("dialed"),
                        ring.count(),
                        fail.count(),
                        ring,
                        fail,
                        times(row, "talk"),
                        flow,
                        queued);
            }
        });
    }

    private static PreparedStatement asked(
            Connection connection, String sql, UUID campaignId, UUID queueId, Instant since) throws SQLException {
        var set = new Setter(connection.prepareStatement(sql));
        set.id(campaignId);
        set.id(queueId);
        set.moment(since);
        return set.statement;
    }

    private static Queued queued(Connection connection, UUID campaignId, UUID queueId, Instant since)
            throws SQLException {
        var callers = new QueueHistory();
        try (var statement = asked(connection, STEPS, campaignId, queueId, since);
                var row = statement.executeQuery()) {
            while (row.next()) {
                callers.add(
                        Columns.uuid(row, "call_id"),
                        row.getLong("at") / MICROS,
                        Kind.valueOf(row.getString("kind")),
                        row.getString("text"));
            }
        }
        return callers.figures();
    }

    private static Times times(ResultSet row, String name) throws SQLException {
        return new Times(row.getLong(name + "_count"), row.getDouble(name + "_mean"), row.getDouble(name + "_sd"));
    }
}
