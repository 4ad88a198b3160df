package dev.outpace.store;

import dev.outpace.model.CallFigures;
import dev.outpace.model.CallFigures.Times;
import dev.outpace.model.CallStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Sums over the latest {@value #LATEST_CALLS} calls of a campaign, read by the index on a campaign's calls. */
public final class FigureQueries {
    private static final int LATEST_CALLS = 20_000;
    private static final double MICROS = 1e6;

    private static final String LATEST = "select status, cause, created_at, answered_at, connected_at, ended_at"
            + " from campaign_call where campaign_id = ? order by campaign_id desc, seq desc fetch first "
            + LATEST_CALLS
            + " rows only";

    private static final String DIALED =
            "cause in ('NORMAL', 'ABANDONED', 'BUSY', 'NO_ANSWER', 'REJECTED', 'BAD_NUMBER', 'FAILED', 'HUNG_UP',"
                    + " 'MACHINE', 'FLOW_FAILED')";

    private static final String ANSWERED = "answered_at is not null and cause <> 'MACHINE'";
    private static final String UNREACHABLE = "answered_at is null and cause in ('BUSY', 'BAD_NUMBER', 'FAILED')";
    private static final String TALKED = "connected_at is not null and cause = 'NORMAL'";

    private static final String FIGURES = "select count(*) as dialed, "
            + times("ring", "answered_at - created_at", ANSWERED)
            + ", " + times("fail", "ended_at - created_at", UNREACHABLE) + ", "
            + times("talk", "ended_at - connected_at", TALKED) + " from (" + LATEST + ") latest where status = "
            + CallRows.code(CallStatus.DONE) + " and " + DIALED + " and created_at >= ?";

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

    /** Figures of a campaign's ended calls that were placed since {@code since}. */
    public CompletableFuture<CallFigures> figures(UUID campaignId, Instant since) {
        return readers.read(connection -> {
            try (var statement = connection.prepareStatement(FIGURES)) {
                var set = new Setter(statement);
                set.id(campaignId);
                set.moment(since);
                try (var row = statement.executeQuery()) {
                    row.next();
                    var ring = times(row, "ring");
                    var fail = times(row, "fail");
                    return new CallFigures(
                            row.getLong("dialed"), ring.count(), fail.count(), ring, fail, times(row, "talk"));
                }
            }
        });
    }

    private static Times times(ResultSet row, String name) throws SQLException {
        return new Times(row.getLong(name + "_count"), row.getDouble(name + "_mean"), row.getDouble(name + "_sd"));
    }
}
