package dev.outpace.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement in ascending order. */
final class Setter {
    final PreparedStatement statement;
    private int place;

    Setter(PreparedStatement statement) {
        this.statement = statement;
    }

    void text(@Nullable String value) throws SQLException {
        statement.setString(++place, value);
    }

    void number(long value) throws SQLException {
        statement.setLong(++place, value);
    }

    void numbers(Object[] values) throws SQLException {
        statement.setArray(++place, statement.getConnection().createArrayOf("bigint", values));
    }

    void flag(boolean value) throws SQLException {
        statement.setBoolean(++place, value);
    }

    void id(UUID value) throws SQLException {
        statement.setObject(++place, value);
    }

    void day(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            statement.setNull(++place, Types.INTEGER);
        } else {
            statement.setLong(++place, value.toEpochDay());
        }
    }

    void moment(@Nullable Instant value) throws SQLException {
        Columns.setInstant(statement, ++place, value);
    }
}
