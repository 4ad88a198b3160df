package dev.outpace.engine;

import java.util.ArrayDeque;

/** Inputs that wait for the engine, in their order. Engine thread only. */
public final class EngineInbox {
    /** So many inputs at most before calls are placed again. */
    private static final int INPUTS_AT_ONCE = 1_000;

    private final ArrayDeque<EngineInput> inputs = new ArrayDeque<>();

    public void accept(EngineInput input) {
        inputs.add(input);
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** Applies what is there; false when there was nothing. */
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
