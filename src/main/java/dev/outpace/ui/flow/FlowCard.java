package dev.outpace.ui.flow;

import dev.outpace.model.Action;

/**
 * An action as it lies on the canvas.
 *
 * @param key names it within its document, whatever its id is: ids may be nil, or stand twice
 * @param at top left corner, in canvas pixels at 100 %
 */
record FlowCard(long key, Action action, CardPoint at) {
    static final double WIDTH = 186;
    static final double HEIGHT = 52;

    FlowCard withAction(Action newAction) {
        return new FlowCard(key, newAction, at);
    }

    FlowCard withAt(CardPoint newAt) {
        return new FlowCard(key, action, newAt);
    }
}
