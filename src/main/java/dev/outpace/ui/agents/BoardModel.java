package dev.outpace.ui.agents;

import dev.outpace.model.AgentStatus;
import dev.outpace.ui.live.AgentRow;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which agents are shown and in which order: ringing, available, busy, away, offline, in each the longest first. Who moves
 * is taken out and put in again; nobody else is compared anew, however many there are.
 */
final class BoardModel {

    /**
     * Where an agent belongs.
     *
     * @param since {@link Instant#MAX} while unknown
     */
    record Place(AgentRow row, int rank, Instant since, String name) {
        static Place of(AgentRow row) {
            var moment = row.moment();
            return new Place(
                    row,
                    BoardModel.rank(row.status()),
                    moment == null ? Instant.MAX : moment.since(),
                    row.agent().name());
        }

        UUID id() {
            return row.id();
        }
    }

    static final Comparator<Place> ORDER = Comparator.comparingInt(Place::rank)
            .thenComparing(Place::since)
            .thenComparing(Place::name)
            .thenComparing(Place::id);

    private final Comparator<Place> order;
    private final List<Place> places = new ArrayList<>();
    private final Map<AgentRow, Place> placeOf = new HashMap<>();
    private final Set<AgentRow> team = new HashSet<>();
    private final List<AgentRow> shown = new AbstractList<>() {
        @Override
        public AgentRow get(int index) {
            return places.get(index).row();
        }

        @Override
        public int size() {
            return places.size();
        }

        @Override
        public boolean contains(@Nullable Object row) {
            return placeOf.containsKey(row);
        }
    };
    private @Nullable AgentStatus status;
    private String words = "";
    private boolean held;
    private boolean outOfOrder;

    BoardModel() {
        this(ORDER);
    }

    /** @param order {@link #ORDER}, or one of a test that counts */
    BoardModel(Comparator<Place> order) {
        this.order = order;
    }

    static int rank(AgentStatus status) {
        return switch (status) {
            case RINGING -> 0;
            case AVAILABLE -> 1;
            case BUSY -> 2;
            case AWAY -> 3;
            case OFFLINE -> 4;
        };
    }

    /** A view of what is shown, in order. */
    List<AgentRow> shown() {
        return shown;
    }

    /** How many there are, shown or not. */
    int teamSize() {
        return team.size();
    }

    /** Another team from now on: nobody of it has a place yet that could be kept. */
    void show(Collection<AgentRow> people) {
        team.clear();
        team.addAll(people);
        build();
    }

    /** The same team after an edit: people may have come to it or left. */
    void update(Collection<AgentRow> people) {
        team.clear();
        team.addAll(people);
        if (held) {
            keepAll();
        } else {
            build();
        }
    }

    private void keepAll() {
        outOfOrder = true;
        places.removeIf(place -> !team.contains(place.row()));
        placeOf.keySet().retainAll(team);
        for (var row : team) {
            if (fits(row) && !placeOf.containsKey(row)) {
                keepPlaces(null, Place.of(row));
            }
        }
    }

    /** @param newStatus null for all */
    void filter(@Nullable AgentStatus newStatus, String newWords) {
        status = newStatus;
        words = newWords.strip().toLowerCase(Locale.ROOT);
        build();
    }

    /**
     * While it is held everyone keeps the place that they have, whatever becomes of them, and who comes stands last: what a
     * pointer aims at must not move away under it.
     *
     * @return whether the release changed anything
     */
    boolean setHeld(boolean now) {
        held = now;
        if (held || !outOfOrder) {
            return false;
        }
        build();
        return true;
    }

    private void build() {
        outOfOrder = false;
        places.clear();
        placeOf.clear();
        for (var row : team) {
            if (fits(row)) {
                var place = Place.of(row);
                places.add(place);
                placeOf.put(row, place);
            }
        }
        places.sort(order);
    }

    private boolean fits(AgentRow row) {
        return (status == null || row.status() == status)
                && (words.isEmpty()
                        || row.agent().name().toLowerCase(Locale.ROOT).contains(words)
                        || row.agent().username().toLowerCase(Locale.ROOT).contains(words));
    }

    /**
     * Takes over the states of those who moved.
     *
     * @return whether anybody came, went or changed places
     */
    boolean moved(Collection<AgentRow> rows) {
        boolean changed = false;
        for (var row : rows) {
            changed |= team.contains(row) && move(row);
        }
        return changed;
    }

    private boolean keepPlaces(@Nullable Place before, @Nullable Place now) {
        outOfOrder = true;
        if (before == null && now != null) {
            places.add(now);
            placeOf.put(now.row(), now);
            return true;
        }
        return false;
    }

    private boolean move(AgentRow row) {
        var before = placeOf.get(row);
        var now = fits(row) ? Place.of(row) : null;
        if (Objects.equals(before, now)) {
            return false;
        }
        if (held || outOfOrder) {
            return keepPlaces(before, now);
        }
        if (before != null) {
            places.remove(Collections.binarySearch(places, before, order));
            placeOf.remove(row);
        }
        if (now != null) {
            places.add(-1 - Collections.binarySearch(places, now, order), now);
            placeOf.put(row, now);
        }
        return true;
    }
}
