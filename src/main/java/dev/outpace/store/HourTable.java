package dev.outpace.store;

import dev.outpace.engine.EngineState.HourCount;
import dev.outpace.model.CallCounts;
import dev.outpace.model.CampaignCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Ended calls by campaign and hour: every count of calls, over all time or a window, is a sum of these. */
final class HourTable {
    private static final long SECONDS = 3_600;

    private HourTable() {}

    static long hourOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    static void add(Transaction transaction, CampaignCall call) throws SQLException {
        var one = CallCounts.NONE.with(call);
        long hour = hourOf(Objects.requireNonNull(call.endedAt()));
        var update = transaction.statement("update campaign_hour set success = success + ?, fail = fail + ?,"
                + " abandoned = abandoned + ?, answered = answered + ?, not_placed = not_placed + ?,"
                + " queued = queued + ?"
                + " where campaign_id = ? and at_hour = ?");
        set(new Setter(update), one, call, hour);
        if (update.executeUpdate() == 0) {
            var insert = transaction.statement("insert into campaign_hour (success, fail, abandoned, answered,"
                    + " not_placed, queued, campaign_id, at_hour) values (?, ?, ?, ?, ?, ?, ?, ?)");
            set(new Setter(insert), one, call, hour);
            insert.executeUpdate();
        }
    }

    private static void set(Setter set, CallCounts counts, CampaignCall call, long hour) throws SQLException {
        set.number(counts.success());
        set.number(counts.fail());
        set.number(counts.abandoned());
        set.number(counts.answered());
        set.number(counts.notPlaced());
        set.number(call.queuedAt() == null ? 0 : 1);
        set.id(call.campaignId());
        set.number(hour);
    }

    /** Counts by campaign from an hour on. */
    static Map<UUID, CallCounts> counts(Connection connection, long fromHour) throws SQLException {
        var sql = "select campaign_id, sum(success), sum(fail), sum(abandoned), sum(answered), sum(not_placed)"
                + " from campaign_hour where at_hour >= ? group by campaign_id";
        var counts = new HashMap<UUID, CallCounts>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, fromHour);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(
                            row.getObject(1, UUID.class),
                            new CallCounts(
                                    row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
                }
            }
        }
        return counts;
    }

    /**
     * The latest hours of each campaign, latest last: those of 30 days up to the last call of the workspace, and what is
     * older together in the hour before.
     */
    static Map<UUID, List<HourCount>> hours(Connection connection) throws SQLException {
        var sql = "select campaign_id, greatest(at_hour, oldest) as in_hour, sum(answered), sum(queued), sum(abandoned)"
                + " from campaign_hour, (select max(at_hour) - ? as oldest from campaign_hour)"
                + " group by campaign_id, greatest(at_hour, oldest) order by campaign_id, in_hour";
        var hours = new HashMap<UUID, List<HourCount>>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, HourCount.KEPT + 1);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    hours.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new HourCount(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
        }
        return hours;
    }
}
