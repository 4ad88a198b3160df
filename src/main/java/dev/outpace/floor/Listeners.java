package dev.outpace.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The listeners of one pool. */
final class Listeners {
    private final List<FloorListener> listeners = new ArrayList<>();

    void add(FloorListener listener) {
        listeners.add(listener);
    }

    void tell(Consumer<FloorListener> what) {
        for (int i = 0; i < listeners.size(); i++) {
            what.accept(listeners.get(i));
        }
    }
}
