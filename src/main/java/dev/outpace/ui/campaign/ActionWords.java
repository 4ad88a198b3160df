package dev.outpace.ui.campaign;

import dev.outpace.flow.ActionType;
import dev.outpace.ui.texts.Texts;

/** A few words about what actions do. */
final class ActionWords {
    private final Texts texts;

    ActionWords(Texts texts) {
        this.texts = texts;
    }

    /** What actions of a type that runs here do. */
    String purpose(ActionType type) {
        return texts.get("actions.purpose." + type.published());
    }
}
