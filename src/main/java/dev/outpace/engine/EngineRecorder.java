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
        public void turnStarts() {}

        @Override
        public void turnEnds(boolean asked) {}
    };

    /** The engine is about to connect its telephony. */
    void openingStarts();

    /** An input is about to be applied. */
    void inputStarts(EngineInput input);

    /** The opening, or the input, is worked off. */
    void workEnds();

    /** Calls are about to be placed. */
    void turnStarts();

    /** @param asked false: no campaign was awake, and nothing at all came of the turn */
    void turnEnds(boolean asked);
}
