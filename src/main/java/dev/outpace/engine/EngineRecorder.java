package dev.outpace.engine;

/**
 * Hears of all that goes in at the engine's door, around the work that it leads to: who writes it down, together with what
 * the ports answer and what the clock shows meanwhile, can run it again. Engine thread only; must return at once.
 */
public interface EngineRecorder {
    /** Writes nothing down. */
    EngineRecorder NONE = new EngineRecorder() {
        @Override
        public void begins() {}

        @Override
        public void takes(EngineInput input) {}

        @Override
        public void done() {}

        @Override
        public void looks(boolean all) {}

        @Override
        public void launches() {}

        @Override
        public void launched(boolean asked) {}
    };

    void begins();

    /** An input is about to be applied. */
    void takes(EngineInput input);

    /**
     * Moments are about to be told. Policies are asked for them, and may learn from being asked.
     *
     * @param all of every campaign, not only of those that moved
     */
    void looks(boolean all);

    /** What begun, was taken or looked at last is worked off. */
    void done();

    /** Calls are about to be placed. */
    void launches();

    /** @param asked false: no campaign was awake, and nothing at all came of the turn */
    void launched(boolean asked);
}
