package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.store.DoNotCallTable.Content;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Do-not-call lists for a pass through many numbers: small ones are taken into memory, large ones are asked. One thread. */
final class DoNotCallNumbers implements AutoCloseable {
    /** 8 bytes each. */
    private static final int MOST_IN_MEMORY = 4_000_000;

    private static final String NUMBERS = "select entry from do_not_call_number where entry >= ? and entry < ?"
            + " order by entry fetch first " + (MOST_IN_MEMORY + 1) + " rows only";

    private final PreparedStatement find;
    private final List<Content> prefixes = new ArrayList<>();
    private final List<Content> asked = new ArrayList<>();
    private long[] numbers = new long[0];

    private DoNotCallNumbers(PreparedStatement find) {
        this.find = find;
    }

    static DoNotCallNumbers of(Connection connection, Collection<UUID> lists) throws SQLException {
        var contents = DoNotCallTable.contents(connection);
        var all = new DoNotCallNumbers(connection.prepareStatement(DoNotCallTable.FIND));
        for (var list : lists) {
            var content = contents.get(list);
            if (content != null) {
                all.take(connection, content);
            }
        }
        Arrays.sort(all.numbers);
        return all;
    }

    private void take(Connection connection, Content content) throws SQLException {
        if (!content.prefixes().isEmpty()) {
            prefixes.add(content);
        }
        int before = numbers.length;
        int count = before;
        try (var statement = connection.prepareStatement(NUMBERS)) {
            statement.setLong(1, DoNotCallTable.entry(content.version(), 0));
            statement.setLong(2, DoNotCallTable.entry(content.version() + 1, 0));
            try (var row = statement.executeQuery()) {
                while (row.next() && count <= MOST_IN_MEMORY) {
                    if (count == numbers.length) {
                        numbers = Arrays.copyOf(numbers, Math.max(1_024, count * 2));
                    }
                    numbers[count++] = DoNotCallTable.number(row.getLong(1));
                }
            }
        }
        if (count > MOST_IN_MEMORY) {
            asked.add(content);
            count = before;
        }
        numbers = Arrays.copyOf(numbers, count);
    }

    boolean has(Address address) throws SQLException {
        if (numbers.length == 0 && prefixes.isEmpty() && asked.isEmpty()) {
            return false;
        }
        var entry = DoNotCallEntries.entryOf(address);
        if (entry.isEmpty()) {
            return false;
        }
        long number = entry.getAsLong();
        if (Arrays.binarySearch(numbers, number) >= 0) {
            return true;
        }
        for (var content : prefixes) {
            if (content.hasPrefixOf(number)) {
                return true;
            }
        }
        for (var content : asked) {
            find.setLong(1, DoNotCallTable.entry(content.version(), number));
            try (var row = find.executeQuery()) {
                if (row.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws SQLException {
        find.close();
    }
}
