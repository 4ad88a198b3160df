package dev.outpace.store;

import dev.outpace.model.Address;
import dev.outpace.model.OutdialTarget;
import dev.outpace.model.TargetRouting;
import dev.outpace.rules.Callee;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The classes of targets that are alike for any calling hours: those whose numbers may be in the same zones and regions. They
 * depend on the targets alone, so no row changes when hours open or close, or when a set of rules is edited. Used on the writer
 * thread, or by one reader alone that only loads them.
 */
final class HoursClasses {
    /** Of a target whose class was not found out yet. */
    static final int UNKNOWN = 0;
    /** Of targets for which no number is left. They are looked at one by one. */
    static final int OTHERS = Short.MAX_VALUE;

    private static final String SEPARATOR = "|";

    private final BiFunction<Address, TargetRouting, Callee> callees;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, Set<Callee>> members = new HashMap<>();

    /** @param callees tells where a number may be */
    HoursClasses(BiFunction<Address, TargetRouting, Callee> callees) {
        this.callees = callees;
    }

    void load(Connection connection) throws SQLException {
        ids.clear();
        members.clear();
        try (var statement = connection.prepareStatement("select id, callees from hours_class");
                var row = statement.executeQuery()) {
            while (row.next()) {
                put(row.getString(2), row.getInt(1));
            }
        }
    }

    private void put(String key, int id) {
        ids.put(key, id);
        members.put(id, callees(key));
    }

    /** @param key of a class, as it is stored */
    static Set<Callee> callees(String key) {
        return Arrays.stream(key.split("\\|", -1)).map(Callee::ofKey).collect(Collectors.toUnmodifiableSet());
    }

    Callee callee(Address number, TargetRouting own) {
        return callees.apply(number, own);
    }

    /** Where a number of a target is whose class may be known. */
    Callee callee(Address number, TargetRouting own, int hoursClass) {
        var all = callees(hoursClass);
        return all.size() == 1 ? all.iterator().next() : callee(number, own);
    }

    /** Empty for {@link #UNKNOWN} and {@link #OTHERS}. */
    Set<Callee> callees(int hoursClass) {
        return members.getOrDefault(hoursClass, Set.of());
    }

    /** Where the numbers of a target may be. */
    Set<Callee> callees(OutdialTarget target) {
        return target.destinations().stream()
                .filter(Objects::nonNull)
                .filter(address -> !address.isEmpty())
                .map(address -> callee(address, target.routing()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The class of a target; a new one is stored. */
    int of(Transaction transaction, OutdialTarget target) throws SQLException {
        var keys = new TreeSet<String>();
        target.destinations().stream()
                .filter(Objects::nonNull)
                .filter(address -> !address.isEmpty())
                .forEach(address -> keys.add(callee(address, target.routing()).key()));
        if (keys.isEmpty()) {
            return OTHERS;
        }
        var key = String.join(SEPARATOR, keys);
        var known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = ids.size() + 1;
        if (id >= OTHERS) {
            return OTHERS;
        }
        transaction.change("insert into hours_class (id, callees) values (?, ?)", id, key);
        put(key, id);
        return id;
    }
}
