package dev.outpace.store;

import dev.outpace.engine.TargetPool.Claim;
import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.store.DoNotCallTable.Content;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads do-not-call lists for people. */
public final class DoNotCallQueries {
    private final Readers readers;
    private final Supplier<Connection> passing;

    /** How many entries a list has. */
    public record Size(long numbers, int prefixes) {
        public static final Size NONE = new Size(0, 0);

        public long entries() {
            return numbers + prefixes;
        }
    }

    /** @param passing opens a connection for a pass through a whole list, which takes long */
    DoNotCallQueries(Readers readers, Supplier<Connection> passing) {
        this.readers = readers;
        this.passing = passing;
    }

    /** Sizes of the lists that have entries. */
    public CompletableFuture<Map<UUID, Size>> sizes() {
        return readers.read(connection -> {
            var sizes = new HashMap<UUID, Size>();
            try (var statement = connection.prepareStatement("select list_id, numbers,"
                            + " (select count(*) from do_not_call_prefix p where p.version = v.version)"
                            + " from do_not_call_version v where state = 1");
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    sizes.put(row.getObject(1, UUID.class), new Size(row.getLong(2), row.getInt(3)));
                }
            }
            return sizes;
        });
    }

    /** Numbers of all versions, what is still to be deleted among them. */
    CompletableFuture<Long> rows() {
        return readers.read(connection -> {
            try (var statement = connection.prepareStatement("select count(*) from do_not_call_number");
                    var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    /** The first of these lists that an address is on. */
    public CompletableFuture<Optional<UUID>> find(Collection<UUID> lists, Address address) {
        return readers.read(connection -> Optional.ofNullable(find(connection, lists, address)));
    }

    private static @Nullable UUID find(Connection connection, Collection<UUID> lists, Address address)
            throws SQLException {
        return new Looking(connection).find(lists, address);
    }

    /** Looks many numbers up, in the lists as they are now. One thread; it keeps a connection until it is closed. */
    public static final class Lookup implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement statement;
        private final Map<UUID, Content> contents;
        private final Collection<UUID> lists;

        private Lookup(Connection connection, Collection<UUID> lists) throws SQLException {
            this.connection = connection;
            this.lists = lists;
            contents = DoNotCallTable.contents(connection);
            statement = connection.prepareStatement(DoNotCallTable.FIND);
        }

        /** The first of the lists that an address is on. */
        public Optional<UUID> find(Address address) {
            try {
                return Optional.ofNullable(DoNotCallTable.find(contents, statement, lists, address));
            } catch (SQLException failure) {
                throw Store.failed(failure);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw Store.failed(failure);
            }
        }
    }

    /** Must be closed. */
    public Lookup lookup(Collection<UUID> lists) {
        try {
            return new Lookup(passing.get(), lists);
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }

    /** Looks numbers up with a reader's connection, in the lists as they are now. */
    static final class Looking {
        private final Connection connection;
        private final Map<UUID, Content> contents;

        Looking(Connection connection) throws SQLException {
            this.connection = connection;
            contents = DoNotCallTable.contents(connection);
        }

        @Nullable
        UUID find(Collection<UUID> lists, Address address) throws SQLException {
            if (lists.isEmpty() || contents.isEmpty()) {
                return null;
            }
            try (var statement = connection.prepareStatement(DoNotCallTable.FIND)) {
                return DoNotCallTable.find(contents, statement, lists, address);
            }
        }

        /** The number of a target that a claim would dial next as far as do-not-call lists go; null for none. */
        @Nullable
        Address firstAllowed(OutdialTarget target, Claim claim) throws SQLException {
            var index = target.nextDestination(claim.outplan());
            while (index.isPresent()) {
                var number = Objects.requireNonNull(target.destinations().get(index.getAsInt()));
                if (find(claim.doNotCall(), number) == null) {
                    return number;
                }
                index = target.nextDestination(claim.outplan(), index.getAsInt() + 1);
            }
            return null;
        }
    }

    /**
     * Passes through the entries of a list: its prefixes, then its numbers, each in ascending order. Blocks its caller, and keeps one
     * number in memory at a time.
     */
    public void each(UUID listId, LongConsumer prefix, LongConsumer number) {
        try (var connection = passing.get();
                var lazy = connection.createStatement()) {
            lazy.execute("set lazy_query_execution 1");
            var content = DoNotCallTable.contents(connection).getOrDefault(listId, new Content(-1, Set.of()));
            content.prefixes().stream().mapToLong(Long::longValue).sorted().forEach(prefix);
            if (content.version() < 0) {
                return;
            }
            try (var statement = connection.prepareStatement(
                    "select entry from do_not_call_number where entry >= ? and entry < ? order by entry")) {
                statement.setLong(1, DoNotCallTable.entry(content.version(), 0));
                statement.setLong(2, DoNotCallTable.entry(content.version() + 1, 0));
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        number.accept(DoNotCallTable.number(row.getLong(1)));
                    }
                }
            }
        } catch (SQLException failure) {
            throw Store.failed(failure);
        }
    }
}
