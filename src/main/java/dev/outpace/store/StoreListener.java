package dev.outpace.store;

import dev.outpace.engine.EngineInput.StoreDown;

/** Is told of each commit, in order, on the writer thread. Methods must return at once. */
@FunctionalInterface
public interface StoreListener {
    void committed(StoreChanges changes);

    /**
     * The store can't be written. Facts of the engine are kept and written first when writing is possible again. All other
     * writes fail until then.
     */
    default void down(StoreDown down) {}

    /** The database refused a fact, and would always refuse it. The fact was put aside; the facts after it are written. */
    default void refused() {}

    /** The store can be written again, and all kept facts are written. */
    default void up() {}
}
