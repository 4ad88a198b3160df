package dev.outpace.engine;

/**
 * Hears of all that goes in at the engine's door, around the work that it leads to: who writes it down, together with what
 * the ports answer and what the clock shows meanwhile, can run it again. Engine thread only; must return at once.
 */
public interface EngineRecorder {
    /** Writes nothing down. */
    EngineRecorder NONE = new EngineRecorder() {
        @Override
        public void openingStarts() {}

        @Override
        public void inputStarts(EngineInput input) {}

        @Override
        public void workEnds() {}

        @Override
        public void looks(boolean all) {}

        @Override
        public void turnStarts() {}

        @Override
        public void turnEnds(boolean asked) {}
    };

    void openingStarts();

    /** An input is about to be applied. */
    void inputStarts(EngineInput input);

    /**
     * Moments are about to be told. Policies are asked for them, and may learn from being asked.
     *
     * @param all of every campaign, not only of those that moved
     */
    void looks(boolean all);

    /** What begun, was taken or looked at last is worked off. */
    void workEnds();

    /** Calls are about to be placed. */
    void turnStarts();

    /** @param asked false: no campaign was awake, and nothing at all came of the turn */
    void turnEnds(boolean asked);
}
