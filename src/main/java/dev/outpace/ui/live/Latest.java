package dev.outpace.ui.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** What was told since the last look, merged by id; any thread tells, the FX thread looks. */
final class Latest<V> {
    private final Map<UUID, V> told = new LinkedHashMap<>();

    synchronized void put(UUID id, V value) {
        told.put(id, value);
    }

    synchronized void merge(UUID id, V value, BinaryOperator<V> merging) {
        told.merge(id, value, merging);
    }

    synchronized List<V> take() {
        var all = new ArrayList<>(told.values());
        told.clear();
        return all;
    }
}
