package dev.outpace.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Where the user is: a screen, under an entry of the navigation. Screens get it by their constructor to lead elsewhere;
 * it asks the screen that is shown before it leaves it.
 */
public final class Navigator {

    /** @param entry the id of the navigation's entry that is marked */
    public record Place(String entry, Screen screen) {}

    private static final int MAX_STEPS_BACK = 50;

    private final Map<String, NavigationEntry> entries = new LinkedHashMap<>();
    private final Map<String, Screen> screens = new HashMap<>();
    private final Deque<Place> past = new ArrayDeque<>();
    private @Nullable Screen standIn;
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>(this, "place");

    /** Once, when all screens can be made. */
    public void setEntries(List<NavigationEntry> all) {
        all.forEach(entry -> entries.put(entry.id(), entry));
    }

    public List<NavigationEntry> entries() {
        return List.copyOf(entries.values());
    }

    public ReadOnlyObjectProperty<@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public @Nullable Place getPlace() {
        return place.get();
    }

    /** Shows what stands in for the screen of an entry until that can be made; nothing leads back to it. */
    public void standIn(String entry, Screen screen) {
        standIn = screen;
        show(new Place(entry, screen));
    }

    /** The entry's own screen. */
    public void go(String entry) {
        var known = Objects.requireNonNull(entries.get(entry), entry);
        leaveTo(
                new Place(
                        entry,
                        screens.computeIfAbsent(entry, id -> known.screen().get())),
                true);
    }

    /** A screen below an entry, as one campaign below the campaigns. */
    public void open(String entry, Screen screen) {
        leaveTo(new Place(entry, screen), true);
    }

    /** To where the user was before; nothing happens at the beginning. */
    public void back() {
        if (!past.isEmpty()) {
            leaveTo(past.getFirst(), false);
        }
    }

    private void leaveTo(Place next, boolean forward) {
        var here = place.get();
        if (here == null) {
            show(next);
        } else if (!here.screen().equals(next.screen())) {
            here.screen().beforeLeave(() -> {
                if (forward && !here.screen().equals(standIn)) {
                    past.push(here);
                    if (past.size() > MAX_STEPS_BACK) {
                        past.removeLast();
                    }
                } else {
                    past.remove(next);
                }
                here.screen().onHide();
                show(next);
            });
        }
    }

    private void show(Place next) {
        place.set(next);
        next.screen().onShow();
    }
}
