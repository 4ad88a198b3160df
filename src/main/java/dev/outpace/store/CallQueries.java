package dev.outpace.store;

import dev.outpace.model.CallFilter;
import dev.outpace.model.CallPage;
import dev.outpace.model.CallStep;
import dev.outpace.model.CampaignCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Reads campaign calls for the screens, one page at a time, newest first. */
public final class CallQueries {
    private static final int MAX_NEWER = 10_000;

    private final Readers readers;
    private final CallRows rows;

    CallQueries(Readers readers, CallRows rows) {
        this.readers = readers;
        this.rows = rows;
    }

    /** @param before the {@code seq} that all calls of the page are below; 0 for the newest page */
    public CompletableFuture<CallPage> page(CallFilter filter, long before, int size) {
        return readers.read(connection -> page(connection, filter, before, size));
    }

    private CallPage page(Connection connection, CallFilter filter, long before, int size) throws SQLException {
        long start = before == 0 ? newest(connection) + 1 : before;
        var sql = "select * from campaign_call where seq < ?" + conditions(filter)
                + (filter.campaignId() == null ? " order by seq desc" : " order by campaign_id desc, seq desc")
                + " fetch first ? rows only";
        var found = new ArrayList<CampaignCall>();
        long last = 0;
        try (var statement = connection.prepareStatement(sql)) {
            var set = new Setter(statement);
            set.number(start);
            set(set, filter);
            set.number(size);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(rows.read(row));
                    last = row.getLong("seq");
                }
            }
        }
        return new CallPage(List.copyOf(found), start, found.size() < size ? 0 : last);
    }

    private static long newest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select max(seq) from campaign_call");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Counts the calls that were placed since a page was read and that pass its filter now. At most the latest 10,000 calls are
     * examined.
     *
     * @param start {@link CallPage#start} of that page
     */
    public CompletableFuture<Integer> countNewer(CallFilter filter, long start) {
        return readers.read(connection -> {
            var sql =
                    "select count(*) from (select campaign_id, cause, taken_late, target_name, destination, created_at"
                            + " from campaign_call where seq >= ? order by seq desc fetch first " + MAX_NEWER
                            + " rows only) where true" + conditions(filter);
            try (var statement = connection.prepareStatement(sql)) {
                var set = new Setter(statement);
                set.number(start);
                set(set, filter);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
    }

    /** Reads calls by id, in no particular order. Unknown ids are left out. */
    public CompletableFuture<List<CampaignCall>> calls(Collection<UUID> ids) {
        return readers.read(connection -> {
            var found = new ArrayList<CampaignCall>();
            try (var statement = connection.prepareStatement("select * from campaign_call where id = ?")) {
                for (var id : ids) {
                    statement.setObject(1, id);
                    try (var row = statement.executeQuery()) {
                        if (row.next()) {
                            found.add(rows.read(row));
                        }
                    }
                }
            }
            return found;
        });
    }

    private static String conditions(CallFilter filter) {
        var sql = new StringBuilder();
        if (filter.campaignId() != null) {
            sql.append(" and campaign_id = ?");
        }
        if (!filter.causes().isEmpty()) {
            sql.append(" and (cause in (")
                    .append("?, ".repeat(filter.causes().size() - 1))
                    .append(filter.isOfAbandoned() ? "?) or (taken_late and cause is not null))" : "?))");
        }
        if (!filter.text().isBlank()) {
            sql.append(" and (lower(target_name) like ? escape '!' or destination like ? escape '!')");
        }
        if (filter.from() != null) {
            sql.append(" and created_at >= ?");
        }
        return sql.toString();
    }

    private static void set(Setter set, CallFilter filter) throws SQLException {
        if (filter.campaignId() != null) {
            set.id(Objects.requireNonNull(filter.campaignId()));
        }
        for (var cause : filter.causes()) {
            set.text(cause.name());
        }
        if (!filter.text().isBlank()) {
            set.text(TargetCondition.like(filter.text()).toLowerCase(Locale.ROOT));
            set.text(TargetCondition.like(filter.text().replaceAll("[\\s()-]", "")));
        }
        if (filter.from() != null) {
            set.moment(filter.from());
        }
    }

    public CompletableFuture<List<CallStep>> steps(UUID callId) {
        return readers.read(connection -> {
            var steps = new ArrayList<CallStep>();
            try (var statement =
                    connection.prepareStatement("select * from campaign_call_step where call_id = ? order by seq")) {
                statement.setObject(1, callId);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        steps.add(new CallStep(
                                callId,
                                Columns.instant(row.getLong("at")),
                                CallStep.Kind.valueOf(row.getString("kind")),
                                Columns.uuid(row, "action_id"),
                                row.getString("text")));
                    }
                }
            }
            return steps;
        });
    }

    /**
     * Reads all calls after {@code afterSeq}, oldest first, for audits. {@link CallPage#next} is the {@code seq} of the last
     * call read.
     */
    public CompletableFuture<CallPage> inOrder(long afterSeq, int size) {
        return readers.read(connection -> {
            var found = new ArrayList<CampaignCall>();
            long last = afterSeq;
            try (var statement = connection.prepareStatement(
                    "select * from campaign_call where seq > ? order by seq fetch first ? rows only")) {
                statement.setLong(1, afterSeq);
                statement.setInt(2, size);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(rows.read(row));
                        last = row.getLong("seq");
                    }
                }
            }
            return new CallPage(List.copyOf(found), afterSeq, found.size() < size ? 0 : last);
        });
    }

    public CompletableFuture<List<CampaignCall>> inProgress() {
        return readers.read(rows::inProgress);
    }
}
