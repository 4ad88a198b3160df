package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;

/** Hears what was committed, in order, on the writer thread; must return at once. */
@FunctionalInterface
public interface StoreListener {
    void committed(StoreChanges changes);

    /** Nothing can be written. What the engine finds is kept and written first when it can; all else fails until then. */
    default void down(StoreDown down) {}

    /** The database refused something that had happened for what it is: it was put aside, and what comes after goes on. */
    default void refused() {}

    /** It can be written again, and all that was kept is. */
    default void up() {}
}
