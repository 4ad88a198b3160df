package dev.outpace.ui.flow;

import java.util.function.Consumer;

/** Moves what is looked at along with the pointer. */
final class PanGesture implements Gesture {
    private final FlowView start;
    private final double fromX;
    private final double fromY;
    private final Consumer<FlowView> show;

    PanGesture(FlowView start, double fromX, double fromY, Consumer<FlowView> show) {
        this.start = start;
        this.fromX = fromX;
        this.fromY = fromY;
        this.show = show;
    }

    @Override
    public void moved(CardPoint world, double screenX, double screenY) {
        show.accept(start.panned(screenX - fromX, screenY - fromY));
    }

    @Override
    public void released() {
        // It stays where it is.
    }

    @Override
    public void cancelled() {
        show.accept(start);
    }
}
