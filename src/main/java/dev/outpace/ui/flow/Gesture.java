package dev.outpace.ui.flow;

/** What the pointer does between a press and a release. Exactly one of the last two ends it. */
sealed interface Gesture permits PanGesture, MoveGesture, MarqueeGesture, ConnectGesture {
    /** @param world in pixels at 100 % */
    void moved(CardPoint world, double screenX, double screenY);

    void released();

    /** All is as before the press. */
    void cancelled();
}
