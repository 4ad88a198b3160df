package dev.outpace.workspace;

import dev.outpace.engine.EngineInput;
import dev.outpace.engine.EngineThread;
import dev.outpace.store.StoreChanges;
import dev.outpace.store.StoreListener;

/** Hands to the engine what it has to know of its store. */
record StoreWatchForEngine(EngineThread engine) implements StoreListener {
    @Override
    public void committed(StoreChanges changes) {
        changes.lists().forEach(list -> engine.accept(new EngineInput.TargetsChanged(list)));
    }

    @Override
    public void down(EngineInput.StoreDown down) {
        engine.accept(down);
    }

    @Override
    public void up() {
        engine.accept(new EngineInput.StoreUp());
    }
}
