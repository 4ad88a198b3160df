package dev.outpace.engine;

import java.util.ArrayDeque;

/**
 * The engine's inbox and its turns: everything that is there is applied, then calls are placed. Whoever drives it, a thread
 * or a virtual clock, lets all timers of the instant fire first.
 */
public final class EngineTurns {
    /** So many inputs at most before calls are placed again. */
    private static final int INPUTS_A_TURN = 1_000;

    private final ArrayDeque<EngineInput> inbox = new ArrayDeque<>();

    /** For the constructor of the engine and of the telephony; engine thread only. */
    public void accept(EngineInput input) {
        inbox.add(input);
    }

    public boolean isIdle() {
        return inbox.isEmpty();
    }

    /** @return whether another turn is needed at once */
    public boolean turn(CampaignEngine engine) {
        EngineInput input;
        int applied = 0;
        while (applied++ < INPUTS_A_TURN && (input = inbox.poll()) != null) {
            engine.accept(input);
        }
        boolean more = engine.launch();
        return more || !inbox.isEmpty();
    }
}
