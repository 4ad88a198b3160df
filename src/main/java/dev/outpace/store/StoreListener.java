package dev.outpace.store;

/** Hears what was committed, in order, on the writer thread; must return at once. */
@FunctionalInterface
public interface StoreListener {
    void committed(StoreChanges changes);
}
