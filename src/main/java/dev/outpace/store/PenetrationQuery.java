package dev.outpace.store;

import dev.outpace.model.Penetration;
import dev.outpace.model.TargetStanding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Counts the targets of a list by standing. Of those that wait, H2 reads only an index. */
final class PenetrationQuery {
    private final UUID outdialId;
    private final RulesNow rules;

    PenetrationQuery(UUID outdialId, RulesNow rules) {
        this.outdialId = outdialId;
        this.rules = rules;
    }

    Penetration on(Connection connection) throws SQLException {
        var counts = new EnumMap<TargetStanding, Long>(TargetStanding.class);
        var closed = rules.closed(connection);
        var waiting = TargetCondition.empty();
        waiting.standingOfWaiting(rules.now(), closed);
        var index = closed.isEmpty() ? "target_range" : "target_class";
        var others = TargetCondition.empty();
        others.standing(rules.now(), closed);
        var sql = "select standing, count(*) from (select " + waiting.sql() + " as standing from target use index ("
                + index + ") where outdial_id = ? and "
                + TargetState.oneOf(TargetState.FRESH, TargetState.RETRY, TargetState.RETRY_OR_AGENT)
                + ") group by standing union all select standing, count(*) from (select " + others.sql()
                + " as standing from target where outdial_id = ? and "
                + TargetState.oneOf(
                        TargetState.HELD,
                        TargetState.PROGRESSING,
                        TargetState.DONE,
                        TargetState.NOT_CALLABLE,
                        TargetState.BARRED)
                + ") group by standing";
        // One statement, so that all counts are of the same moment.
        try (var statement = connection.prepareStatement(sql)) {
            int place = waiting.set(statement, 1);
            statement.setObject(place, outdialId);
            place = others.set(statement, place + 1);
            statement.setObject(place, outdialId);
            add(counts, statement);
        }
        return new Penetration(counts, rules.now());
    }

    private static void add(Map<TargetStanding, Long> counts, PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                counts.merge(TargetStanding.valueOf(row.getString(1)), row.getLong(2), Long::sum);
            }
        }
    }
}
