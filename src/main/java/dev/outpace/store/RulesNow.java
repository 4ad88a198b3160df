package dev.outpace.store;

import dev.outpace.model.RuleSet;
import dev.outpace.rules.Callee;
import dev.outpace.rules.CallingRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which calling rules a list is called, and when it is looked at.
 *
 * @param rules null for none
 */
public record RulesNow(@Nullable RuleSet rules, Instant now) {

    /**
     * The classes of hours that are closed now. A class that was not found out yet counts as open: rules look at its targets
     * when their turn comes.
     */
    List<Integer> closed(Connection connection) throws SQLException {
        var closed = new ArrayList<Integer>();
        if (rules == null) {
            return closed;
        }
        var calling = new CallingRules(rules, ZoneId.systemDefault());
        try (var statement = connection.prepareStatement("select id, callees from hours_class");
                var row = statement.executeQuery()) {
            while (row.next()) {
                if (HoursClasses.callees(row.getString(2)).stream().noneMatch(callee -> mayBeCalled(calling, callee))) {
                    closed.add(row.getInt(1));
                }
            }
        }
        return closed;
    }

    /** One that can never be called is not closed: it is looked at once, and barred. */
    private boolean mayBeCalled(CallingRules calling, Callee callee) {
        var hours = calling.hours(callee);
        return hours.isOpen(now) || hours.opensAt(now).isEmpty();
    }
}
