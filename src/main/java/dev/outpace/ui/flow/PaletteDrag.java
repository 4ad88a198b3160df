package dev.outpace.ui.flow;

import dev.outpace.flow.ActionType;

/** Follows an action type that is dragged out of the palette. Exactly one of the last two ends it. */
interface PaletteDrag {
    void moved(ActionType type, double sceneX, double sceneY);

    void dropped(ActionType type, double sceneX, double sceneY);

    void cancelled();
}
