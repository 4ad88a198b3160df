package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.AttemptLimit;
import dev.outpace.model.EndCause;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.RestRules;
import dev.outpace.model.RuleSet;
import dev.outpace.rules.CallingRules;
import dev.outpace.rules.Done;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was done before to a number and to a person, over all campaigns and lists. It is counted from the calls themselves, so no
 * limit is forgotten that a stored call counts for. A call that never reached the network counts for nothing.
 */
final class CallHistory {
    /** Calls of one number or person that are read at most, the latest first. */
    private static final int MAX_CALLS = AttemptLimit.MOST_CALLS;
    /** Rests begin at the end of a call, but calls are found by when they were dialed. */
    private static final Duration LONGEST_CALL = Duration.ofDays(1);

    private static final String OF_CALL = "select c.created_at, c.cause, c.connected_at, c.ended_at from ";
    static final String COUNTS =
            " and c.reference_type = 'CALL' and (c.cause is null or c.cause <> '" + EndCause.NOT_PLACED + "')";

    static final String TO_NUMBER = OF_CALL + "campaign_call c where c.destination = ? and c.destination_type = ?"
            + " and c.created_at > ?" + COUNTS + " order by c.destination desc, c.seq desc fetch first " + MAX_CALLS
            + " rows only";
    static final String TO_TARGET = OF_CALL + "campaign_call c where c.outdial_target_id = ? and c.created_at > ?"
            + COUNTS + " order by c.outdial_target_id desc, c.seq desc fetch first " + MAX_CALLS + " rows only";
    static final String TO_PERSON = OF_CALL + "call_person p join campaign_call c on c.id = p.call_id"
            + " where p.person = ? and p.at > ?" + COUNTS + " order by p.person desc, p.at desc fetch first "
            + MAX_CALLS + " rows only";

    /** Prepares a query, or gives it prepared. */
    interface Statements {
        PreparedStatement of(String sql) throws SQLException;
    }

    private static final class Found {
        private final Instant now;
        private final List<Instant> dials = new ArrayList<>();
        private @Nullable Instant conversation;
        private @Nullable Instant refusal;
        private @Nullable Instant abandon;

        Found(Instant now) {
            this.now = now;
        }

        void read(PreparedStatement statement) throws SQLException {
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    read(row);
                }
            }
        }

        private void read(ResultSet row) throws SQLException {
            dials.add(notLater(Columns.instant(row.getLong(1))));
            var cause = row.getString(2);
            var connectedAt = Columns.instantOrNull(row, "connected_at");
            var endedAt = Columns.instantOrNull(row, "ended_at");
            var end = endedAt == null ? now : notLater(endedAt);
            if (connectedAt != null) {
                conversation = later(conversation, end);
            }
            if (EndCause.REJECTED.name().equals(cause)) {
                refusal = later(refusal, end);
            }
            if (EndCause.ABANDONED.name().equals(cause)) {
                abandon = later(abandon, end);
            }
        }

        /** What a clock stored that was ahead happened now at the latest. */
        private Instant notLater(Instant moment) {
            return moment.isAfter(now) ? now : moment;
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** @param person value of the set's key column; empty where a target is a person */
    static Done done(
            Statements statements, CallingRules rules, OutdialTarget target, Address number, String person, Instant now)
            throws SQLException {
        var longest = longest(rules);
        if (longest.isZero()) {
            return Done.NOTHING;
        }
        var toNumber = toNumber(statements, number, now, longest);
        var toPerson = new Found(now);
        var statement = statements.of(person.isEmpty() ? TO_TARGET : TO_PERSON);
        if (person.isEmpty()) {
            statement.setObject(1, target.id());
        } else {
            statement.setString(1, person);
        }
        statement.setLong(2, since(now, longest));
        toPerson.read(statement);
        return new Done(
                toNumber.dials,
                toPerson.dials,
                later(toNumber.conversation, toPerson.conversation),
                later(toNumber.refusal, toPerson.refusal),
                toNumber.abandon);
    }

    /** What was done to a number, whoever its targets are: they count as one person. */
    static Done ofNumber(Statements statements, CallingRules rules, Address number, Instant now) throws SQLException {
        var longest = longest(rules);
        if (longest.isZero()) {
            return Done.NOTHING;
        }
        var found = toNumber(statements, number, now, longest);
        return new Done(found.dials, found.dials, found.conversation, found.refusal, found.abandon);
    }

    private static Found toNumber(Statements statements, Address number, Instant now, Duration longest)
            throws SQLException {
        var found = new Found(now);
        var statement = statements.of(TO_NUMBER);
        statement.setString(1, number.target());
        statement.setString(2, number.type());
        statement.setLong(3, since(now, longest));
        found.read(statement);
        return found;
    }

    static long since(Instant now, Duration longest) {
        return Columns.micros(now.minus(longest).minus(LONGEST_CALL));
    }

    static Duration longest(CallingRules rules) {
        return Stream.concat(Stream.of(rules.longestLimit()), rests(rules.set()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Stream<Duration> rests(RuleSet set) {
        RestRules rest = set.rest();
        return Stream.of(rest.conversation(), rest.refusal(), rest.abandon());
    }
}
