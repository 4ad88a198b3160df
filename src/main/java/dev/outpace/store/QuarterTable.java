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

/**
 * Counts ended calls by campaign and quarter of an hour. Every count of calls, over all time or a window, is a sum of these.
 * Quarters are enough for local days, because the offset of every time zone is a multiple of 15 minutes.
 */
final class QuarterTable {
    private static final long SECONDS_PER_QUARTER = 900;
    private static final long QUARTERS_PER_HOUR = 4;

    private QuarterTable() {}

    private static long quarterOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS_PER_QUARTER);
    }

    static void add(Transaction transaction, CampaignCall call) throws SQLException {
        var one = CallCounts.NONE.with(call);
        long quarter = quarterOf(Objects.requireNonNull(call.endedAt()));
        Object[] values = {
            one.success(),
            one.fail(),
            one.abandoned(),
            one.answered(),
            one.notPlaced(),
            call.queuedAt() == null ? 0 : 1,
            one.machines(),
            call.campaignId(),
            quarter
        };
        int updated = transaction.change(
                "update campaign_quarter set success = success + ?, fail = fail + ?, abandoned = abandoned + ?,"
                        + " answered = answered + ?, not_placed = not_placed + ?, queued = queued + ?, machines = machines"
                        + " + ? where campaign_id = ? and at_quarter = ?",
                values);
        if (updated == 0) {
            transaction.change(
                    "insert into campaign_quarter (success, fail, abandoned, answered, not_placed, queued,"
                            + " machines, campaign_id, at_quarter) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    /** Moves counts of quarters later than {@code now} into the quarter of {@code now}. */
    static void correctMoments(Transaction transaction, Instant now) throws SQLException {
        long quarter = quarterOf(now);
        var merge = transaction.statement("merge into campaign_quarter q using (select campaign_id,"
                + " sum(success) as success, sum(fail) as fail, sum(abandoned) as abandoned, sum(answered) as answered,"
                + " sum(not_placed) as not_placed, sum(queued) as queued, sum(machines) as machines"
                + " from campaign_quarter where at_quarter > ? group by campaign_id) late"
                + " on q.campaign_id = late.campaign_id and q.at_quarter = ?"
                + " when matched then update set success = q.success + late.success, fail = q.fail + late.fail,"
                + " abandoned = q.abandoned + late.abandoned, answered = q.answered + late.answered,"
                + " not_placed = q.not_placed + late.not_placed, queued = q.queued + late.queued,"
                + " machines = q.machines + late.machines"
                + " when not matched then insert (campaign_id, at_quarter, success, fail, abandoned, answered,"
                + " not_placed, queued, machines) values (late.campaign_id, ?, late.success, late.fail, late.abandoned,"
                + " late.answered, late.not_placed, late.queued, late.machines)");
        merge.setLong(1, quarter);
        merge.setLong(2, quarter);
        merge.setLong(3, quarter);
        merge.executeUpdate();
        var delete = transaction.statement("delete from campaign_quarter where at_quarter > ?");
        delete.setLong(1, quarter);
        delete.executeUpdate();
    }

    /** Counts by campaign since the quarter of a moment. */
    static Map<UUID, CallCounts> since(Connection connection, Instant moment) throws SQLException {
        var sql = "select campaign_id, sum(success), sum(fail), sum(abandoned), sum(answered), sum(not_placed),"
                + " sum(machines) from campaign_quarter where at_quarter >= ? group by campaign_id";
        var counts = new HashMap<UUID, CallCounts>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, quarterOf(moment));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(
                            row.getObject(1, UUID.class),
                            new CallCounts(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7)));
                }
            }
        }
        return counts;
    }

    /**
     * The latest hours of each campaign, in ascending order. They cover 30 days up to the last call of the workspace. All that
     * is older is summed up in the hour before them.
     */
    static Map<UUID, List<HourCount>> hours(Connection connection) throws SQLException {
        var hour = "greatest(at_quarter / " + QUARTERS_PER_HOUR + ", oldest)";
        var sql = "select campaign_id, " + hour + " as in_hour, sum(success + fail), sum(answered), sum(queued),"
                + " sum(abandoned), sum(machines)"
                + " from campaign_quarter, (select max(at_quarter) / " + QUARTERS_PER_HOUR
                + " - ? as oldest from campaign_quarter)"
                + " group by campaign_id, " + hour + " order by campaign_id, in_hour";
        var hours = new HashMap<UUID, List<HourCount>>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, HourCount.KEPT + 1);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    hours.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new HourCount(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7)));
                }
            }
        }
        return hours;
    }
}
