package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.CampaignCall;
import dev.outpace.model.CampaignType;
import dev.outpace.model.Compliance;
import dev.outpace.model.EndCause;
import dev.outpace.model.NumberRest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remembers the numbers that were dialed, as long as a gap or a rest may still follow. Used on the writer thread only. */
final class DialedNumbers {
    private static final Duration MAX_REST = Duration.ofHours(Compliance.MAX_REDIAL_HOURS);
    /**
     * After this many claims, {@link #NUMBERS_PER_EXAMINATION} numbers are checked and forgotten if nothing follows from them. At this
     * pace there are never more outdated numbers than current ones.
     */
    private static final int CLAIMS_BETWEEN_EXAMINATIONS = 64;

    private static final int NUMBERS_PER_EXAMINATION = 160;

    static final String KNOWN = "select target_id, ended_at, abandoned_at from dialed_number where dial_key = ?";

    private int claims;
    /** The last number that was checked. The numbers are checked in ascending order, round after round. */
    private String lastExamined = "";

    /**
     * @param targetId target of the number's last call
     * @param endedAt end of that call
     * @param abandonedAt end of the last abandoned call; null if no rest follows from it any more
     */
    record Known(UUID targetId, Instant endedAt, @Nullable Instant abandonedAt) {}

    /** Null if nothing is known of the number. */
    @Nullable
    Known known(Transaction transaction, Address address) throws SQLException {
        return known(transaction.statement(KNOWN), address);
    }

    /** @param statement of {@link #KNOWN} */
    static @Nullable Known known(PreparedStatement statement, Address address) throws SQLException {
        statement.setString(1, address.dialKey());
        try (var row = statement.executeQuery()) {
            return row.next()
                    ? new Known(
                            Columns.uuid(row, "target_id"),
                            Columns.instant(row.getLong("ended_at")),
                            Columns.instantOrNull(row, "abandoned_at"))
                    : null;
        }
    }

    /** Records the end of a call, unless the call never reached the network. */
    void ended(Transaction transaction, CampaignCall call) throws SQLException {
        var destination = call.destination();
        if (destination == null || call.referenceType() == CampaignType.FLOW || call.cause() == EndCause.NOT_PLACED) {
            return;
        }
        var abandonedAt = call.cause() == EndCause.ABANDONED ? call.endedAt() : null;
        Object[] known = {
            call.outdialTargetId(),
            Columns.microsOrNull(call.endedAt()),
            Columns.microsOrNull(abandonedAt),
            destination.dialKey()
        };
        int updated = transaction.change(
                "update dialed_number set target_id = ?, ended_at = ?, abandoned_at = coalesce(?, abandoned_at)"
                        + " where dial_key = ?",
                known);
        if (updated == 0) {
            transaction.change(
                    "insert into dialed_number (target_id, ended_at, abandoned_at, dial_key) values (?, ?, ?, ?)",
                    known);
        }
    }

    /**
     * Called with each claim. Every {@link #CLAIMS_BETWEEN_EXAMINATIONS} claims, it deletes some numbers from which nothing follows
     * any more.
     */
    void forgetOutdated(Transaction transaction, Instant now, NumberRest rest) throws SQLException {
        if (++claims % CLAIMS_BETWEEN_EXAMINATIONS != 0) {
            return;
        }
        var find = transaction.statement("select dial_key, ended_at, abandoned_at from dialed_number where dial_key > ?"
                + " order by dial_key fetch first " + NUMBERS_PER_EXAMINATION + " rows only");
        find.setString(1, lastExamined);
        var over = new ArrayList<String>();
        int examined = 0;
        try (var row = find.executeQuery()) {
            while (row.next()) {
                examined++;
                lastExamined = row.getString("dial_key");
                var abandonedAt = Columns.instantOrNull(row, "abandoned_at");
                if (isOver(Columns.instant(row.getLong("ended_at")), rest.gap(), now)
                        && (abandonedAt == null || isOver(abandonedAt, MAX_REST, now))) {
                    over.add(lastExamined);
                }
            }
        }
        if (examined < NUMBERS_PER_EXAMINATION) {
            lastExamined = "";
        }
        for (var key : over) {
            transaction.change("delete from dialed_number where dial_key = ?", key);
        }
    }

    private static boolean isOver(Instant begun, Duration rest, Instant now) {
        return !begun.plus(rest).isAfter(now);
    }

    /** Sets stored moments that are later than {@code now} to {@code now}. */
    void correctMoments(Transaction transaction, Instant now) throws SQLException {
        long micros = Columns.micros(now);
        var statement = transaction.statement("update dialed_number set ended_at = least(ended_at, ?),"
                + " abandoned_at = case when abandoned_at > ? then ? else abandoned_at end"
                + " where ended_at > ? or abandoned_at > ?");
        for (int i = 1; i <= 5; i++) {
            statement.setLong(i, micros);
        }
        statement.executeUpdate();
    }
}
