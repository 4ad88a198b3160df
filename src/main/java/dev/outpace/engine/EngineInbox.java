package dev.outpace.engine;

import java.util.ArrayDeque;

/** The inputs that wait for the engine, in order. Used on the engine thread only. */
public final class EngineInbox {
    /** At most this many inputs are applied before calls are placed again. */
    private static final int INPUTS_AT_ONCE = 1_000;

    private final ArrayDeque<EngineInput> inputs = new ArrayDeque<>();

    public void accept(EngineInput input) {
        inputs.add(input);
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** Applies the waiting inputs; returns false if there were none. */
    public boolean applyTo(CampaignEngine engine) {
        EngineInput input;
        int applied = 0;
        while (applied < INPUTS_AT_ONCE && (input = inputs.poll()) != null) {
            engine.accept(input);
            applied++;
        }
        return applied > 0;
    }
}
