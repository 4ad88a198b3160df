package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.DoNotCallEntries;
import dev.outpace.model.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The entries of do-not-call lists. Each list has one version in force; a new one is loaded beside it. Used on the writer thread only,
 * but for what takes a connection of its own.
 */
final class DoNotCallTable {
    static final String FIND = "select 1 from do_not_call_number where entry = ?";

    private static final int BEING_LOADED = 0;
    private static final int IN_FORCE = 1;
    private static final int BEING_DELETED = 2;

    /** The versions there may be at once: what is left of a positive long beside the number. */
    private static final int VERSIONS = 1 << (Long.SIZE - 1 - DoNotCallEntries.BITS);

    private final Map<UUID, Content> inForce = new HashMap<>();

    /** Few: numbers are looked up in the database. */
    record Content(int version, Set<Long> prefixes) {
        boolean hasPrefixOf(long number) {
            if (prefixes.isEmpty()) {
                return false;
            }
            for (long start = number; start > 0; start /= 10) {
                if (prefixes.contains(start)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Reads what is kept in memory. */
    void load(Connection connection) throws SQLException {
        inForce.clear();
        inForce.putAll(contents(connection));
    }

    static Map<UUID, Content> contents(Connection connection) throws SQLException {
        var found = new HashMap<UUID, Content>();
        try (var statement = connection.prepareStatement("select v.list_id, v.version, p.prefix"
                        + " from do_not_call_version v left join do_not_call_prefix p on p.version = v.version"
                        + " where v.state = " + IN_FORCE);
                var row = statement.executeQuery()) {
            while (row.next()) {
                int version = row.getInt(2);
                var content =
                        found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new Content(version, new HashSet<>()));
                long prefix = row.getLong(3);
                if (!row.wasNull()) {
                    content.prefixes().add(prefix);
                }
            }
        }
        return found;
    }

    boolean isEmpty() {
        return inForce.isEmpty();
    }

    /** The first of these lists that an address is on; null for none. */
    @Nullable
    UUID find(Transaction transaction, Collection<UUID> lists, Address address) throws SQLException {
        return lists.isEmpty() || inForce.isEmpty() ? null : find(inForce, transaction.statement(FIND), lists, address);
    }

    /** @param statement of {@link #FIND} */
    static @Nullable UUID find(
            Map<UUID, Content> contents, PreparedStatement statement, Collection<UUID> lists, Address address)
            throws SQLException {
        var number = DoNotCallEntries.entryOf(address);
        if (number.isEmpty()) {
            return null;
        }
        for (var list : lists) {
            var content = contents.get(list);
            if (content != null && has(content, statement, number.getAsLong())) {
                return list;
            }
        }
        return null;
    }

    private static boolean has(Content content, PreparedStatement statement, long number) throws SQLException {
        if (content.hasPrefixOf(number)) {
            return true;
        }
        statement.setLong(1, entry(content.version(), number));
        try (var row = statement.executeQuery()) {
            return row.next();
        }
    }

    static long entry(int version, long number) {
        return ((long) version << DoNotCallEntries.BITS) | number;
    }

    static long number(long entry) {
        return entry & ((1L << DoNotCallEntries.BITS) - 1);
    }

    /**
     * Begins a new version of a list, which is not in force yet.
     *
     * @return its number; empty if another one is being loaded
     */
    static OptionalInt begin(Transaction transaction, UUID listId) throws SQLException {
        return beingLoaded(transaction, listId) == null
                ? OptionalInt.of(make(transaction, listId, BEING_LOADED))
                : OptionalInt.empty();
    }

    static @Nullable Integer beingLoaded(Transaction transaction, UUID listId) throws SQLException {
        var find = transaction.statement(
                "select version from do_not_call_version where list_id = ? and state = " + BEING_LOADED);
        find.setObject(1, listId);
        try (var row = find.executeQuery()) {
            return row.next() ? row.getInt(1) : null;
        }
    }

    private static int make(Transaction transaction, UUID listId, int state) throws SQLException {
        var taken = new HashSet<Integer>();
        try (var row =
                transaction.statement("select version from do_not_call_version").executeQuery()) {
            while (row.next()) {
                taken.add(row.getInt(1));
            }
        }
        int version = 0;
        while (taken.contains(version)) {
            version++;
        }
        if (version >= VERSIONS) {
            throw new StoreException(Problem.error("dnc.too_many_lists", "", VERSIONS));
        }
        var make = transaction.statement(
                "insert into do_not_call_version (version, list_id, state, numbers) values (?, ?, ?, 0)");
        make.setInt(1, version);
        make.setObject(2, listId);
        make.setInt(3, state);
        make.executeUpdate();
        return version;
    }

    /** The version in force; null for a list without entries. */
    @Nullable
    Integer versionOf(UUID listId) {
        var content = inForce.get(listId);
        return content == null ? null : content.version();
    }

    /** Puts a loaded version in force, and the one before out of it. */
    void switchTo(Transaction transaction, UUID listId, int version) throws SQLException {
        retire(transaction, listId);
        var count = transaction.statement("update do_not_call_version set state = " + IN_FORCE + " where version = ?");
        count.setInt(1, version);
        count.executeUpdate();
        inForce.put(listId, new Content(version, prefixes(transaction, version)));
    }

    static Set<Long> prefixes(Transaction transaction, int version) throws SQLException {
        var prefixes = new HashSet<Long>();
        var read = transaction.statement("select prefix from do_not_call_prefix where version = ?");
        read.setInt(1, version);
        try (var row = read.executeQuery()) {
            while (row.next()) {
                prefixes.add(row.getLong(1));
            }
        }
        return prefixes;
    }

    /** The version in force is out of force from this commit on, and will be deleted. */
    boolean retire(Transaction transaction, UUID listId) throws SQLException {
        var before = inForce.remove(listId);
        if (before == null) {
            return false;
        }
        discard(transaction, before.version());
        return true;
    }

    static void discard(Transaction transaction, int version) throws SQLException {
        var discard =
                transaction.statement("update do_not_call_version set state = " + BEING_DELETED + " where version = ?");
        discard.setInt(1, version);
        discard.executeUpdate();
    }

    /** Called at opening: what was being loaded when the last process ended is not wanted any more. */
    static List<Integer> leftovers(Transaction transaction) throws SQLException {
        transaction
                .statement("update do_not_call_version set state = " + BEING_DELETED + " where state = " + BEING_LOADED)
                .executeUpdate();
        return beingDeleted(transaction);
    }

    static List<Integer> beingDeleted(Transaction transaction) throws SQLException {
        var versions = new ArrayList<Integer>();
        try (var row = transaction
                .statement("select version from do_not_call_version where state = " + BEING_DELETED)
                .executeQuery()) {
            while (row.next()) {
                versions.add(row.getInt(1));
            }
        }
        return versions;
    }

    /** @return whether there is more to delete */
    static boolean deleteChunk(Transaction transaction, int version, int chunk) throws SQLException {
        var numbers = transaction.statement(
                "delete from do_not_call_number where entry >= ? and entry < ? fetch first " + chunk + " rows only");
        numbers.setLong(1, entry(version, 0));
        numbers.setLong(2, entry(version + 1, 0));
        if (numbers.executeUpdate() == chunk) {
            return true;
        }
        for (var table : List.of("do_not_call_prefix", "do_not_call_version")) {
            var rest = transaction.statement("delete from " + table + " where version = ?");
            rest.setInt(1, version);
            rest.executeUpdate();
        }
        return false;
    }

    /**
     * Adds a number to a list at once, also to the version that is being loaded.
     *
     * @return whether the list did not have it
     */
    boolean add(Transaction transaction, UUID listId, long number) throws SQLException {
        var loading = beingLoaded(transaction, listId);
        if (loading != null) {
            insert(transaction, loading, number);
        }
        var content = inForce.get(listId);
        if (content == null) {
            content = new Content(make(transaction, listId, IN_FORCE), new HashSet<>());
            inForce.put(listId, content);
        }
        return insert(transaction, content.version(), number);
    }

    private static boolean insert(Transaction transaction, int version, long number) throws SQLException {
        long entry = entry(version, number);
        int added = transaction.change(
                "insert into do_not_call_number (entry) select ? where not exists"
                        + " (select 1 from do_not_call_number where entry = ?)",
                entry,
                entry);
        count(transaction, version, added);
        return added == 1;
    }

    static void count(Transaction transaction, int version, int more) throws SQLException {
        if (more != 0) {
            transaction.change(
                    "update do_not_call_version set numbers = numbers + ? where version = ?", (long) more, (long)
                            version);
        }
    }

    /**
     * Takes a number off a list at once. Not while a version is being loaded, which may have it.
     *
     * @return whether the list had it
     */
    boolean remove(Transaction transaction, UUID listId, long number) throws SQLException {
        var content = inForce.get(listId);
        if (content == null
                || transaction.change(
                                "delete from do_not_call_number where entry = ?", entry(content.version(), number))
                        == 0) {
            return false;
        }
        count(transaction, content.version(), -1);
        return true;
    }
}
