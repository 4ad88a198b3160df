package dev.outpace.engine;

/**
 * Is told of every input, before and after the engine's work on it. A recorder that also stores the answers of the ports and
 * the times of the clock can run the engine again. Called on the engine thread; methods must return at once.
 */
public interface EngineRecorder {
    /** Records nothing. */
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

    /** The work of the opening or of the input has ended. */
    void workEnds();

    /** Calls are about to be placed. */
    void turnStarts();

    /** @param asked false if no campaign was awake, so that the turn had no effect */
    void turnEnds(boolean asked);
}
