package dev.outpace.ui.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Rows by id, and the list that views look at: a row stays the same object as long as its thing is there. */
final class Rows<R> {
    private final Map<UUID, R> byId = new LinkedHashMap<>();
    private final Map<UUID, R> added = new LinkedHashMap<>();
    private final Set<R> removed = new LinkedHashSet<>();
    private final ObservableList<R> list = FXCollections.observableArrayList();
    private final ObservableList<R> shown = FXCollections.unmodifiableObservableList(list);

    ObservableList<R> list() {
        return shown;
    }

    @Nullable
    R get(UUID id) {
        return byId.get(id);
    }

    Collection<R> all() {
        return byId.values();
    }

    /** Comes into the list with the next {@link #settle}. */
    void add(UUID id, R row) {
        byId.put(id, row);
        added.put(id, row);
    }

    /** Leaves the list with the next {@link #settle}. */
    @Nullable
    R remove(UUID id) {
        var row = byId.remove(id);
        if (row != null && added.remove(id) == null) {
            removed.add(row);
        }
        return row;
    }

    /** Changes the list in two steps at most, whatever came and went. */
    void settle() {
        if (!removed.isEmpty()) {
            list.removeIf(removed::contains);
            removed.clear();
        }
        if (!added.isEmpty()) {
            list.addAll(List.copyOf(added.values()));
            added.clear();
        }
    }
}
