package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.Json;
import dev.outpace.model.Outplan;
import dev.outpace.numbers.NumberReader;
import dev.outpace.numbers.Reading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts phone numbers that an older version stored as the user wrote them into the form in which they are dialed. Runs once
 * for a workspace, when it is opened. Each chunk has its own commit, and converting twice changes nothing; after a kill the
 * next opening continues. Calls keep the number that was dialed.
 */
final class WrittenNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenNumbers.class);
    private static final String DONE = "numbers_read";
    private static final int CHUNK = 1_000;
    /**
     * Problems of numbers that may be valid in another region. Such numbers are dialed as before. A number that is valid
     * nowhere is kept, but not dialed.
     */
    private static final Set<String> OF_ANOTHER_REGION =
            Set.of("number.ambiguous", "number.not_in_use", "number.too_long", "number.too_short");

    private static final int MIN_DIGITS = 7;

    private final Columns columns;
    private final NumberReader numbers = new NumberReader(NumberReader.FIRST_REGION);

    WrittenNumbers(Columns columns) {
        this.columns = columns;
    }

    void read(Connection connection) {
        try {
            if (!isDone(connection)) {
                long rows = 0;
                long last = -1;
                for (var chunk = chunk(connection, last); !chunk.isEmpty(); chunk = chunk(connection, last)) {
                    write(connection, chunk);
                    last = chunk.getLast().seq();
                    rows += chunk.size();
                    connection.commit();
                }
                if (rows > 0) {
                    LOG.info("Read the numbers of {} targets", rows);
                }
                done(connection);
                connection.commit();
            }
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    private static boolean isDone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 1 from setting where name = ?")) {
            statement.setString(1, DONE);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void done(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("merge into setting (name, content) key (name) values (?, '')")) {
            statement.setString(1, DONE);
            statement.executeUpdate();
        }
    }

    private record Row(long seq, List<@Nullable Address> before, List<@Nullable Address> after) {}

    private List<Row> chunk(Connection connection, long after) throws SQLException {
        var found = new ArrayList<Row>(CHUNK);
        try (var statement =
                connection.prepareStatement("select seq, address_names, type_0, number_0, type_1, number_1,"
                        + " type_2, number_2, type_3, number_3, type_4, number_4 from target where seq > ?"
                        + " order by seq fetch first ? rows only")) {
            statement.setLong(1, after);
            statement.setInt(2, CHUNK);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var before = addresses(row);
                    found.add(new Row(row.getLong("seq"), before, read(before)));
                }
            }
        }
        return found;
    }

    private List<@Nullable Address> addresses(ResultSet row) throws SQLException {
        var names = columns.unknown(row.getString("address_names"));
        var addresses = new ArrayList<@Nullable Address>(Outplan.DESTINATIONS);
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var type = row.getString("type_" + i);
            var named = names.get(Integer.toString(i)) instanceof Json.Obj found ? found : Json.Obj.EMPTY;
            addresses.add(type == null ? null : Columns.named(type, row.getString("number_" + i), named));
        }
        return addresses;
    }

    private List<@Nullable Address> read(List<@Nullable Address> before) {
        var dialed = new HashSet<String>();
        var after = new ArrayList<@Nullable Address>(before.size());
        for (var address : before) {
            var read =
                    address == null || address.isEmpty() || !address.written().isEmpty() ? address : read(address);
            if (read != null && !read.isEmpty() && !dialed.add(read.dialKey())) {
                read = undialed(read);
            }
            after.add(read);
        }
        return after;
    }

    private Address read(Address address) {
        return switch (numbers.read(address.type(), address.target())) {
            case Reading.Dialable(var read, var _) -> with(address, read.type(), read.target());
            case Reading.Refused(var reason) -> {
                long digits =
                        address.target().chars().filter(Character::isDigit).count();
                yield OF_ANOTHER_REGION.contains(reason.code()) && digits >= MIN_DIGITS ? address : undialed(address);
            }
        };
    }

    private static Address undialed(Address address) {
        return with(address, address.type(), "");
    }

    private static Address with(Address address, String type, String target) {
        return new Address(type, target, address.targetName(), address.name(), address.detail())
                .writtenAs(address.asWritten());
    }

    private void write(Connection connection, List<Row> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement("update target set address_names = ?, type_0 = ?, number_0 = ?,"
                        + " type_1 = ?, number_1 = ?, type_2 = ?, number_2 = ?, type_3 = ?, number_3 = ?, type_4 = ?,"
                        + " number_4 = ? where seq = ?")) {
            boolean any = false;
            for (var row : rows) {
                if (!row.before().equals(row.after())) {
                    set(statement, row);
                    statement.addBatch();
                    any = true;
                }
            }
            if (any) {
                statement.executeBatch();
            }
        }
    }

    private void set(PreparedStatement statement, Row row) throws SQLException {
        statement.setString(1, columns.addressNames(row.after()));
        for (int i = 0; i < Outplan.DESTINATIONS; i++) {
            var address = row.after().get(i);
            statement.setString(2 + 2 * i, address == null ? null : address.type());
            statement.setString(3 + 2 * i, address == null ? null : address.target());
        }
        statement.setLong(12, row.seq());
    }
}
